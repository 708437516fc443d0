import Foundation
import Testing

@Suite("Identifiers and time stamps")
struct TimestampCommandTests {
    /// A value in DER.
    private func value(_ tag: UInt8, _ contents: [UInt8]) -> [UInt8] {
        let count = contents.count
        return [tag] + (count < 0x80 ? [UInt8(count)] : [0x82, UInt8(count >> 8), UInt8(count & 255)])
            + contents
    }

    /// An answer that nobody signed, in which all lengths but the outer ones are short.
    private func answer(to request: Data, status: UInt8 = 0) -> Data {
        // The question is a version, the hash with its algorithm, and the wish for a certificate.
        let imprint = Array(request.dropFirst(5).prefix(51))
        let info = value(
            0x30,
            value(2, [1]) + value(6, [0x2A, 3]) + imprint + value(2, [9])
                + value(0x18, Array("20261122123456Z".utf8)))
        let type: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x10, 0x01, 0x04]
        let content = value(0x30, value(6, type) + long(0xA0, long(4, info)))
        let signed = long(0x30, value(2, [3]) + value(0x31, []) + content)
        let token = long(
            0x30, value(6, [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02]) + long(0xA0, signed))
        return Data(long(0x30, value(0x30, value(2, [status])) + token))
    }

    /// As `value`, in the shortest form from 128 octets on.
    private func long(_ tag: UInt8, _ contents: [UInt8]) -> [UInt8] {
        (0x80...0xFF).contains(contents.count)
            ? [tag, 0x81, UInt8(contents.count)] + contents : value(tag, contents)
    }

    private func desk() throws -> Desk {
        let desk = try Desk.withBundle()
        desk.run("pack", "-o", "c.zip", "--timestamp-request").expect()
        let request = try Data(contentsOf: URL(fileURLWithPath: desk.path + "/c.tsq"))
        try answer(to: request).write(to: URL(fileURLWithPath: desk.path + "/c.tsr"))
        return desk
    }

    @Test("bundle id prints one line, the same for the archive and the folder, whatever its name")
    func identifier() throws {
        let desk = try Desk.withBundle()
        let answer = desk.run("bundle", "id", "b.zip")
        answer.expect(err: "")
        #expect(answer.out.wholeMatch(of: /[0-9a-f]{64}\n/) != nil)
        #expect(desk.run("bundle", "id", "b") == answer)
        #expect(desk.run("verify", "b").out.contains("\n           \(answer.out)"))
        #expect(desk.run("inspect", "b").out.contains("\n           \(answer.out)"))
        desk.run("bundle", "id", "procedure.md").expect(
            65, out: "", err: "dossier: error: {desk}/procedure.md is not a bundle\n")
        try FileManager.default.removeItem(atPath: desk.path + "/b/tagmanifest-sha256.txt")
        desk.run("bundle", "id", "b").expect(
            65, out: "", err: "dossier: error: b has no tagmanifest-sha256.txt, so no identifier\n")
    }

    @Test("the request lies beside the archive, and is the same each time")
    func request() throws {
        let desk = try Desk.withBundle()
        let packed = desk.run("pack", "-o", "b.zip", "--overwrite", "--timestamp-request")
        packed.expect(err: "Next: dossier verify b.zip\n")
        #expect(
            packed.out.contains(
                "\n  time stamp send b.tsq to an authority; its answer: dossier bundle attach-timestamp\n"))
        let request = try Data(contentsOf: URL(fileURLWithPath: desk.path + "/b.tsq"))
        desk.run("pack", "-o", "b.zip", "--timestamp-request").expect(73)
        desk.run("pack", "-o", "b.zip", "--timestamp-request", "--overwrite").expect()
        #expect(try Data(contentsOf: URL(fileURLWithPath: desk.path + "/b.tsq")) == request)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: desk.path).allSatisfy {
                !$0.contains("partial")
            })
    }

    @Test("an answer is put into the archive and shown", arguments: ["c.zip", "c"])
    func attach(bundle: String) throws {
        let desk = try desk()
        desk.run("unpack", "c.zip").expect()
        let id = desk.run("bundle", "id", bundle).out.dropLast()
        let words = """
            time stamp 2026-11-22T12:34:56Z, made for this bundle; whether its authority is genuine says
                       openssl ts -verify -digest \(id) -in tagmanifest-sha256.txt.tsr -CAfile ca.pem

            """
        desk.run("bundle", "attach-timestamp", bundle, "c.tsr").expect(
            out: words, err: "Next: dossier verify \(bundle)\n")
        let verified = desk.run("verify", bundle)
        verified.expect()
        #expect(verified.out.contains("; who packed it is not proven\n\(words)bundle id  "))
        #expect(
            desk.run("verify", bundle, "--format", "json").out.contains(
                "\"timestamp\" : {\n    \"time\" : \"2026-11-22T12:34:56Z\"\n  }"))
        #expect(desk.run("inspect", bundle).out.contains("\ntime stamp there is one\n"))
        desk.run("bundle", "attach-timestamp", bundle, "c.tsr").expect(
            73, out: "",
            err: """
                dossier: error: {desk}/\(bundle)/tagmanifest-sha256.txt.tsr already exists
                dossier: hint: choose another name or folder; pack can also replace it with --overwrite

                """)
    }

    @Test("what is no answer for this bundle changes nothing")
    func refused() throws {
        let desk = try desk()
        let before = try Data(contentsOf: URL(fileURLWithPath: desk.path + "/c.zip"))
        let request = try Data(contentsOf: URL(fileURLWithPath: desk.path + "/c.tsq"))
        try answer(to: request, status: 2).write(to: URL(fileURLWithPath: desk.path + "/refused.tsr"))
        var foreign = request
        foreign[foreign.count - 4] ^= 1
        try answer(to: foreign).write(to: URL(fileURLWithPath: desk.path + "/foreign.tsr"))
        for (file, status, message) in [
            ("none.tsr", 66, "none.tsr: no such file or directory\n"),
            ("procedure.md", 65, "procedure.md: no answer of a time-stamping authority in DER\n"),
            ("refused.tsr", 65, "refused.tsr: the authority has not granted it: status 2\n"),
            (
                "foreign.tsr", 65,
                "the time stamp was made for another bundle than {desk}/c.zip\ndossier: hint: dossier bundle id BUNDLE, and ask for a stamp of that\n"
            ),
        ] as [(String, Int32, String)] {
            desk.run("bundle", "attach-timestamp", "c.zip", file).expect(
                status, out: "", err: "dossier: error: \(message)")
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: desk.path + "/c.zip")) == before)
    }
}
