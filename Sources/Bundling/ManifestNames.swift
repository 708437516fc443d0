/// Which file of the bag a line of a manifest means, and what it is called when there is none.
extension BagEvaluation {
    /// The path without the `./` that md5deep and find write before it; it means the same file.
    mutating func withoutDot(_ text: String, in manifest: BagPath) -> String {
        guard text.utf8.starts(with: "./".utf8) else { return text }
        report(.manifestPathDot, text, "\(manifest.text) writes it with a dot before it")
        return String(text.dropFirst(2))
    }

    /// The file that a line means: decoded, else as written, else in another Unicode spelling.
    mutating func resolve(_ text: String, in manifest: BagPath) -> BagPath? {
        let decoded = BagPath(decoding: text)
        // The name that is held already, not another of the same octets: a manifest may list hundreds of thousands.
        if let index = bag.files.index(forKey: decoded) { return bag.files[index].key }
        if bag.files[BagPath(text)] != nil {
            report(.manifestNameRaw, text, "\(manifest.text) writes it without encoding its per cent sign")
            return BagPath(text)
        }
        // Strings are equal whatever their normalisation.
        let others = (spellings[decoded.folded] ?? []).filter { $0.text == decoded.text }
        guard others.count == 1, let other = others.first else { return nil }
        report(
            .manifestNameNormalized, other.text, "\(manifest.text) spells it with other Unicode characters")
        return other
    }

    /// A listed file that is not there: an error, but for two traces that file systems leave on old bags.
    mutating func reportAbsence(
        of path: BagPath, _ digest: String, _ algorithm: DigestAlgorithm, _ manifest: BagPath
    ) {
        if declaration.isBeforeOne, let twin = twin(of: path, digest, algorithm) {
            report(
                .manifestNameCase, path.text,
                "\(manifest.text) lists it beside \(twin.text), the same but for the case of letters")
        } else if declaration.isBeforeOne, path.isPayload, Self.isSystemFile(path) {
            absentSystemFiles.insert(path)
            report(.systemFileMissing, path.text, "a file of an operating system, listed, but not there")
        } else {
            report(.fileMissing, path.text, "listed in \(manifest.text), but not there")
        }
    }

    /// The file of the same content and, but for the case of letters, of the same name: all that is left of two files
    /// where a file system kept one.
    private mutating func twin(of path: BagPath, _ digest: String, _ algorithm: DigestAlgorithm) -> BagPath? {
        (spellings[path.folded] ?? []).first { bag.files[$0]?.digests?[algorithm] == digest }
    }

    /// Files that a desktop writes into any folder and removes again; they are nobody's evidence.
    private static func isSystemFile(_ path: BagPath) -> Bool {
        [".DS_Store", "Thumbs.db", "desktop.ini"].contains { $0 == path.text.pathParts.last }
    }
}
