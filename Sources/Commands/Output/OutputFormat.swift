import ArgumentParser
import Foundation
import Reporting

/// How a listing is written.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case table, json, csv
}

/// The option that every listing has.
struct FormatOption: ParsableArguments {
    @Option(help: "How to write the result: table, json or csv.")
    var format = OutputFormat.table
}

extension Console {
    /// Writes a payload as JSON: keys sorted, two blanks of indent, one line feed at the end.
    func json(_ payload: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        try out(Array(try encoder.encode(payload)) + Array("\n".utf8))
    }

    func csv(_ header: [String], _ rows: [[String]]) throws {
        try out(Array(CSVWriter.text([header] + rows).utf8))
    }

    func table(_ table: TextTable) throws {
        for line in table.lines(width: width) { try say(line) }
    }
}
