import ArgumentParser
import Foundation
import Reporting

/// How a listing is written.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case table, json, csv
}

/// How something that is shown whole is written; it has no rows for a spreadsheet.
enum PageFormat: String, ExpressibleByArgument, CaseIterable {
    case table, json
}

/// The option of commands that show one thing whole.
struct PageFormatOption: ParsableArguments {
    @Option(help: "How to write the result: table or json.")
    var format = PageFormat.table
}

/// The option that every listing has.
struct FormatOption: ParsableArguments {
    @Option(help: "How to write the result: table, json or csv.")
    var format = OutputFormat.table
}

extension Console {
    private static var encoder: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return encoder
    }

    /// Writes a payload as JSON: keys sorted, two blanks of indent, one line feed at the end.
    func json(_ payload: some Encodable) throws {
        try out(Array(try Self.encoder.encode(payload)) + Array("\n".utf8))
    }

    /// Writes items as a JSON array, one after the other, so that long lists need little memory.
    func json<Item: Encodable>(streaming items: ((Item) throws -> Void) throws -> Void) throws {
        let encoder = Self.encoder
        var separator = "[\n"
        try items { item in
            let text = String(decoding: try encoder.encode(item), as: UTF8.self)
            try out(Array((separator + "  " + text.replacing("\n", with: "\n  ")).utf8))
            separator = ",\n"
        }
        try out(Array((separator == "[\n" ? "[]\n" : "\n]\n").utf8))
    }

    /// Rows of a table that are written at once.
    private static let batch = 1_000

    /// Writes a table whose first row names the columns.
    func csv(_ header: [String], _ rows: [[String]]) throws {
        try csv(header)
        for first in stride(from: 0, to: rows.count, by: Self.batch) {
            try out(Array(CSVWriter.text(rows[first..<min(first + Self.batch, rows.count)]).utf8))
        }
    }

    /// Writes one more row.
    func csv(_ row: [String]) throws { try out(Array(CSVWriter.text([row]).utf8)) }

    func table(_ table: TextTable) throws {
        // The cells are harmless already; one write for all lines.
        let lines = table.lines(width: width)
        if !lines.isEmpty { try page(lines.joined(separator: "\n")) }
    }
}
