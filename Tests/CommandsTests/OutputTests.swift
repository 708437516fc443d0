import Foundation
import Synchronization
import Testing

@testable import Commands

@Suite("Shares in per cent")
struct PercentTests {
    @Test(
        "rounded half up; all is 100 and nothing is 0, and only they are",
        arguments: [
            (0, 0, 100), (0, 62, 0), (62, 62, 100), (1, 1000, 1), (999, 1000, 99), (1, 200, 1), (19, 62, 31),
            (10, 62, 16), (1, 8, 13), (3, 8, 38), (199, 200, 99),
        ])
    func rounded(part: Int, whole: Int, share: Int) { #expect(percent(part, of: whole) == share) }
}

@Suite("Output")
struct OutputTests {
    @Test(
        "columns on a terminal",
        arguments: [
            ("abc", 3), ("Müller", 6), ("Mu\u{308}ller", 6), ("訓練", 4), ("e\u{301}\u{327}", 1), ("👩‍👩‍👧", 2),
            ("❤️", 2), ("", 0),
        ])
    func columns(text: String, width: Int) { #expect(TerminalText.columns(text) == width) }

    @Test(
        "cut with an ellipsis, never in the middle of a wide character",
        arguments: [
            ("abcdef", 4, "abc…"), ("訓練訓練", 4, "訓…"), ("訓練訓練", 5, "訓練…"), ("abc", 3, "abc"), ("abc", 1, "…"),
        ])
    func cut(text: String, width: Int, shown: String) {
        #expect(TerminalText.fitted(text, to: width) == shown)
    }

    @Test("wide and combining characters align")
    func aligned() {
        var table = TextTable(columns: [.init("name"), .init("n", .right)])
        table.rows = [["訓練", "1"], ["Mu\u{308}ller", "10"], ["abc", "100"]]
        #expect(table.lines(width: nil) == ["name      n", "訓練      1", "Mu\u{308}ller   10", "abc     100"])
    }

    @Test("shrinking columns give way first, then the last, never the others")
    func shrinks() {
        var table = TextTable(
            columns: [.init("id"), .init("title", shrinks: true), .init("why")], titled: false)
        let (title, why) = (String(repeating: "t", count: 40), String(repeating: "w", count: 30))
        table.rows = [["EV-0001", title, why]]
        #expect(table.lines(width: 69) == ["EV-0001  " + title.prefix(27) + "…  " + why])
        #expect(table.lines(width: 58) == ["EV-0001  " + title.prefix(21) + "…  " + why.prefix(24) + "…"])
        #expect(table.lines(width: 5)[0].count == 7 + 2 + 8 + 2 + 8)
        #expect(table.lines(width: nil) == ["EV-0001  \(title)  \(why)"])
    }

    @Test("where nothing is cut, one long cell does not push all rows apart")
    func longCell() {
        var table = TextTable(columns: [.init("a"), .init("b")], titled: false)
        table.rows = [[String(repeating: "x", count: 5_000), "1"], ["y", "2"]]
        #expect(table.lines(width: nil).map(\.count) == [5_003, 103])
    }

    @Test("progress is for terminals, appears late and is wiped")
    func progress() throws {
        let text = Mutex("")
        func console(_ interactive: Bool) -> Console {
            Console(
                out: { _ in },
                err: { octets in text.withLock { $0 += String(decoding: octets, as: UTF8.self) } },
                width: nil, coloured: false, isInteractive: interactive)
        }
        let silent = ProgressLine("reading", total: 10, console: console(false))
        let line = ProgressLine("reading", total: 10_000_000, console: console(true))
        line.advance(1)
        #expect(text.withLock { $0 }.isEmpty)
        Thread.sleep(forTimeInterval: 0.55)
        silent.advance(5)
        line.advance(4_999_999)
        silent.finish()
        line.finish()
        #expect(text.withLock { $0 } == "\rreading  5.0 MB of 10.0 MB\u{1B}[K\r\u{1B}[K")
    }

    @Test("results that cannot be written end with 74")
    func fullDisk() throws {
        let desk = try Desk.withRegister()
        var session = Session.ofProcess()
        session.directory = desk.path
        session.console = Console(
            out: { _ in throw OutputError(code: ENOSPC) }, err: { _ in }, width: nil, coloured: false,
            isInteractive: false)
        #expect(Dossier.run(["status"], session: session) == 74)
    }
}
