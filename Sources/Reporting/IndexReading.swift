import Certification
import Foundation

extension IndexDocument {
    /// The path of the document in a bundle.
    public static let path = "data/dossier.json"

    /// Octets of a document that is read: that of a register with 50,000 items has about a half of it.
    public static let mostOctets = 128 << 20

    /// Entries of any kind, all of them together.
    static let mostEntries = 2_000_000

    /// Why a document is not read.
    public enum Fault: Error, Equatable {
        /// It was written by a later release.
        case newer(format: Int)
        /// It has more entries than any register.
        case tooMany
        /// An item or a clause occurs twice: which of them counts, nobody can say.
        case twice(String)
        /// It is not such a document; where and why.
        case malformed(String)
    }

    /// Reads a document of a bundle; a stranger may have written it.
    public static func read(_ octets: [UInt8]) throws(Fault) -> BundleIndex {
        let data = Data(octets)
        do {
            let format = try JSONDecoder().decode(Format.self, from: data).format
            guard format <= BundleIndex.currentFormat else { throw Fault.newer(format: format) }
            let index = try JSONDecoder().decode(BundleIndex.self, from: data)
            try check(index)
            return index
        } catch let fault as Fault {
            throw fault
        } catch let error as DecodingError {
            throw .malformed(words(error))
        } catch {
            throw .malformed("cannot be read")
        }
    }

    private struct Format: Decodable {
        let format: Int
    }

    private static func check(_ index: BundleIndex) throws(Fault) {
        let inner = index.evidence.reduce(0) { $0 + $1.files.count + $1.links.count + $1.reasons.count }
        guard index.evidence.count + index.clauses.count + inner <= mostEntries else { throw .tooMany }
        if let id = repeated(index.evidence.map(\.id)) { throw .twice(id) }
        if let number = repeated(index.clauses.map(\.number)) { throw .twice(number) }
        if let id = repeated(index.findings?.map(\.id) ?? []) { throw .twice(id) }
    }

    private static func repeated(_ names: [String]) -> String? {
        var seen: Set<String> = []
        return names.first { !seen.insert($0).inserted }
    }

    /// `evidence, 3, files: no value` without a word of Foundation's.
    private static func words(_ error: DecodingError) -> String {
        let (context, what): (DecodingError.Context, String) =
            switch error {
            case .keyNotFound(let key, let context): (context, "\(key.stringValue) is missing")
            case .typeMismatch(_, let context): (context, "a value of another type")
            case .valueNotFound(_, let context): (context, "a value is missing")
            case .dataCorrupted(let context): (context, "a value that cannot be read")
            @unknown default: (.init(codingPath: [], debugDescription: ""), "cannot be read")
            }
        let place = context.codingPath.map { $0.intValue.map { "\($0 + 1)" } ?? $0.stringValue }
        return place.isEmpty ? what : "\(place.joined(separator: " ")): \(what)"
    }
}
