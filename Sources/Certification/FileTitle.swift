/// What a file's name says about the document.
public enum FileTitle {
    /// A title made of a file's name: without its ending, hyphens and underscores as blanks.
    public static func title(fileName: String) -> String {
        let words = stem(fileName).split { $0 == "-" || $0 == "_" || $0.isWhitespace }.joined(separator: " ")
        guard let first = words.first else { return fileName }
        return first.uppercased() + words.dropFirst()
    }

    /// The kind whose every word stands in the file's name, the longest first; nil where none does.
    public static func kind(fileName: String) -> EvidenceKind? {
        let words = Set(stem(fileName).lowercased().split { !$0.isLetter }.map(String.init))
        return kinds.filter { $0.words.isSubset(of: words) }.map(\.kind)
            .max { $0.rawValue.count < $1.rawValue.count }
    }

    private static let kinds = EvidenceKind.allCases.map { kind in
        (kind: kind, words: Set(kind.rawValue.split(separator: "-").map(String.init)))
    }

    private static func stem(_ fileName: String) -> Substring {
        guard let dot = fileName.lastIndex(of: "."), dot != fileName.startIndex else { return fileName[...] }
        return fileName[..<dot]
    }
}
