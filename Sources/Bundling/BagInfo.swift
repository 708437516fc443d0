import Certification

/// One line of `bag-info.txt`: a fact about the bag, for people.
public struct InfoField: Hashable, Sendable, Codable {
    /// `Source-Organization`
    public let label: String
    /// `Acme`
    public let value: String

    /// A label and its value, as they stand.
    public init(_ label: String, _ value: String) {
        self.label = label
        self.value = value
    }
}

/// `bag-info.txt`, in its order.
struct BagInfo: Hashable, Sendable {
    var fields: [InfoField] = []
    /// Lines that are neither a field nor the continuation of one, counted from 1.
    var malformedLines: [Int] = []

    /// `Label: value`, continued by lines that begin with a blank or a tab. Since 1.0 there is no blank before the colon and
    /// one behind it; earlier versions left that to everybody (RFC 8493 2.2.2).
    init(parsing bytes: [UInt8], isStrict: Bool = false) {
        var (label, value) = ("", "")
        for (index, line) in TagText.lines(bytes).enumerated() {
            let text = String(decoding: line, as: UTF8.self)
            if let first = line.first, first == 0x20 || first == 0x09, !label.isEmpty {
                // In place: a value may have a million lines.
                value += " " + text.trimmed
            } else if let colon = text.firstIndex(of: ":"), !text[..<colon].trimmed.isEmpty,
                line.first != 0x20, !isStrict || Self.isExact(text[..<colon], text[colon...].dropFirst())
            {
                add(label, value)
                (label, value) = (text[..<colon].trimmed, text[text.index(after: colon)...].trimmed)
            } else if !text.trimmed.isEmpty {
                malformedLines.append(index + 1)
            }
        }
        add(label, value)
    }

    private static func isExact(_ label: Substring, _ value: Substring) -> Bool {
        let isBlank = { (octet: UInt8?) in octet == 0x20 || octet == 0x09 }
        return !isBlank(label.utf8.last) && (value.isEmpty || isBlank(value.utf8.first))
    }

    private mutating func add(_ label: String, _ value: String) {
        if !label.isEmpty { fields.append(InfoField(label, value)) }
    }

    /// Labels are compared without regard to case.
    static func values(_ label: String, in fields: [InfoField]) -> [String] {
        fields.filter { $0.label.lowercased() == label.lowercased() }.map(\.value)
    }
}

/// The octets and files of a payload, `octets.files`: a quick check, no proof.
struct PayloadOxum: Hashable, Sendable, CustomStringConvertible {
    static let label = "Payload-Oxum"

    var octets: Int
    var files: Int

    init(octets: Int, files: Int) {
        self.octets = octets
        self.files = files
    }

    init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        // Digits and nothing else: a sign would be a number too.
        guard parts.count == 2, parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let octets = Int(parts[0]), let files = Int(parts[1])
        else { return nil }
        self.init(octets: octets, files: files)
    }

    var description: String { "\(octets).\(files)" }
}
