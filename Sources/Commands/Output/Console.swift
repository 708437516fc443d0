import Foundation
import Reporting

/// Where results (standard output) and talk (standard error) go.
public struct Console: Sendable {
    /// Takes octets of a result; throws when they cannot be written.
    public var out: @Sendable ([UInt8]) throws -> Void
    /// Takes octets of talk.
    public var err: @Sendable ([UInt8]) -> Void
    /// Columns of the terminal that shows results; nil where it is none.
    public var width: Int?
    /// Whether results may be styled with the colours of the terminal.
    public var coloured: Bool
    /// Whether talk is read by a person at a terminal, who may see progress.
    public var isInteractive: Bool
    /// Whether talk is silenced, except for warnings and errors.
    public var quiet = false

    /// A console that writes to `out` and `err` and is not quiet.
    public init(
        out: @escaping @Sendable ([UInt8]) throws -> Void, err: @escaping @Sendable ([UInt8]) -> Void,
        width: Int?, coloured: Bool, isInteractive: Bool
    ) {
        self.out = out
        self.err = err
        self.width = width
        self.coloured = coloured
        self.isInteractive = isInteractive
    }

    /// A line of a result. Whatever strangers wrote into it is made harmless before it is styled.
    func say(_ line: String = "", _ style: Style? = nil) throws {
        let shown = ShownText.line(line)
        try out(Array(((style.map { styled(shown, $0) } ?? shown) + "\n").utf8))
    }

    /// A line of a table in which one word has a colour.
    func say(_ line: String, marking word: String, _ style: Style) throws {
        guard coloured else { return try say(line) }
        let shown = ShownText.line(line).replacing(
            "  \(word) ", with: "  \(styled(word, style)) ", maxReplacements: 1)
        try out(Array((shown + "\n").utf8))
    }

    /// A text of our own, with its line breaks.
    func page(_ text: String) throws { try out(Array((text + "\n").utf8)) }

    /// A line of talk beside the result: what was done, what comes next. Silenced by `--quiet`.
    func tell(_ line: String) {
        if !quiet { talk(line) }
    }

    /// A warning; never silenced.
    func warn(_ message: String) { talk("dossier: warning: \(message)") }

    /// A line of talk that is never silenced.
    func talk(_ line: String) { err(Array((ShownText.line(line) + "\n").utf8)) }

    /// The text in a colour of the terminal, where it shows colours.
    private func styled(_ text: String, _ style: Style) -> String {
        coloured ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }
}

/// The few styles in use; none carries a meaning that the words do not.
enum Style: String {
    case warning = "33"
    case bad = "31"
    case strong = "1"
}

/// Results could not be written: a full disk, a closed device.
struct OutputError: Error {
    let code: Int32
}

extension Console {
    /// The streams of this process.
    static func ofProcess() -> Console {
        let environment = ProcessInfo.processInfo.environment
        let isTerminal = isatty(STDOUT_FILENO) == 1
        let plain = !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
        return Console(
            out: { try write($0, to: STDOUT_FILENO) },
            err: { try? write($0, to: STDERR_FILENO) },
            width: isTerminal ? terminalWidth(environment) : nil,
            coloured: isTerminal && !plain,
            isInteractive: isatty(STDERR_FILENO) == 1)
    }

    private static func terminalWidth(_ environment: [String: String]) -> Int {
        var size = winsize()
        if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
        return environment["COLUMNS"].flatMap { Int($0) } ?? 80
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                throw OutputError(code: errno)
            }
        }
    }
}
