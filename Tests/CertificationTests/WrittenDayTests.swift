import Certification
import Testing

@Suite struct WrittenDayTests {
    @Test(arguments: [
        ("2026-03-01", "2026-03-01"), ("1 March 2026", "2026-03-01"), ("March 1st, 2026", "2026-03-01"),
        ("01 Mar 2026", "2026-03-01"), ("01.03.2026", "2026-03-01"), ("25/03/2026", "2026-03-25"),
        ("03/25/2026", "2026-03-25"), ("05/05/2026", "2026-05-05"), ("2026/03/01", "2026-03-01"),
        ("1. März 2026", "2026-03-01"), ("2026-03-01T10:00:00Z", "2026-03-01"),
    ]) func `days as people write them`(_ text: String, _ day: String) throws {
        #expect(try WrittenDay.read(text).description == day)
    }

    @Test(arguments: [
        ("03/04/2026", WrittenDay.Fault.ambiguous), ("soon", .notADay), ("31 February 2026", .notADay),
        ("13/13/2026", .notADay),
        ("", .notADay), ("March 2026", .notADay),
    ]) func `no day is guessed`(_ text: String, _ fault: WrittenDay.Fault) {
        #expect(throws: fault) { try WrittenDay.read(text) }
    }
}
