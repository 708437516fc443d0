@testable import Bundling

/// The files of a bag, as octets: valid until something is changed.
struct HostileBag: Sendable {
    typealias File = (path: String, bytes: [UInt8])

    var base = "bag"
    var files: [File] = []

    /// Four payload octets and their tag files; `payload` is listed besides.
    init(_ payload: [(String, String)] = []) {
        self.init(bytes: payload.map { ($0.0, Array($0.1.utf8)) })
    }

    init(bytes payload: [(String, [UInt8])]) {
        files = [("data/a.txt", Array("alpha".utf8))] + payload.map { (path: $0.0, bytes: $0.1) }
        let oxum = PayloadOxum(octets: files.reduce(0) { $0 + $1.bytes.count }, files: files.count)
        let manifest = Self.manifest(files)
        self["bagit.txt"] = BagDeclaration.ours.text
        self["bag-info.txt"] = "Source-Organization: Acme\nPayload-Oxum: \(oxum)\n"
        self["manifest-sha256.txt"] = manifest
        seal()
    }

    /// With text files changed, and the tag manifest written anew.
    init(changing change: (inout HostileBag) -> Void) {
        self.init()
        change(&self)
        seal()
    }

    subscript(path: String) -> String {
        get { String(decoding: files.first { $0.path == path }?.bytes ?? [], as: UTF8.self) }
        set {
            remove(path)
            files.append((path, Array(newValue.utf8)))
        }
    }

    mutating func remove(_ path: String) { files.removeAll { $0.path == path } }

    /// The tag manifest over all tag files as they are.
    mutating func seal() {
        remove("tagmanifest-sha256.txt")
        self["tagmanifest-sha256.txt"] = Self.manifest(files.filter { !$0.path.hasPrefix("data/") })
    }

    static func manifest(_ files: [File], _ algorithm: DigestAlgorithm = .sha256) -> String {
        files.map { file in
            let digest = Digests(of: file.bytes, [algorithm])[algorithm] ?? ""
            return "\(digest)  \(BagPath(file.path).encoded)\n"
        }.joined()
    }
}
