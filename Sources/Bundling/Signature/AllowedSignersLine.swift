import Foundation

/// A line of an allowed_signers file while it is read: `principals [options] type key [comment]`.
struct AllowedSignersLine {
    private var rest: Substring
    private let number: Int
    private var isAuthority = false
    private var namespaces: String?
    private var validAfter: LocalTime?
    private var validBefore: LocalTime?

    init(_ text: String, number: Int) {
        rest = text[...]
        self.number = number
    }

    private func malformed(_ reason: String) -> AllowedSigners.Malformed {
        .init(line: number, reason: reason)
    }

    func parsed() throws(AllowedSigners.Malformed) -> AllowedSigners.Line {
        var line = self
        return try line.read()
    }

    private mutating func read() throws(AllowedSigners.Malformed) -> AllowedSigners.Line {
        let principals = try word().replacing("\"", with: "")
        guard !principals.isEmpty, principals.utf8.count <= 4_096 else { throw malformed("no principals") }
        var next = try word()
        if !Self.isKeyType(next) {
            try readOptions(next)
            next = try word()
        }
        let base64 = try word()
        guard let blob = Data(base64Encoded: base64), let key = SSHPublicKey(blob: Array(blob)),
            key.type == next
        else { throw malformed("no key of a type that signs") }
        if let validAfter, let validBefore, !(validAfter < validBefore) {
            throw malformed("valid-before is not after valid-after")
        }
        return AllowedSigners.Line(
            number: number, principals: principals, key: key, isAuthority: isAuthority,
            namespaces: namespaces, validAfter: validAfter, validBefore: validBefore)
    }

    private static func isKeyType(_ word: String) -> Bool {
        ["ssh-", "ecdsa-", "sk-"].contains { word.hasPrefix($0) } && !word.contains("=")
    }

    /// Up to the next blank outside of quotation marks; they stay in.
    private mutating func word() throws(AllowedSigners.Malformed) -> String {
        rest = rest.drop { $0 == " " || $0 == "\t" }
        let word = Self.prefix(of: rest) { $0 == " " || $0 == "\t" }
        guard word.count(where: { $0 == "\"" }).isMultiple(of: 2) else {
            throw malformed("an open quotation mark")
        }
        guard !word.isEmpty else { throw malformed("not of the form: principals [options] type key") }
        rest = rest.dropFirst(word.count)
        return String(word)
    }

    private static func prefix(of text: Substring, until isEnd: (Character) -> Bool) -> Substring {
        var isQuoted = false
        return text.prefix { character in
            if character == "\"" { isQuoted.toggle() }
            return isQuoted || !isEnd(character)
        }
    }

    private mutating func readOptions(_ text: String) throws(AllowedSigners.Malformed) {
        var options = text[...]
        while !options.isEmpty {
            let option = Self.prefix(of: options) { $0 == "," }
            try readOption(option)
            options = options.dropFirst(option.count + 1)
        }
    }

    private mutating func readOption(_ text: Substring) throws(AllowedSigners.Malformed) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let (name, value) = (parts[0].lowercased(), parts.dropFirst().first.flatMap(Self.unquoted))
        switch (name, value) {
        case ("cert-authority", nil) where parts.count == 1: isAuthority = true
        case ("namespaces", let value?) where namespaces == nil: namespaces = value
        case ("valid-after", let value?) where validAfter == nil: validAfter = try time(value, name)
        case ("valid-before", let value?) where validBefore == nil: validBefore = try time(value, name)
        default: throw malformed("option \(name.prefix(40)) is unknown, said twice or without its value")
        }
    }

    private func time(_ text: String, _ name: String) throws(AllowedSigners.Malformed) -> LocalTime {
        guard let time = LocalTime(text) else { throw malformed("\(name) is YYYYMMDD or YYYYMMDDHHMM[SS]") }
        return time
    }

    /// The value between quotation marks; ssh-keygen asks for them.
    private static func unquoted(_ value: Substring) -> String? {
        guard value.count > 2, value.hasPrefix("\""), value.hasSuffix("\"") else { return nil }
        return String(value.dropFirst().dropLast())
    }
}

extension LocalTime: Comparable {
    /// By day and time of day, whatever the zone.
    public static func < (left: LocalTime, right: LocalTime) -> Bool {
        (left.day, left.seconds) < (right.day, right.seconds)
    }
}
