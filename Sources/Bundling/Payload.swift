import Certification

/// The payload of a bag in the order of its paths: what was made for the bundle and what comes from the vault. A file is
/// put together when it is asked for.
public struct Payload: RandomAccessCollection, Sendable {
    private let made: [PayloadFile]
    private let stored: StoredFiles
    private let location: @Sendable (Fingerprint) -> String
    /// Places of the files: those of the made ones first, behind them those of the stored ones.
    private let order: [UInt32]

    /// `location` says where the content with a fingerprint lies.
    public init(
        _ made: [PayloadFile], stored: StoredFiles = StoredFiles(),
        location: @escaping @Sendable (Fingerprint) -> String = { $0.hex }
    ) {
        (self.made, self.stored, self.location) = (made, stored, location)
        var ours = PathBook()
        for file in made { ours.append(file.path) }
        let (madePaths, storedPaths, count) = (ours, stored.paths, made.count)
        let book = { (place: UInt32) in
            place < count ? (madePaths, Int(place)) : (storedPaths, Int(place) - count)
        }
        order = (0..<UInt32(count + stored.count)).sorted { one, two in
            let (left, right) = (book(one), book(two))
            return left.0.isLess(left.1, right.0, right.1)
        }
    }

    /// The place of the first file.
    public var startIndex: Int { 0 }
    /// The number of files.
    public var endIndex: Int { order.count }

    /// The paths alone.
    var paths: some Sequence<String> {
        listed.lazy.map(\.path.text)
    }

    /// What a manifest lists.
    var listed: some Sequence<(path: BagPath, fingerprint: Fingerprint)> {
        order.lazy.map { [made, stored] place in
            if place < made.count {
                let file = made[Int(place)]
                return (BagPath(file.path), file.fingerprint)
            }
            let file = stored[Int(place) - made.count]
            return (BagPath(file.path), file.fingerprint)
        }
    }

    /// The file at a place in the order of paths.
    public subscript(position: Int) -> PayloadFile {
        let place = Int(order[position])
        if place < made.count { return made[place] }
        let file = stored[place - made.count]
        return PayloadFile(
            path: file.path,
            source: .stored(
                path: location(file.fingerprint), fingerprint: file.fingerprint, size: file.size))
    }

    /// Octets of all files together.
    var octets: Int { made.reduce(stored.octets) { $0 + $1.size } }
}
