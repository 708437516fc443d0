import Testing

@testable import Certification

@Suite("Names of dates")
struct DueNameTests {
    private static func desk(_ certificate: String) -> CycleDesk {
        var desk = CycleDesk.certified()
        desk.certificate = Certificate(
            id: certificate, standard: "iso20000-1-2018", body: "BSI", scope: "Hosting")
        desk.audit(.surveillance, "2027-03-01..2027-03-02")
        for id in ["NC-1", "NC-10", "NC-1.2"] { desk.find(.major, in: 1, id) }
        return desk
    }

    private static func names(_ certificate: String) -> [String] {
        desk(certificate).judged("2027-03-10").dueItems(standard: nil).filter { $0.source == .finding }
            .map { "\($0.key) \($0.subject)" }
    }

    @Test("a finding is known by its whole identifier")
    func whole() {
        #expect(
            Self.names("C-1") == [
                "C-1.NC-4.NC-1.1 NC-1", "C-1.NC-4.NC-10.1 NC-10", "C-1.NC-4.NC-1.2.1 NC-1.2",
            ])
    }

    @Test("a finding against two certificates has a date under each, and no two dates have one name")
    func two() {
        let names = Self.names("C-1") + Self.names("C-2")
        #expect(Set(names).count == 6)
    }
}
