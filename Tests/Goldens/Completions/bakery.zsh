#compdef bakery
# zsh completion for bakery, made by 'bakery completions zsh'.

_bakery() {
    local context state state_descr line
    typeset -A opt_args
    _arguments -C -s -S \
        '(-q --quiet)'{-q,--quiet}'[print errors only]' \
        '(-v --verbose)'{-v,--verbose}'[print every step]' \
        '(--log-format)--log-format=[form of the messages]:FORMAT:(text json)' \
        '(-h --help)'{-h,--help}'[print this help and exit]' \
        '(--version)--version[print the version and exit; with --verbose those of all libraries]' \
        '(--licences)--licences[print the licences of all that is inside and exit]' \
        '1:command:((bake\:"bake cakes of one or several recipes" slice\:"one slice of a cake" pantry\:"what is in the pantry"))' \
        '*:: :->rest'
    [[ $state == rest ]] || return 0
    case ${line[1]} in
        bake) _bakery_bake ;;
        slice) _bakery_slice ;;
        pantry) _bakery_pantry ;;
    esac
}

_bakery_bake() {
    _arguments -s -S \
        '(-o --output)'{-o+,--output=}'[where to]:PATH:_files -/' \
        '(--format)--format=[forms of the cake]:LIST:_sequence compadd - round square star' \
        '(-j --jobs)'{-j+,--jobs=}'[ovens to use]:N: ' \
        '(--heat)--heat=[how hot]:DEGREES: ' \
        '(--glaze)--glaze=[the glaze]:NAME or FILE: _alternative "names\:name\:(sugar chocolate)" "files\:file\:_files"' \
        '(--replacement-for-missing-eggs)--replacement-for-missing-eggs=[what to take when there are no eggs; the name of this option is too long to share a line]:WHAT: ' \
        '*--set=[changes an amount of the recipe]:KEY=VALUE: ' \
        '(--note)--note=[what stands on the cake]:TEXT: ' \
        '(--only)--only=[ingredients to take]:LIST: ' \
        '(-q --quiet)'{-q,--quiet}'[print errors only]' \
        '(-v --verbose)'{-v,--verbose}'[print every step]' \
        '(--log-format)--log-format=[form of the messages]:FORMAT:(text json)' \
        '(-h --help)'{-h,--help}'[print this help and exit]' \
        '*:RECIPE:_files'
}

_bakery_slice() {
    _arguments -s -S \
        '(--list)--list[print the sizes]' \
        '(-q --quiet)'{-q,--quiet}'[print errors only]' \
        '(-v --verbose)'{-v,--verbose}'[print every step]' \
        '(--log-format)--log-format=[form of the messages]:FORMAT:(text json)' \
        '(-h --help)'{-h,--help}'[print this help and exit]' \
        '::SIZE:(big small)' \
        '::RECIPE:_files'
}

_bakery_pantry() {
    local context state state_descr line
    typeset -A opt_args
    _arguments -C -s -S \
        '(-q --quiet)'{-q,--quiet}'[print errors only]' \
        '(-v --verbose)'{-v,--verbose}'[print every step]' \
        '(--log-format)--log-format=[form of the messages]:FORMAT:(text json)' \
        '(-h --help)'{-h,--help}'[print this help and exit]' \
        '1:command:((list\:"print what is there" move\:"move things to a shelf"))' \
        '*:: :->rest'
    [[ $state == rest ]] || return 0
    case ${line[1]} in
        list) _bakery_pantry_list ;;
        move) _bakery_pantry_move ;;
    esac
}

_bakery_pantry_list() {
    _arguments -s -S \
        '(-q --quiet)'{-q,--quiet}'[print errors only]' \
        '(-v --verbose)'{-v,--verbose}'[print every step]' \
        '(--log-format)--log-format=[form of the messages]:FORMAT:(text json)' \
        '(-h --help)'{-h,--help}'[print this help and exit]'
}

_bakery_pantry_move() {
    _arguments -s -S \
        '(-q --quiet)'{-q,--quiet}'[print errors only]' \
        '(-v --verbose)'{-v,--verbose}'[print every step]' \
        '(--log-format)--log-format=[form of the messages]:FORMAT:(text json)' \
        '(-h --help)'{-h,--help}'[print this help and exit]' \
        '*:THING: ' \
        ':SHELF:(top bottom)'
}

if [[ ${funcstack[1]} == _bakery ]]; then
    _bakery "$@"
else
    compdef _bakery bakery
fi
