import Certification
import Foundation
import Testing

@testable import Bundling

/// A small bag as any other program might have written it: path and content, in any order.
struct SampleBag {
    var files: [(path: String, content: String)]

    /// A valid bag of these payload files, with tag manifest.
    init(payload: [(String, String)] = [("data/a.txt", "alpha"), ("data/b/ü.txt", "beta")]) {
        files = payload.map { (path: $0.0, content: $0.1) }
        let oxum = PayloadOxum(octets: payload.reduce(0) { $0 + $1.1.utf8.count }, files: payload.count)
        files.append(("bagit.txt", BagDeclaration.ours.text))
        files.append(("bag-info.txt", "Source-Organization: Acme\nPayload-Oxum: \(oxum)\n"))
        files.append(("manifest-sha256.txt", Self.manifest(payload)))
        seal()
    }

    static func manifest(_ files: [(String, String)], _ algorithm: DigestAlgorithm = .sha256) -> String {
        let lines = files.map { path, content in
            "\(Digests(of: Array(content.utf8), [algorithm])[algorithm] ?? "")  \(path)\n"
        }
        return lines.joined()
    }

    subscript(path: String) -> String {
        get { files.first { $0.path == path }?.content ?? "" }
        set {
            files.removeAll { $0.path == path }
            files.append((path, newValue))
        }
    }

    mutating func remove(_ path: String) { files.removeAll { $0.path == path } }

    /// Writes the tag manifest anew, so that only the change under test shows.
    mutating func seal() {
        remove("tagmanifest-sha256.txt")
        let listed = files.filter { !$0.path.hasPrefix("data/") && !$0.path.hasPrefix("tagmanifest-") }
        self["tagmanifest-sha256.txt"] = Self.manifest(listed.map { ($0.path, $0.content) })
    }

    var archive: [UInt8] { RawZip.archive(entries) }

    var entries: [RawZip.Entry] {
        files.map { RawZip.Entry(name: "bag/" + $0.path, content: Array($0.content.utf8)) }
    }

    /// Writes the bag as a folder and returns its path.
    func unpacked(in folder: TemporaryFolder) throws -> String {
        for (path, content) in files {
            let file = URL(fileURLWithPath: folder("bag/" + path))
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(content.utf8).write(to: file)
        }
        return folder("bag")
    }
}

/// The codes of a report, sorted, each once.
func codes(_ report: VerificationReport) -> [String] { Set(report.problems.map(\.code)).sorted() }

/// Bytes that do not compress, always the same.
func noise(_ count: Int) -> [UInt8] {
    var state: UInt64 = 88_172_645_463_325_252
    return (0..<count).map { _ in
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return UInt8(truncatingIfNeeded: state)
    }
}
