/// The fish script: a function that finds the command on the line, and one `complete` line for each word offered.
enum FishCompletion {
    static func script(_ root: CommandPath) -> String {
        let name = "__" + ShellText.identifier([root.program])
        let lines = root.all.flatMap { offers($0, name, root.program) }
        return """
            # fish completion for \(root.program), made by '\(root.program) completions fish'.

            \(walk(name, root))
            complete -c \(root.program) -f
            \(lines.joined(separator: "\n"))

            """
    }

    private static func offers(_ path: CommandPath, _ name: String, _ program: String) -> [String] {
        let command = path.command
        func line(_ place: String, _ rest: String) -> String {
            let condition = ShellText.fishQuoted("\(name)_at '\(path.text)'" + (place.isEmpty ? "" : " " + place))
            return "complete -c \(program) -n \(condition) \(rest)"
        }
        let subcommands = command.subcommands.map { line("", "-a \($0.name) -d \(ShellText.fishQuoted($0.summary))") }
        let positionals = command.positionals.enumerated().compactMap { index, positional in
            action(positional.kind, name).map { line(positional.takesSeveral ? "any" : "\(index)", $0) }
        }
        return subcommands + positionals + path.options.map { line("", option($0, name)) }
    }

    private static func option(_ option: OptionSpecification, _ name: String) -> String {
        let short = option.short.map { "-s \($0) " } ?? ""
        var value = ""
        if !option.isFlag { value = "-r " + (action(option.kind, name) ?? "-f") + " " }
        return short + "-l \(option.name) " + value + "-d " + ShellText.fishQuoted(option.help)
    }

    private static func action(_ kind: ValueKind, _ name: String) -> String? {
        let words = kind.words.joined(separator: " ")
        switch kind {
        case .text: return nil
        case .file: return "-F"
        case .folder: return "-f -a '(__fish_complete_directories)'"
        case .nameOrFile: return "-F -a " + ShellText.fishQuoted(words)
        case .choice, .name: return "-f -a " + ShellText.fishQuoted(words)
        case .list, .names: return words.isEmpty ? nil : "-f -a " + ShellText.fishQuoted("(\(name)_list \(words))")
        }
    }

    private static func walk(_ name: String, _ root: CommandPath) -> String {
        let valued = root.all.flatMap { path in
            path.options.filter { !$0.isFlag }.flatMap(\.forms).map { ShellText.fishQuoted(path.text + " " + $0) }
        }
        let branches = root.all.filter { $0.words.count > 1 }.map { ShellText.fishQuoted($0.text) }
        return """
            # Whether the line so far calls this command, with so many arguments (or any number) before the cursor.
            function \(name)_at
                set -l path \(ShellText.fishQuoted(root.program))
                set -l place 0
                set -l pending 0
                for word in (commandline -opc)[2..-1]
                    if test $pending = 1
                        set pending 0
                    else if contains -- "$path $word" \(valued.joined(separator: " "))
                        set pending 1
                    else if string match -q -- '-*' $word
                        continue
                    else if contains -- "$path $word" \(branches.joined(separator: " "))
                        set path "$path $word"
                    else
                        set place (math $place + 1)
                    end
                end
                test "$path" = $argv[1]; or return 1
                test (count $argv) = 1; or test $argv[2] = any; or test $argv[2] = $place
            end

            # The words of a list, each behind what is already typed of it.
            function \(name)_list
                set -l typed (commandline -ct | string replace -r '^--[^=]*=' '' | string match -r '.*,')
                for word in $argv
                    echo "$typed$word"
                end
            end

            """
    }
}
