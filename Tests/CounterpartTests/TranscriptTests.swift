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
            transcript("init", "register", "--organization", "Northwind Hosting Ltd", "--standard", "20000-1"),
            transcript("import", "../documents/register.csv", in: "register", shown: 3),
            transcript("gap", in: "register", shown: 6),
        ]
        #expect(
            session.joined(separator: "\n") == """
                """)
    }

    @Test func oneItem() throws {
        try workplace.makeSampleRegister()
        #expect(
            try transcript("show", "PRO-005", in: "register") == """
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
                """)
    }

    @Test func damagedBundle() throws {
        try workplace.makeSampleRegister()
        try workplace.require("pack", "-o", "audit.zip", in: "register")
        try workplace.require("unpack", "audit.zip", in: "register")
        try workplace.write("other words".utf8, to: "register/audit/VERIFY.txt")
        try workplace.write("added".utf8, to: "register/audit/data/added.txt")
        #expect(
            try transcript("verify", "audit", in: "register") == """
                """)
    }

    /// What a command says; of long results only the first lines.
    private func transcript(_ arguments: String..., in directory: String = "", shown: Int = .max) throws -> String {
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
        text.replacing(workplace.folder, with: "~")
            .replacing(/[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z/, with: "TIME")
            .replacing(/\b[0-9a-f]{64}\b/, with: "SHA-256")
            .replacing(/\b[0-9a-f]{4}( [0-9a-f]{4}){3}\b/, with: "ID")
            .replacing(/[0-9]+ kB packed/, with: "N kB packed")
    }
}
