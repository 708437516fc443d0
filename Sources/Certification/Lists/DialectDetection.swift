extension DelimitedText.Dialect {
    /// The separators that lists come with.
    public static let separators = [",", ";", "\t", "|"].map { UInt8(ascii: $0) }

    /// How the first rows of a text are separated and quoted. `separator` is what the user says of it.
    ///
    /// Judged by the first octets alone: the separator that cuts most rows into equally many fields, and at least two.
    public static func detect(_ text: String, separator: UInt8? = nil) -> DelimitedText.Dialect {
        let sample = Sample(text)
        let candidates = (separator.map { [$0] } ?? separators).map { dialect(separator: $0, sample) }
        let ranked = candidates.map { ($0, sample.regularity($0)) }
        return ranked.dropFirst().reduce(ranked.first ?? (.csv, 0)) { $1.1 > $0.1 ? $1 : $0 }.0
    }

    /// Double quotes unless the text shows otherwise: between tabs they are often just inches, and some
    /// programs quote with apostrophes.
    private static func dialect(separator: UInt8, _ sample: Sample) -> DelimitedText.Dialect {
        let double = Self(separator: separator)
        let single = Self(separator: separator, quote: UInt8(ascii: "'"))
        if sample.isQuoted(double) { return double }
        if sample.isQuoted(single) { return single }
        return separator == UInt8(ascii: "\t") ? .tsv : double
    }
}

/// The first rows of a text.
private struct Sample {
    private static let octets = 1 << 16
    private static let rows = 50
    private let text: [UInt8]

    init(_ text: String) {
        let content = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
        self.text = Array(content.utf8.prefix(Self.octets))
    }

    private func split(_ dialect: DelimitedText.Dialect) -> RowSplitter {
        var splitter = RowSplitter(dialect: dialect)
        for octet in text {
            splitter.take(octet)
            if splitter.rows.count == Self.rows { break }
        }
        // The last row of a list that is smaller than the sample need not end with a line break.
        if text.count < Self.octets, splitter.rows.count < Self.rows { splitter.take(UInt8(ascii: "\n")) }
        return splitter
    }

    /// Whether fields stand in these quotes, and none has anything behind them.
    func isQuoted(_ dialect: DelimitedText.Dialect) -> Bool {
        let splitter = split(dialect)
        return splitter.quotedFields > 0 && splitter.brokenQuotes == 0
    }

    /// How many rows have the commonest number of fields; more fields count for more, one field for nothing.
    func regularity(_ dialect: DelimitedText.Dialect) -> Int {
        let widths = split(dialect).rows.map(\.fields.count).filter { $0 > 1 }
        let counts = Dictionary(widths.map { ($0, 1) }, uniquingKeysWith: +)
        return counts.map { $0.value * 1_000 + min($0.key, 999) }.max() ?? 0
    }
}
