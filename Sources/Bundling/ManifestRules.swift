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
            var paths: Set<BagPath> = []
            Manifest.forEachLine(of: text, algorithm) { parsed in
                if case .line(let line) = parsed { paths.insert(BagPath(decoding: line.path)) }
            }
            return paths
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
        if algorithm.isWeak {
            report(.manifestAlgorithmWeak, path.text, "\(name) tells damage, but no longer forgery")
        }
        return listed(in: text, algorithm, of: path, rule)
    }

    private mutating func listed(
        in text: [UInt8], _ algorithm: DigestAlgorithm, of path: BagPath, _ rule: ManifestRule
    ) -> Set<BagPath> {
        var (listed, hasBinaryMarks) = (Set<BagPath>(), false)
        Manifest.forEachLine(of: text, algorithm) { parsed in
            switch parsed {
            case .malformed(let line):
                report(
                    .manifestMalformed, path.text,
                    "line \(line) is not a \(algorithm.rawValue) checksum and a path")
            case .line(let line):
                hasBinaryMarks = hasBinaryMarks || line.hasBinaryMark
                guard let file = check(line, algorithm, of: path, rule) else { return }
                if !listed.insert(file).inserted { reportRepetition(of: file, line, algorithm, in: path) }
            }
        }
        if hasBinaryMarks {
            report(.manifestBinaryMark, path.text, "has asterisks before paths, as md5sum writes them")
        }
        return listed
    }

    /// Exactly once since 1.0 (RFC 8493 2.1.3); earlier versions do not forbid to say the same true thing twice.
    private mutating func reportRepetition(
        of file: BagPath, _ line: Manifest.Line, _ algorithm: DigestAlgorithm, in manifest: BagPath
    ) {
        if declaration.isBeforeOne, bag.files[file]?.digests?[algorithm] == line.digest {
            report(
                .manifestLineRepeated, file.text, "listed twice in \(manifest.text), with the same checksum")
        } else {
            report(.manifestPathRepeated, file.text, "listed more than once in \(manifest.text)")
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
            reportAbsence(of: BagPath(decoding: text), line.digest, algorithm, manifest)
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
