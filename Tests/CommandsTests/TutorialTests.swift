import Foundation
import Testing

/// The pages under `docs` that tell a story are played from their first line to the last.
///
/// In a block `console` a line that begins with `$ ` is typed, and the lines below it must be shown; a line `...`
/// stands for any others. A block `file NAME` is what somebody wrote into a file.
@Suite("Tutorials")
struct TutorialTests {
    @Test("are true to the letter", arguments: ["from-gap-to-ready.md"])
    func play(page: String) throws {
        let text = try String(contentsOfFile: repository + "/docs/" + page, encoding: .utf8)
        let desk = try Desk()
        for item in try FileManager.default.contentsOfDirectory(atPath: repository + "/samples") {
            try FileManager.default.copyItem(
                atPath: repository + "/samples/" + item, toPath: desk.path + "/" + item)
        }
        let steps = Tutorial.steps(of: text)
        #expect(steps.count { $0.command != nil } > 10)
        for step in steps {
            if let file = step.file { try desk.write(file, step.text) }
            guard let command = step.command else { continue }
            let shown = desk.run(Tutorial.words(command), width: 100).shown
            #expect(Tutorial.matches(step.text, shown), "\(page): \(command)\n\(shown)")
        }
    }
}

/// A page taken apart into what is typed, what is shown, and what is written into files.
enum Tutorial {
    struct Step {
        var command: String?
        var file: String?
        var text = ""
    }

    static func steps(of page: String) -> [Step] {
        var steps: [Step] = []
        var language: String?
        for line in page.components(separatedBy: "\n") {
            if line.hasPrefix("```") {
                language = language == nil ? String(line.dropFirst(3)) : nil
                if let language, language.hasPrefix("file ") {
                    steps.append(Step(file: String(language.dropFirst(5))))
                }
            } else if language == "console", line.hasPrefix("$ ") {
                steps.append(Step(command: String(line.dropFirst(2))))
            } else if language == "console" || language?.hasPrefix("file ") == true, !steps.isEmpty {
                steps[steps.count - 1].text += line + "\n"
            }
        }
        return steps
    }

    /// The arguments of a command line, with double quotes around those that hold blanks.
    static func words(_ line: String) -> [String] {
        var words = [""]
        var isQuoted = false
        for character in line {
            if character == "\"" {
                isQuoted.toggle()
            } else if character == " ", !isQuoted {
                words.append("")
            } else {
                words[words.count - 1].append(character)
            }
        }
        return words.dropFirst().filter { !$0.isEmpty }
    }

    /// Whether the lines shown are those expected, where `...` stands for any lines.
    static func matches(_ expected: String, _ shown: String) -> Bool {
        var rest = shown.split(separator: "\n", omittingEmptySubsequences: false).dropLast()[...]
        var isOpen = false
        for line in expected.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            if line == "..." {
                isOpen = true
            } else if isOpen {
                guard let found = rest.firstIndex(of: line) else { return false }
                rest = rest[(found + 1)...]
                isOpen = false
            } else {
                guard rest.first == line else { return false }
                rest = rest.dropFirst()
            }
        }
        return isOpen || rest.isEmpty
    }
}
