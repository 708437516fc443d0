/// The rules for manifests: complete both ways, and every checksum holds.
extension BagEvaluation {
    mutating func checkPayloadManifests() {
        let manifests = manifestFiles(payload: true)
        if manifests.isEmpty { report(.manifestMissing, "", "the bag has no payload manifest") }
        var listed: [Set<BagPath>] = []
        for (path, algorithm) in manifests {
            guard let found = check(path, algorithm, rule: .payload) else { continue }
            listed.append(found)
        }
        // Before 1.0 the manifests need only be complete together (RFC 8493 1.3).
        let demands = declaration.isBeforeOne ? [listed.reduce(into: []) { $0.formUnion($1) }] : listed
        for path in paths where path.isPayload {
            guard !manifests.isEmpty, !demands.allSatisfy({ $0.contains(path) }) else { continue }
            report(
                .payloadUnlisted, path.text, "not listed in \(demands.count > 1 ? "every" : "the") manifest")
        }
    }

    mutating func checkTagManifests() {
        let manifests = manifestFiles(payload: false)
        guard !manifests.isEmpty else {
            report(.tagManifestMissing, "", "no tag manifest: the tag files are not protected")
            return
        }
        var listed: Set<BagPath> = []
        for (path, algorithm) in manifests {
            guard let found = check(path, algorithm, rule: .tag) else { continue }
            listed.formUnion(found)
            guard !declaration.isBeforeOne else { continue }
            for (manifest, _) in manifestFiles(payload: true) where !found.contains(manifest) {
                report(.tagManifestIncomplete, path.text, "does not list \(manifest.text)")
            }
        }
        // What is computed from a tag manifest cannot be listed in it: a signature, a time stamp.
        for path in paths where !path.isPayload && !listed.contains(path) {
            guard !path.text.hasPrefix("tagmanifest-") else { continue }
            report(.tagFileUnlisted, path.text, "in no tag manifest: not protected")
        }
    }

    /// The paths that each payload manifest lists.
    func payloadManifestPaths() -> [Set<BagPath>] {
        manifestFiles(payload: true).compactMap { path, name in
            guard let algorithm = DigestAlgorithm(rawValue: name), let text = bag.tagFiles[path] else {
                return nil
            }
            return Set(Manifest(parsing: text, algorithm).lines.map { BagPath(decoding: $0.path) })
        }
    }

    private func manifestFiles(payload: Bool) -> [(path: BagPath, algorithm: String)] {
        paths.compactMap { path in
            switch BagElement(path) {
            case .payloadManifest(let algorithm) where payload: (path, algorithm)
            case .tagManifest(let algorithm) where !payload: (path, algorithm)
            default: nil
            }
        }
    }

    /// Checks one manifest and tells which files it lists; nil when it could not be read.
    private mutating func check(_ path: BagPath, _ name: String, rule: ManifestRule) -> Set<BagPath>? {
        guard let algorithm = DigestAlgorithm(rawValue: name) else {
            report(.manifestAlgorithmUnsupported, path.text, "checksums \(name) are not computed")
            return nil
        }
        guard let text = text(of: path) else { return nil }
        let manifest = Manifest(parsing: text, algorithm)
        reportForm(of: manifest, algorithm, path)
        var listed: Set<BagPath> = []
        for line in manifest.lines {
            guard let file = check(line, algorithm, of: path, rule) else { continue }
            if !listed.insert(file).inserted {
                report(.manifestPathRepeated, file.text, "listed more than once in \(path.text)")
            }
        }
        return listed
    }

    private mutating func reportForm(of manifest: Manifest, _ algorithm: DigestAlgorithm, _ path: BagPath) {
        let name = algorithm.rawValue
        if algorithm.isWeak {
            report(.manifestAlgorithmWeak, path.text, "\(name) tells damage, but no longer forgery")
        }
        for line in manifest.malformedLines {
            report(.manifestMalformed, path.text, "line \(line) is not a \(name) checksum and a path")
        }
        if manifest.lines.contains(where: \.hasBinaryMark) {
            report(.manifestBinaryMark, path.text, "has asterisks before paths, as md5sum writes them")
        }
    }

    private mutating func check(
        _ line: Manifest.Line, _ algorithm: DigestAlgorithm, of manifest: BagPath, _ rule: ManifestRule
    ) -> BagPath? {
        let text = withoutDot(line.path, in: manifest)
        guard rule.admits(BagPath(decoding: text)) else {
            report(.manifestPathForbidden, line.path, "does not belong into \(manifest.text)")
            return nil
        }
        guard let path = resolve(text, in: manifest) else {
            report(.fileMissing, BagPath(decoding: text).text, "listed in \(manifest.text), but not there")
            return nil
        }
        if let digest = bag.files[path]?.digests?[algorithm], digest != line.digest {
            let (found, stated) = (digest.prefix(12), line.digest.prefix(12))
            report(
                .checksumMismatch, path.text,
                "changed: \(algorithm.rawValue) is \(found), \(manifest.text) says \(stated)")
        }
        return path
    }

    /// The path without the `./` that md5deep and find write before it; it means the same file.
    private mutating func withoutDot(_ text: String, in manifest: BagPath) -> String {
        guard text.utf8.starts(with: "./".utf8) else { return text }
        report(.manifestPathDot, text, "\(manifest.text) writes it with a dot before it")
        return String(text.dropFirst(2))
    }

    /// The file that a line means: decoded, else as written, else in another Unicode spelling.
    private mutating func resolve(_ text: String, in manifest: BagPath) -> BagPath? {
        let decoded = BagPath(decoding: text)
        if bag.files[decoded] != nil { return decoded }
        if bag.files[BagPath(text)] != nil {
            report(.manifestNameRaw, text, "\(manifest.text) writes it without encoding its per cent sign")
            return BagPath(text)
        }
        guard let others = spellings[decoded.text], others.count == 1, let other = others.first else {
            return nil
        }
        report(
            .manifestNameNormalized, other.text, "\(manifest.text) spells it with other Unicode characters")
        return other
    }
}

/// Which files a manifest may list.
enum ManifestRule {
    case payload, tag

    func admits(_ path: BagPath) -> Bool {
        let parts = path.text.pathParts
        guard parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }) else { return false }
        if case .tagManifest = BagElement(path) { return false }
        return path.isPayload == (self == .payload)
    }
}
