import Certification

@testable import Bundling

/// Answers of a time-stamping authority, built value by value; nobody has signed them.
struct SampleTimestamp {
    var status: [UInt8] = [0]
    var contentType: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02]
    var infoType: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x10, 0x01, 0x04]
    var infoVersion: [UInt8] = [1]
    var algorithm = TimestampRequest.sha256
    var hash: [UInt8]
    var time = "20261122123456Z"
    var tail: [UInt8] = []
    var infoTail: [UInt8] = []

    init(of hash: [UInt8]) { self.hash = hash }

    init(of id: Fingerprint) { self.init(of: id.octets) }

    static func value(_ tag: UInt8, _ contents: [UInt8]) -> [UInt8] {
        let count = contents.count
        let length: [UInt8] =
            count < 0x80
            ? [UInt8(count)]
            : count < 0x100 ? [0x81, UInt8(count)] : [0x82, UInt8(count >> 8), UInt8(count & 255)]
        return [tag] + length + contents
    }

    var info: [UInt8] {
        let imprint = Self.value(0x30, Self.value(0x06, algorithm) + [5, 0]) + Self.value(0x04, hash)
        return Self.value(
            0x30,
            Self.value(0x02, infoVersion) + Self.value(0x06, [0x2A, 3]) + Self.value(0x30, imprint)
                + Self.value(0x02, [UInt8](repeating: 0x7F, count: 20)) + Self.value(0x18, Array(time.utf8)))
            + infoTail
    }

    var octets: [UInt8] {
        let content = Self.value(0x06, infoType) + Self.value(0xA0, Self.value(0x04, info))
        // What follows in signed data, certificates and signatures, is not looked at.
        let signed = Self.value(
            0x30,
            Self.value(0x02, [3]) + Self.value(0x31, []) + Self.value(0x30, content) + Self.value(0x31, []))
        let token = Self.value(0x30, Self.value(0x06, contentType) + Self.value(0xA0, signed))
        return Self.value(0x30, Self.value(0x30, Self.value(0x02, status)) + token) + tail
    }

    func with(_ change: (inout SampleTimestamp) -> Void) -> [UInt8] {
        var changed = self
        change(&changed)
        return changed.octets
    }
}
