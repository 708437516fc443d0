import Certification
import Reporting
import Testing

@Suite struct VerifyTextTests {
    private func text(baseName: String = "acme-2026-11-22", organization: String = "Acme") throws -> String {
        let standard = try Sample.index(of: []).standard
        return try VerifyText.text(
            baseName: baseName, organization: organization, standard: standard, day: Sample.day)
    }

    @Test func beginsWithWhatTheFolderIs() throws {
        #expect(
            try text().hasPrefix(
                """
                HOW TO CHECK THIS EVIDENCE BUNDLE

                This folder is named
                  acme-2026-11-22
                and holds the evidence of
                  Acme
                for
                  ISO/IEC 20000-1:2018
                as it stood on 2026-11-22.

                """))
    }

    @Test func aPartSaysSo() throws {
        let standard = try Sample.index(of: []).standard
        let text = try VerifyText.text(
            baseName: "a-2-of-3", organization: "Acme", standard: standard, day: Sample.day,
            part: .init(group: "a", number: 2, count: 3))
        #expect(
            text.contains(
                "as it stood on 2026-11-22.\n\nThis is part 2 of 3 of one bundle. Each part is a folder like this one and\n"
            ))
        #expect(text.contains("Bag-Group-Identifier.\n\nYou need nothing"))
        #expect(try !self.text().contains("This is part"))
    }

    @Test(arguments: ["Acme", String(repeating: "long ", count: 60), String(repeating: "w", count: 300)])
    func linesFitATerminal(organization: String) throws {
        let lines = try text(organization: organization).split(
            separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.allSatisfy { $0.count <= 78 })
        #expect(lines.last == "" && lines.dropLast().last != "")
    }

    @Test func namesAreNotTakenForAnythingElse() throws {
        let text = try text(baseName: "a\r\nb\u{202E}{{day}}", organization: "<Müller & \"Söhne\">")
        #expect(text.contains("\n  a  b[U+202E]{{day}}\nand"))
        #expect(text.contains("\n  <Müller & \"Söhne\">\n"))
        #expect(!text.utf8.contains(UInt8(ascii: "\r")))
    }

    @Test(arguments: [
        "sha256sum --quiet -c manifest-sha256.txt", "shasum -a 256 -c manifest-sha256.txt",
        "Get-FileHash -LiteralPath $name -Algorithm SHA256",
        "certutil -hashfile tagmanifest-sha256.txt SHA256",
        "ssh-keygen -Y verify -f allowed_signers -I qm@example.com",
        "openssl ts -verify -digest IDENTIFIER", "cmd /c \"$check < tagmanifest-sha256.txt\"",
    ])
    func commandsAreThere(command: String) throws {
        #expect(try text().contains(command))
    }
}
