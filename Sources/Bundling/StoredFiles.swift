import Certification

/// Files of the vault and their paths in a bundle, kept small: a bundle may hold hundreds of thousands.
public struct StoredFiles: RandomAccessCollection, Hashable, Sendable {
    /// A file with the fingerprint and the octets that it was catalogued with.
    public typealias Element = (path: String, fingerprint: Fingerprint, size: Int)

    private(set) var paths = PathBook()
    private var fingerprints: [Fingerprint] = []
    private var sizes: [Int] = []

    /// None.
    public init() {}

    /// These, in their order.
    public init(_ files: some Sequence<Element>) {
        for file in files { append(path: file.path, fingerprint: file.fingerprint, size: file.size) }
    }

    /// Takes one more.
    public mutating func append(path: String, fingerprint: Fingerprint, size: Int) {
        paths.append(path)
        fingerprints.append(fingerprint)
        sizes.append(size)
    }

    /// Octets of all of them.
    public var octets: Int { sizes.reduce(0, +) }

    /// The place of the first file.
    public var startIndex: Int { 0 }
    /// The number of files.
    public var endIndex: Int { sizes.count }

    /// The file at a place.
    public subscript(place: Int) -> Element { (paths[place], fingerprints[place], sizes[place]) }
}
