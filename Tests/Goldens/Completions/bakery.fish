# fish completion for bakery, made by 'bakery completions fish'.

# Whether the line so far calls this command, with so many arguments (or any number) before the cursor.
function __bakery_at
    set -l path 'bakery'
    set -l place 0
    set -l pending 0
    for word in (commandline -opc)[2..-1]
        if test $pending = 1
            set pending 0
        else if contains -- "$path $word" 'bakery --log-format' 'bakery bake -o' 'bakery bake --output' 'bakery bake --format' 'bakery bake -j' 'bakery bake --jobs' 'bakery bake --heat' 'bakery bake --glaze' 'bakery bake --replacement-for-missing-eggs' 'bakery bake --set' 'bakery bake --note' 'bakery bake --only' 'bakery bake --log-format' 'bakery slice --log-format' 'bakery pantry --log-format' 'bakery pantry list --log-format' 'bakery pantry move --log-format'
            set pending 1
        else if string match -q -- '-*' $word
            continue
        else if contains -- "$path $word" 'bakery bake' 'bakery slice' 'bakery pantry' 'bakery pantry list' 'bakery pantry move'
            set path "$path $word"
        else
            set place (math $place + 1)
        end
    end
    test "$path" = $argv[1]; or return 1
    test (count $argv) = 1; or test $argv[2] = any; or test $argv[2] = $place
end

# The words of a list, each behind what is already typed of it.
function __bakery_list
    set -l typed (commandline -ct | string replace -r '^--[^=]*=' '' | string match -r '.*,')
    for word in $argv
        echo "$typed$word"
    end
end

complete -c bakery -f
complete -c bakery -n '__bakery_at \'bakery\'' -a bake -d 'bake cakes of one or several recipes'
complete -c bakery -n '__bakery_at \'bakery\'' -a slice -d 'one slice of a cake'
complete -c bakery -n '__bakery_at \'bakery\'' -a pantry -d 'what is in the pantry'
complete -c bakery -n '__bakery_at \'bakery\'' -s q -l quiet -d 'print errors only'
complete -c bakery -n '__bakery_at \'bakery\'' -s v -l verbose -d 'print every step'
complete -c bakery -n '__bakery_at \'bakery\'' -l log-format -r -f -a 'text json' -d 'form of the messages'
complete -c bakery -n '__bakery_at \'bakery\'' -s h -l help -d 'print this help and exit'
complete -c bakery -n '__bakery_at \'bakery\'' -l version -d 'print the version and exit; with --verbose those of all libraries'
complete -c bakery -n '__bakery_at \'bakery\'' -l licences -d 'print the licences of all that is inside and exit'
complete -c bakery -n '__bakery_at \'bakery bake\' any' -F
complete -c bakery -n '__bakery_at \'bakery bake\'' -s o -l output -r -f -a '(__fish_complete_directories)' -d 'where to'
complete -c bakery -n '__bakery_at \'bakery bake\'' -l format -r -f -a '(__bakery_list round square star)' -d 'forms of the cake'
complete -c bakery -n '__bakery_at \'bakery bake\'' -s j -l jobs -r -f -d 'ovens to use'
complete -c bakery -n '__bakery_at \'bakery bake\'' -l heat -r -f -d 'how hot'
complete -c bakery -n '__bakery_at \'bakery bake\'' -l glaze -r -F -a 'sugar chocolate' -d 'the glaze'
complete -c bakery -n '__bakery_at \'bakery bake\'' -l replacement-for-missing-eggs -r -f -d 'what to take when there are no eggs; the name of this option is too long to share a line'
complete -c bakery -n '__bakery_at \'bakery bake\'' -l set -r -f -d 'changes an amount of the recipe'
complete -c bakery -n '__bakery_at \'bakery bake\'' -l note -r -f -d 'what stands on the cake'
complete -c bakery -n '__bakery_at \'bakery bake\'' -l only -r -f -d 'ingredients to take'
complete -c bakery -n '__bakery_at \'bakery bake\'' -s q -l quiet -d 'print errors only'
complete -c bakery -n '__bakery_at \'bakery bake\'' -s v -l verbose -d 'print every step'
complete -c bakery -n '__bakery_at \'bakery bake\'' -l log-format -r -f -a 'text json' -d 'form of the messages'
complete -c bakery -n '__bakery_at \'bakery bake\'' -s h -l help -d 'print this help and exit'
complete -c bakery -n '__bakery_at \'bakery slice\' 0' -f -a 'big small'
complete -c bakery -n '__bakery_at \'bakery slice\' 1' -F
complete -c bakery -n '__bakery_at \'bakery slice\'' -l list -d 'print the sizes'
complete -c bakery -n '__bakery_at \'bakery slice\'' -s q -l quiet -d 'print errors only'
complete -c bakery -n '__bakery_at \'bakery slice\'' -s v -l verbose -d 'print every step'
complete -c bakery -n '__bakery_at \'bakery slice\'' -l log-format -r -f -a 'text json' -d 'form of the messages'
complete -c bakery -n '__bakery_at \'bakery slice\'' -s h -l help -d 'print this help and exit'
complete -c bakery -n '__bakery_at \'bakery pantry\'' -a list -d 'print what is there'
complete -c bakery -n '__bakery_at \'bakery pantry\'' -a move -d 'move things to a shelf'
complete -c bakery -n '__bakery_at \'bakery pantry\'' -s q -l quiet -d 'print errors only'
complete -c bakery -n '__bakery_at \'bakery pantry\'' -s v -l verbose -d 'print every step'
complete -c bakery -n '__bakery_at \'bakery pantry\'' -l log-format -r -f -a 'text json' -d 'form of the messages'
complete -c bakery -n '__bakery_at \'bakery pantry\'' -s h -l help -d 'print this help and exit'
complete -c bakery -n '__bakery_at \'bakery pantry list\'' -s q -l quiet -d 'print errors only'
complete -c bakery -n '__bakery_at \'bakery pantry list\'' -s v -l verbose -d 'print every step'
complete -c bakery -n '__bakery_at \'bakery pantry list\'' -l log-format -r -f -a 'text json' -d 'form of the messages'
complete -c bakery -n '__bakery_at \'bakery pantry list\'' -s h -l help -d 'print this help and exit'
complete -c bakery -n '__bakery_at \'bakery pantry move\' 1' -f -a 'top bottom'
complete -c bakery -n '__bakery_at \'bakery pantry move\'' -s q -l quiet -d 'print errors only'
complete -c bakery -n '__bakery_at \'bakery pantry move\'' -s v -l verbose -d 'print every step'
complete -c bakery -n '__bakery_at \'bakery pantry move\'' -l log-format -r -f -a 'text json' -d 'form of the messages'
complete -c bakery -n '__bakery_at \'bakery pantry move\'' -s h -l help -d 'print this help and exit'
