/// The fields of one object of a strict JSON text, each asked for by its name and its type.
struct JSONFields {
    typealias Malformed = ReturnedFindings.Malformed

    private let fields: [String: StrictJSON]
    private let place: String

    init(_ value: StrictJSON, at place: String) throws(Malformed) {
        guard case .object(let fields) = value else {
            throw Malformed(place: place.isEmpty ? "the file" : place, reason: "is no object")
        }
        self.fields = fields
        self.place = place
    }

    func malformed(_ key: String, _ reason: String) -> Malformed {
        Malformed(place: place.isEmpty ? key : "\(place).\(key)", reason: reason)
    }

    /// A text; a NUL in it would end it for other programs.
    func text(_ key: String, atMost most: Int = .max) throws(Malformed) -> String {
        guard case .text(let text) = fields[key] else { throw malformed(key, "is no text") }
        return try checked(text, key, atMost: most)
    }

    /// Nil where the field is absent, null or blank.
    func textIfAny(_ key: String, atMost most: Int = .max) throws(Malformed) -> String? {
        switch fields[key] {
        case nil, .null: return nil
        default:
            let text = try text(key, atMost: most).trimmed
            return text.isEmpty ? nil : text
        }
    }

    private func checked(_ text: String, _ key: String, atMost most: Int) throws(Malformed) -> String {
        if text.utf8.contains(0) { throw malformed(key, "holds a NUL character") }
        if text.utf8.count > most, text.count > most {
            throw malformed(key, "is longer than \(most) characters")
        }
        return text
    }

    func integer(_ key: String) throws(Malformed) -> Int {
        guard case .number(let text) = fields[key], let number = Int(text) else {
            throw malformed(key, "is no whole number")
        }
        return number
    }

    func fingerprint(_ key: String) throws(Malformed) -> Fingerprint {
        guard let fingerprint = Fingerprint(hex: try text(key)) else {
            throw malformed(key, "is no SHA-256 of 64 hexadecimal digits")
        }
        return fingerprint
    }

    /// A bundle's identifier, whole or as it is read out: 64 digits or the first 16, blanks between them or not.
    func identifierIfAny(_ key: String) throws(Malformed) -> String? {
        guard let text = try textIfAny(key, atMost: 100) else { return nil }
        let digits = text.filter { !$0.isWhitespace }.lowercased()
        guard [16, 64].contains(digits.utf8.count), digits.allSatisfy({ $0.isASCII && $0.isHexDigit }) else {
            throw malformed(key, "is no identifier of 64 hexadecimal digits, or the first 16")
        }
        return digits
    }

    func object(_ key: String) throws(Malformed) -> JSONFields {
        try JSONFields(fields[key] ?? .null, at: malformed(key, "").place)
    }

    func objectIfAny(_ key: String) throws(Malformed) -> JSONFields? {
        switch fields[key] {
        case nil, .null: nil
        default: try object(key)
        }
    }

    private func list(_ key: String, atMost most: Int) throws(Malformed) -> [StrictJSON] {
        guard case .list(let values) = fields[key] else { throw malformed(key, "is no list") }
        if values.count > most { throw malformed(key, "has more than \(most) entries") }
        return values
    }

    func objects(_ key: String, atMost most: Int) throws(Malformed) -> [JSONFields] {
        var found: [JSONFields] = []
        for (number, value) in try list(key, atMost: most).enumerated() {
            found.append(try JSONFields(value, at: malformed("\(key)[\(number)]", "").place))
        }
        return found
    }

    func texts(_ key: String, atMost most: Int) throws(Malformed) -> [String] {
        var found: [String] = []
        for value in try list(key, atMost: most) {
            guard case .text(let text) = value else { throw malformed(key, "holds what is no text") }
            found.append(try checked(text, key, atMost: 200).trimmed)
        }
        return found
    }
}
