import ChildProcesses
import Foundation
import Testing

/// What a person sees who types commands, word for word.
///
/// Lines of standard error begin with `! `; an exit status other than 0 stands in brackets at the end.
/// What differs from day to day is masked: times, hashes, and sizes that depend on them.
@Suite struct TranscriptTests {
    private let workplace: Workplace

    init() throws { workplace = try Workplace() }

    @Test func fromNothingToGaps() throws {
        let session = try [
            transcript(
                "init", "register", "--organization", "Northwind Hosting Ltd", "--standard", "20000-1"),
            transcript("import", "../documents/register.csv", in: "register", shown: 3),
            transcript("gap", in: "register", shown: 6),
        ]
        #expect(
            session.joined(separator: "\n") == """
                $ dossier init register --organization "Northwind Hosting Ltd" --standard 20000-1
                ! Created the register register/.dossier for Northwind Hosting Ltd.
                ! Standard: ISO/IEC 20000-1:2018 (62 requirement clauses).
                ! Next: cd register, then `dossier import LIST.csv --dry-run` or `dossier add FILE --clause 8.6.1`.
                $ dossier import ../documents/register.csv
                41 rows read from ../documents/register.csv
                  28 new, 13 revised, 0 changed, 0 unchanged, 0 rejected
                ! Next: dossier gap
                $ dossier gap
                ISO/IEC 20000-1:2018 on 2026-11-22: 44 of 62 covered, 4 partial, 2 stale, 1 requested, 11 missing
                  4.1      Understanding the organization and its context                          missing    no evidence linked; typical: register, minutes
                  4.2      Understanding the needs and expectations of interested parties          covered    MIN-001, SCP-001
                  4.3      Determining the scope of the service management system                  covered    SCP-001
                  4.4      Service management system                                               missing    no evidence linked; typical: process-description
                  5.1      Leadership and commitment                                               covered    MIN-001, POL-001
                ...
                ! Next: `dossier show 4.1` says what is asked for; `dossier gap --next` orders the work by date.
                """)
    }

    @Test func oneItem() throws {
        try workplace.makeSampleRegister()
        let page = try transcript("show", "PRO-005", in: "register")
        #expect(
            page == """
                $ dossier show PRO-005
                PRO-005  Supplier management procedure
                  kind     procedure
                  state    stale; review was due 2026-09-30
                  owner    Supplier manager
                  class    internal
                  review   due 2026-09-30
                  retain   36m
                  tags     supplier
                  note     Review overdue, action MR-26-08
                  links
                    8.2.3.1  [Accountability, selection and listing of other parties]  sections 1 to 4
                    8.3.4.1  Management of external suppliers                          sections 1 to 4
                  files
                    no           file                              version  effective   period    size  sha-256
                     1  current  supplier-management-procedure.md  1.2      2025-09-30  -       2.5 kB  SHA-256...
                    revision 1 from ~/documents/documents/suppliers/supplier-management-procedure.md
                    revision 1 approved by Head of operations on 2025-09-29
                  history
                    TIME  quality manager  added procedure "Supplier management procedure"
                    TIME  quality manager  revision 1: supplier-management-procedure.md, SHA-256...
                    TIME  quality manager  revision 1 approved by Head of operations
                    TIME  quality manager  linked to iso20000-1-2018:8.2.3.1
                    TIME  quality manager  linked to iso20000-1-2018:8.3.4.1
                """)
    }

    @Test func mistakes() throws {
        try workplace.makeSampleRegister()
        let session = try [
            transcript("link", "PRO-001", "8.61", in: "register"),
            transcript("show", "PRO-0005", in: "register"),
            transcript("gap"),
            transcript("gap", "--no-such-option", in: "register"),
            transcript("pack", "--on", "2026-02-30", in: "register"),
            transcript("add", "absent.txt", in: "register"),
        ]
        #expect(
            session.joined(separator: "\n") == """
                $ dossier link PRO-001 8.61
                ! dossier: error: 8.61 is no clause of ISO/IEC 20000-1:2018
                ! dossier: hint: did you mean 8.6.1 (Incident management)?  dossier link PRO-001 8.6.1
                [65]
                $ dossier show PRO-0005
                ! dossier: error: no evidence PRO-0005
                ! dossier: hint: did you mean PRO-005, PRO-001, PRO-002?
                [66]
                $ dossier gap
                ! dossier: error: no register in ~ or above it
                ! dossier: hint: dossier init --organization NAME --standard 20000-1
                [66]
                $ dossier gap --no-such-option
                ! dossier: error: unknown option '--no-such-option'
                ! dossier: hint: dossier gap --help
                [64]
                $ dossier pack --on 2026-02-30
                ! dossier: error: the value '2026-02-30' is invalid for '--on <day>'
                ! dossier: hint: a day is written YYYY-MM-DD: 2026-11-22
                [64]
                $ dossier add absent.txt
                ! dossier: error: absent.txt does not exist
                [66]
                """)
    }

    @Test func packedAndVerified() throws {
        try workplace.makeSampleRegister()
        let session = try [
            transcript("pack", "-o", "audit.zip", in: "register"),
            transcript("verify", "audit.zip", in: "register"),
            transcript("unpack", "audit.zip", "unpacked", in: "register"),
        ]
        #expect(
            session.joined(separator: "\n") == """
                $ dossier pack -o audit.zip
                audit.zip  39 evidence files, 394 kB, N kB packed
                  bundle id  ID  (say this to the auditor)
                             SHA-256
                  sensitive  holds 1 restricted, 3 confidential; --classification-up-to internal withholds them
                  left out   1 superseded revision: listed
                  not ready  clauses: 11 missing, 1 requested, 2 stale, 4 partial; listed on the first page
                ! Next: dossier verify audit.zip
                $ dossier verify audit.zip
                valid: 46 files, N kB, every checksum holds
                signature  unsigned; who packed it is not proven
                bundle id  ID
                           SHA-256
                $ dossier unpack audit.zip unpacked
                valid: 46 files, N kB, every checksum holds
                signature  unsigned; who packed it is not proven
                bundle id  ID
                           SHA-256
                ! Unpacked to unpacked/audit. Open unpacked/audit/data/index.html in a browser.
                """)
    }

    @Test func damagedBundle() throws {
        try workplace.makeSampleRegister()
        try workplace.require("pack", "-o", "audit.zip", in: "register")
        try workplace.require("unpack", "audit.zip", in: "register")
        try workplace.write("other words".utf8, to: "register/audit/VERIFY.txt")
        try workplace.write("added".utf8, to: "register/audit/data/added.txt")
        let verdict = try transcript("verify", "audit", in: "register")
        #expect(
            verdict == """
                $ dossier verify audit
                error: checksum-mismatch VERIFY.txt: changed: sha256 is SHA-256..., tagmanifest-sha256.txt says SHA-256...
                error: payload-oxum-mismatch bag-info.txt: Payload-Oxum says N, found N
                error: payload-unlisted data/added.txt: not listed in the manifest
                not valid: 3 errors; 47 files looked at
                signature  unsigned; who packed it is not proven
                bundle id  ID
                           SHA-256
                [1]
                """)
    }

    /// What a command says; of long results only the first lines.
    private func transcript(_ arguments: String..., in directory: String = "", shown: Int = .max) throws
        -> String
    {
        if !FileManager.default.fileExists(atPath: workplace.path("documents")) {
            try FileManager.default.createSymbolicLink(
                atPath: workplace.path("documents"), withDestinationPath: Workplace.samples)
        }
        let outcome = try workplace.dossier(arguments, in: directory)
        let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        let errors = outcome.errors.split(separator: "\n").map { "! \($0)" }
        let text =
            ["$ dossier " + arguments.map { $0.contains(" ") ? "\"\($0)\"" : $0 }.joined(separator: " ")]
            + lines.prefix(shown).map(String.init) + (lines.count > shown ? ["..."] : []) + errors
            + (outcome.status == 0 ? [] : ["[\(outcome.status)]"])
        return masked(text.joined(separator: "\n"))
    }

    private func masked(_ text: String) -> String {
        let samples = URL(fileURLWithPath: Workplace.samples).resolvingSymlinksInPath().path
        return text.replacing(samples, with: "~/documents").replacing(workplace.folder, with: "~")
            .replacing(/[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z/, with: "TIME")
            .replacing(/\b[0-9a-f]{64}\b/, with: "SHA-256")
            .replacing(/\b[0-9a-f]{4}( [0-9a-f]{4}){3}\b/, with: "ID")
            .replacing(/\b[0-9a-f]{12}\b/, with: "SHA-256...")
            .replacing(/[0-9]+ kB(?= packed|, every)/, with: "N kB")
            .replacing(/says [0-9.]+, found [0-9.]+/, with: "says N, found N")
    }
}
