/// The zsh script: one function a command, each a call of `_arguments`.
///
/// Works from a folder of `fpath` as `_program`, and sourced.
enum ZshCompletion {
    static func script(_ root: CommandPath) -> String {
        let name = function(root)
        return """
            #compdef \(root.program)
            # zsh completion for \(root.program), made by '\(root.program) completions zsh'.

            \(root.all.map(body).joined(separator: "\n"))
            if [[ ${funcstack[1]} == \(name) ]]; then
                \(name) "$@"
            else
                compdef \(name) \(root.program)
            fi

            """
    }

    private static func function(_ path: CommandPath) -> String { "_" + ShellText.identifier(path.words) }

    private static func body(of path: CommandPath) -> String {
        path.command.subcommands.isEmpty ? leaf(path) : branch(path)
    }

    private static func leaf(_ path: CommandPath) -> String {
        let specs = path.options.map(option) + path.command.positionals.map(positional)
        return """
            \(function(path))() {
                _arguments -s -S \\
            \(lines(specs))
            }

            """
    }

    private static func branch(_ path: CommandPath) -> String {
        let subcommands = path.command.subcommands
        let described = subcommands.map { "\($0.name)\\:\"\(message($0.summary))\"" }.joined(separator: " ")
        let specs =
            path.options.map(option)
            + [ShellText.quoted("1:command:((" + described + "))"), "'*:: :->rest'"]
        let calls = subcommands.map { "        \($0.name)) \(function(path.appending($0))) ;;\n" }.joined()
        return """
            \(function(path))() {
                local context state state_descr line
                typeset -A opt_args
                _arguments -C -s -S \\
            \(lines(specs))
                [[ $state == rest ]] || return 0
                case ${line[1]} in
            \(calls)    esac
            }

            """
    }

    private static func lines(_ specs: [String]) -> String {
        specs.map { "        " + $0 }.joined(separator: " \\\n")
    }

    private static func option(_ option: OptionSpecification) -> String {
        let exclusion = option.isRepeatable ? "*" : "(" + option.forms.joined(separator: " ") + ")"
        let tail = "[" + bracketed(option.help) + "]" + value(option)
        guard let short = option.short else {
            return ShellText.quoted(exclusion + option.long + (option.isFlag ? "" : "=") + tail)
        }
        let forms = option.isFlag ? "{-\(short),\(option.long)}" : "{-\(short)+,\(option.long)=}"
        return ShellText.quoted(exclusion) + forms + ShellText.quoted(tail)
    }

    private static func value(_ option: OptionSpecification) -> String {
        option.valueName.map { ":" + message($0) + ":" + action(option.kind) } ?? ""
    }

    private static func positional(_ positional: PositionalSpecification) -> String {
        let place = positional.takesSeveral ? "*:" : positional.arity == .optional ? "::" : ":"
        return ShellText.quoted(place + message(positional.name) + ":" + action(positional.kind))
    }

    private static func action(_ kind: ValueKind) -> String {
        switch kind {
        case .text: " "
        case .file: "_files"
        case .folder: "_files -/"
        case .nameOrFile(let words):
            " _alternative \"names\\:name\\:(\(words.joined(separator: " ")))\" \"files\\:file\\:_files\""
        case .choice(let words), .name(let words): "(" + words.joined(separator: " ") + ")"
        case .list(let words), .names(let words):
            words.isEmpty ? " " : "_sequence compadd - " + words.joined(separator: " ")
        }
    }

    /// Colons end a field of `_arguments`; quotes would end the list of commands.
    private static func message(_ text: String) -> String {
        ShellText.replacing("\"", by: "", in: ShellText.replacing(":", by: "\\:", in: text))
    }

    private static func bracketed(_ text: String) -> String {
        ShellText.replacing("]", by: "\\]", in: ShellText.replacing("[", by: "\\[", in: message(text)))
    }
}
