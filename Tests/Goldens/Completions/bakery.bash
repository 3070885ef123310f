# bash completion for bakery, made by 'bakery completions bash'.

_bakery_subcommands() {
    kind= words=
    case "$1" in
        'bakery') words='bake slice pantry' ;;
        'bakery pantry') words='list move' ;;
    esac
}

_bakery_options() {
    kind= words=
    case "$1" in
        'bakery') words='-q --quiet -v --verbose --log-format -h --help --version --licences' ;;
        'bakery bake') words='-o --output --format -j --jobs --heat --glaze --replacement-for-missing-eggs --set --note --only -q --quiet -v --verbose --log-format -h --help' ;;
        'bakery slice') words='--list -q --quiet -v --verbose --log-format -h --help' ;;
        'bakery pantry') words='-q --quiet -v --verbose --log-format -h --help' ;;
        'bakery pantry list') words='-q --quiet -v --verbose --log-format -h --help' ;;
        'bakery pantry move') words='-q --quiet -v --verbose --log-format -h --help' ;;
    esac
}

# What a value is: text, files, folders, names (or a file), choice or list; nothing for a flag.
_bakery_value() {
    kind= words=
    case "$1 $2" in
        'bakery --log-format') kind=choice words='text json' ;;
        'bakery bake -o' | 'bakery bake --output') kind=folders ;;
        'bakery bake --format') kind=list words='round square star' ;;
        'bakery bake -j' | 'bakery bake --jobs') kind=text ;;
        'bakery bake --heat') kind=text ;;
        'bakery bake --glaze') kind=names words='sugar chocolate' ;;
        'bakery bake --replacement-for-missing-eggs') kind=text ;;
        'bakery bake --set') kind=text ;;
        'bakery bake --note') kind=text ;;
        'bakery bake --only') kind=list words='' ;;
        'bakery bake --log-format') kind=choice words='text json' ;;
        'bakery bake #'*) kind=files ;;
        'bakery slice --log-format') kind=choice words='text json' ;;
        'bakery slice #0') kind=choice words='big small' ;;
        'bakery slice #1') kind=files ;;
        'bakery pantry --log-format') kind=choice words='text json' ;;
        'bakery pantry list --log-format') kind=choice words='text json' ;;
        'bakery pantry move --log-format') kind=choice words='text json' ;;
        'bakery pantry move #'*) kind=text ;;
        'bakery pantry move #1') kind=choice words='top bottom' ;;
    esac
}

_bakery() {
    local path='bakery' pending= ended= prefix= place=0 kind= words= index word
    local current=${COMP_WORDS[COMP_CWORD]}
    COMPREPLY=()
    for ((index = 1; index < COMP_CWORD; index++)); do
        word=${COMP_WORDS[index]}
        if [[ -n $pending ]]; then
            [[ $word == = ]] || pending=
        elif [[ -z $ended && $word == -- ]]; then
            ended=1
        elif [[ -z $ended && $word == -?* ]]; then
            _bakery_value "$path" "$word"
            if [[ -n $kind ]]; then pending=$word; fi
        else
            _bakery_subcommands "$path"
            if [[ " $words " == *" $word "* ]]; then path+=" $word"; else ((place += 1)); fi
        fi
    done
    if [[ -n $pending && $current == = ]]; then
        current=
    elif [[ -z $pending && -z $ended && $current == --*=* ]]; then
        pending=${current%%=*} prefix=${current%%=*}= current=${current#*=}
    fi
    if [[ -n $pending ]]; then
        _bakery_value "$path" "$pending"
    elif [[ -z $ended && $current == -* ]]; then
        _bakery_options "$path"
        kind=choice
    else
        _bakery_subcommands "$path"
        if [[ -n $words ]]; then kind=choice; else _bakery_value "$path" "#$place"; fi
    fi
    if [[ $kind == list ]]; then
        compopt -o nospace 2>/dev/null
        if [[ $current == *,* ]]; then prefix+=${current%,*},; fi
        current=${current##*,}
    fi
    while IFS= read -r word; do COMPREPLY+=("$word"); done < <(
        case $kind in
            choice | list | names) compgen -P "$prefix" -W "$words" -- "$current" ;;
        esac
        case $kind in
            files | names) compgen -P "$prefix" -f -- "$current" ;;
            folders) compgen -P "$prefix" -d -- "$current" ;;
        esac
    )
    case $kind in
        files | folders | names)
            compopt -o filenames 2>/dev/null
            # Readline knows ~ and quoted names; it takes over where there is no plain match.
            if [[ ${#COMPREPLY[@]} -eq 0 ]]; then compopt -o default 2>/dev/null; fi
            ;;
    esac
    return 0
}
complete -F _bakery bakery
