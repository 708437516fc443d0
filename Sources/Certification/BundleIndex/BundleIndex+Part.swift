extension BundleIndex {
    /// One of several archives over which the files of a bundle are spread.
    public struct PartEntry: Codable, Sendable, Equatable {
        /// What all parts are known by together: the Bag-Group-Identifier of RFC 8493.
        public let group: String
        /// From 1.
        public let number: Int
        /// How many there are.
        public let count: Int

        /// Part `number` of `count`.
        public init(group: String, number: Int, count: Int) {
            self.group = group
            self.number = number
            self.count = count
        }
    }

    /// This index as one part of a bundle tells it: files that lie in another part are named with it.
    ///
    /// `places` says by path in which part a file lies.
    public func telling(part: PartEntry, of places: [String: Int]) -> BundleIndex {
        var index = self
        index.part = part
        index.evidence = EvidenceEntries(
            evidence.lazy.map { item in
                var item = item
                for file in item.files.indices {
                    item.files[file].stand(in: places, readingPart: part.number)
                }
                return item
            })
        return index
    }
}

extension BundleIndex.FileEntry {
    fileprivate mutating func stand(in places: [String: Int], readingPart number: Int) {
        guard let path, let place = places[path] else { return }
        part = place
        if place != number {
            self.path = nil
            absence = .otherPart
        }
    }
}
