import Foundation
import Testing

@testable import Archive

/// Archives that are encrypted in another way, or hold more than one: all of them are refused as before.
@Suite struct EncryptedFormTests {
    /// An entry as other programs might write it, in both of its records.
    struct Form: Sendable, CustomTestStringConvertible {
        var what: String
        var name = "a.zip"
        var flags = 1
        var method = 99
        var field: [UInt8]? = [2, 0, 0x41, 0x45, 3, 0, 0]
        var size = 100
        var packed = 128
        var attributes: UInt64 = 0o100644 << 16
        /// The extra field of the header before the content, where it is another one.
        var localField: [UInt8]??
        var localMethod: Int?
        var entries = 1
        var before: [UInt8] = []
        var behind: [UInt8] = []

        var testDescription: String { what }

        private func extra(_ field: [UInt8]?) -> [UInt8] {
            guard let field else { return [] }
            var bytes = ByteBuilder()
            bytes.short(0x9901)
            bytes.short(field.count)
            bytes.append(field)
            return bytes.bytes
        }

        private func record(_ extra: [UInt8], method: Int, central: Bool, offset: Int) -> [UInt8] {
            var bytes = ByteBuilder()
            bytes.long(central ? ZipRecords.centralSignature : ZipRecords.localSignature)
            if central { bytes.short(3 << 8 | 51) }
            for value in [51, flags, method, 0, 0x21] { bytes.short(value) }
            for value in [0, packed, size] { bytes.long(UInt64(value)) }
            bytes.short(name.utf8.count)
            bytes.short(extra.count)
            if central {
                for _ in 0..<3 { bytes.short(0) }
                bytes.long(attributes)
                bytes.long(UInt64(offset))
            }
            bytes.append(name.utf8)
            bytes.append(extra)
            return bytes.bytes
        }

        var archive: [UInt8] {
            var (body, directory) = (before, [UInt8]())
            for _ in 0..<entries {
                directory += record(extra(field), method: method, central: true, offset: body.count)
                body += record(
                    extra(localField ?? field), method: localMethod ?? method, central: false, offset: 0)
                body += [UInt8](repeating: 7, count: packed)
            }
            body += behind
            return body + directory
                + ZipRecords.end(count: entries, directoryOctets: directory.count, offset: body.count)
        }
    }

    private func isRecognised(_ form: Form, in folder: TemporaryFolder) throws -> Bool {
        let path = try folder.write(form.archive, to: "a.zip")
        return try EncryptedArchive(SharedFile(reading: path), path: path) != nil
    }

    static let read: [Form] = [
        Form(what: "the second version"),
        Form(what: "the first version", field: [1, 0, 0x41, 0x45, 3, 0, 0]),
        Form(what: "a name in UTF-8", name: "ü.zip", flags: 0x0801),
    ]

    @Test(arguments: read) func isRead(form: Form) throws {
        #expect(try isRecognised(form, in: TemporaryFolder()))
    }

    static let refused: [(Form, ZipFault.Code)] = [
        (Form(what: "AES with 128 bits", field: [2, 0, 0x41, 0x45, 1, 0, 0]), .encrypted),
        (Form(what: "AES with 192 bits", field: [2, 0, 0x41, 0x45, 2, 0, 0]), .encrypted),
        (Form(what: "a deflated content", field: [2, 0, 0x41, 0x45, 3, 8, 0]), .encrypted),
        (Form(what: "another vendor", field: [2, 0, 0x41, 0x46, 3, 0, 0]), .encrypted),
        (Form(what: "a third version", field: [3, 0, 0x41, 0x45, 3, 0, 0]), .encrypted),
        (Form(what: "a longer field", field: [2, 0, 0x41, 0x45, 3, 0, 0, 0]), .encrypted),
        (Form(what: "no field", field: nil), .encrypted),
        (Form(what: "PKWARE's first encryption", method: 0, field: nil, size: 116), .encrypted),
        (Form(what: "PKWARE's first encryption, deflated", method: 8, field: nil), .encrypted),
        (Form(what: "PKWARE's strong encryption", flags: 0x41), .encrypted),
        (Form(what: "a hidden directory", flags: 0x2001), .encrypted),
        (Form(what: "a field, and no encryption", flags: 0), .encrypted),
        (Form(what: "a field at a method of its own", method: 0), .encrypted),
        (Form(what: "a size too small", size: 99), .encrypted),
        (Form(what: "a size too large", size: 101), .encrypted),
        (Form(what: "shorter than its own salt", size: 0, packed: 27), .encrypted),
        (Form(what: "nothing inside", size: 0, packed: 28), .encrypted),
        (Form(what: "two of them", entries: 2), .encrypted),
        (Form(what: "none", entries: 0, behind: [1]), .hiddenOctets),
        (Form(what: "a folder", name: "a/"), .encrypted),
        (Form(what: "a link", attributes: 0o120777 << 16), .encrypted),
        (Form(what: "no name", name: ""), .nameUnreadable),
        (Form(what: "another field in the header", localField: [1, 0, 0x41, 0x45, 3, 0, 0]), .encrypted),
        (Form(what: "no field in the header", localField: .some(nil)), .encrypted),
        (Form(what: "another method in the header", localMethod: 0), .encrypted),
        (Form(what: "octets before it", before: [1]), .encrypted),
        (Form(what: "octets behind it", behind: [1]), .encrypted),
    ]

    @Test(arguments: refused) func isRefused(form: Form, code: ZipFault.Code) throws {
        let folder = try TemporaryFolder()
        #expect(try !isRecognised(form, in: folder))
        let fault = #expect(throws: ZipFault.self) { try ZipTests.read(folder("a.zip")) }
        #expect(fault?.code == code)
    }

    @Test func largeOnesAreWrittenWithLargeNumbers() throws {
        var record = ZipRecords.Entry(name: Array("a".utf8), size: 5 << 30)
        record.packed = record.size + 28
        record.isEncrypted = true
        let central = ZipRecords.central(record)
        var cursor = ByteCursor(central[...])
        let entry = try ZipEntry(central: &cursor, before: 20 << 30, isEncrypted: true)
        #expect(entry.size == 5 << 30 && entry.packed == 5 << 30 + 28 && cursor.left == 0)
        #expect(entry.encryption == .ours && entry.method == 99)
        #expect(ZipRecords.local(record).count == record.localOctets)
    }
}
