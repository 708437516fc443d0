/// JSON as it is written (RFC 8259), field by field: for documents of many small values, where a coder takes as long
/// as all the rest. Names come from the program; only texts are escaped.
struct JSONOctets {
    private(set) var octets: [UInt8] = []
    /// Whether the next value stands behind another one.
    private var isBehindAnother = false

    /// Forgets what was written and keeps the memory.
    mutating func clear() {
        octets.removeAll(keepingCapacity: true)
        isBehindAnother = false
    }

    /// An object; `fields` adds what is in it.
    mutating func object(_ fields: (inout JSONOctets) -> Void) {
        enclosed(in: "{", "}", fields)
    }

    /// A field whose value is a list; nothing but the brackets where it is empty. With `lines` each value stands on a
    /// line of its own.
    mutating func list<Values: Collection>(
        _ name: StaticString, _ values: Values, lines: Bool = false,
        _ value: (inout JSONOctets, Values.Element) -> Void
    ) {
        begin(name)
        enclosed(in: "[", lines && !values.isEmpty ? "\n]" : "]") { list in
            for each in values {
                if list.isBehindAnother { list.octets.append(UInt8(ascii: ",")) }
                if lines { list.octets.append(UInt8(ascii: "\n")) }
                list.isBehindAnother = false
                value(&list, each)
                list.isBehindAnother = true
            }
        }
    }

    /// A field that is left out where there is no value.
    mutating func field(_ name: StaticString, _ text: String?) {
        guard let text else { return }
        begin(name)
        self.text(text)
    }

    mutating func field(_ name: StaticString, _ word: (some RawRepresentable<String>)?) {
        field(name, word?.rawValue)
    }

    mutating func field(_ name: StaticString, _ number: Int?) {
        guard let number else { return }
        begin(name)
        octets += String(number).utf8
    }

    mutating func field(_ name: StaticString, _ value: Bool) {
        begin(name)
        octets += (value ? "true" : "false").utf8
    }

    mutating func field(_ name: StaticString, _ fields: (inout JSONOctets) -> Void) {
        begin(name)
        object(fields)
    }

    /// A text in its quotation marks.
    mutating func text(_ text: String) {
        octets.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { content in
            if content.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
                octets.append(contentsOf: content)
            } else {
                for octet in content { escape(octet) }
            }
        }
        octets.append(UInt8(ascii: "\""))
    }

    private mutating func escape(_ octet: UInt8) {
        switch octet {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): octets += [UInt8(ascii: "\\"), octet]
        case 0x0A: octets += "\\n".utf8
        case 0x00..<0x20:
            let digits = Array("0123456789abcdef".utf8)
            octets += "\\u00".utf8
            octets += [digits[Int(octet >> 4)], digits[Int(octet & 15)]]
        default: octets.append(octet)
        }
    }

    /// What stands between this value and what follows.
    mutating func end(_ mark: StaticString) {
        mark.withUTF8Buffer { octets.append(contentsOf: $0) }
    }

    private mutating func begin(_ name: StaticString) {
        if isBehindAnother { octets.append(UInt8(ascii: ",")) }
        octets.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { octets.append(contentsOf: $0) }
        octets += "\":".utf8
        isBehindAnother = true
    }

    private mutating func enclosed(
        in opening: StaticString, _ closing: StaticString, _ body: (inout JSONOctets) -> Void
    ) {
        opening.withUTF8Buffer { octets.append(contentsOf: $0) }
        isBehindAnother = false
        body(&self)
        closing.withUTF8Buffer { octets.append(contentsOf: $0) }
        isBehindAnother = true
    }
}
