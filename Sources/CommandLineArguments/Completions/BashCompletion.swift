/// The bash script: three tables made from the declaration, and a function that walks the words of the line.
///
/// It needs no package `bash-completion`. Bash splits `--format=html` at the equals sign, which the walk undoes.
enum BashCompletion {
    static func script(_ root: CommandPath) -> String {
        let name = "_" + ShellText.identifier([root.program])
        return """
            # bash completion for \(root.program), made by '\(root.program) completions bash'.

            \(table(name + "_subcommands", "$1", subcommands(root)))
            \(table(name + "_options", "$1", options(root)))
            # What a value is: text, files, folders, names (or a file), choice or list; nothing for a flag.
            \(table(name + "_value", "$1 $2", values(root)))
            \(walk(name, root.program))
            complete -F \(name) \(root.program)

            """
    }

    private static func table(_ name: String, _ subject: String, _ rows: [String]) -> String {
        """
        \(name)() {
            kind= words=
            case "\(subject)" in
        \(rows.map { "        " + $0 + " ;;\n" }.joined())    esac
        }

        """
    }

    private static func subcommands(_ root: CommandPath) -> [String] {
        root.all.filter { !$0.command.subcommands.isEmpty }.map { path in
            "\(ShellText.quoted(path.text))) words=\(list(path.command.subcommands.map(\.name)))"
        }
    }

    private static func options(_ root: CommandPath) -> [String] {
        root.all.map { "\(ShellText.quoted($0.text))) words=\(list($0.options.flatMap(\.forms)))" }
    }

    private static func values(_ root: CommandPath) -> [String] {
        root.all.flatMap { path in
            let options = path.options.filter { !$0.isFlag }.map { option in
                let keys = option.forms.map { ShellText.quoted(path.text + " " + $0) }
                return keys.joined(separator: " | ") + ") " + value(option.kind)
            }
            let positionals = path.command.positionals.enumerated().map { index, positional in
                let key = ShellText.quoted(path.text + (positional.takesSeveral ? " #" : " #\(index)"))
                return key + (positional.takesSeveral ? "*) " : ") ") + value(positional.kind)
            }
            return options + positionals
        }
    }

    private static func value(_ kind: ValueKind) -> String {
        switch kind {
        case .text: "kind=text"
        case .file: "kind=files"
        case .folder: "kind=folders"
        case .nameOrFile(let words): "kind=names words=\(list(words))"
        case .choice(let words), .name(let words): "kind=choice words=\(list(words))"
        case .list(let words), .names(let words): "kind=list words=\(list(words))"
        }
    }

    private static func list(_ words: [String]) -> String { ShellText.quoted(words.joined(separator: " ")) }

    private static func walk(_ name: String, _ program: String) -> String {
        #"""
        \#(name)() {
            local path=\#(ShellText.quoted(program)) pending= ended= prefix= place=0 kind= words= index word
            local current=${COMP_WORDS[COMP_CWORD]}
            COMPREPLY=()
            for ((index = 1; index < COMP_CWORD; index++)); do
                word=${COMP_WORDS[index]}
                if [[ -n $pending ]]; then
                    [[ $word == = ]] || pending=
                elif [[ -z $ended && $word == -- ]]; then
                    ended=1
                elif [[ -z $ended && $word == -?* ]]; then
                    \#(name)_value "$path" "$word"
                    if [[ -n $kind ]]; then pending=$word; fi
                else
                    \#(name)_subcommands "$path"
                    if [[ " $words " == *" $word "* ]]; then path+=" $word"; else ((place += 1)); fi
                fi
            done
            if [[ -n $pending && $current == = ]]; then
                current=
            elif [[ -z $pending && -z $ended && $current == --*=* ]]; then
                pending=${current%%=*} prefix=${current%%=*}= current=${current#*=}
            fi
            if [[ -n $pending ]]; then
                \#(name)_value "$path" "$pending"
            elif [[ -z $ended && $current == -* ]]; then
                \#(name)_options "$path"
                kind=choice
            else
                \#(name)_subcommands "$path"
                if [[ -n $words ]]; then kind=choice; else \#(name)_value "$path" "#$place"; fi
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
        """#
    }
}
