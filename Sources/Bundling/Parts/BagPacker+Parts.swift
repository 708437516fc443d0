import Glibc

extension BagPacker {
    /// One of several bags that are packed together.
    public struct Part {
        /// What it holds.
        public let contents: BagContents
        /// The archive.
        public let path: String

        /// A bag and its place.
        public init(contents: BagContents, path: String) {
            self.contents = contents
            self.path = path
        }
    }

    /// Packs several bags: all of them, none with more than `most` octets, or none.
    ///
    /// They get their names when the last one is whole. Throws what `pack(_:to:progress:sign:)` throws.
    public func pack(
        _ parts: [Part], atMost most: Int, encryptedWith passphrase: Passphrase? = nil,
        progress: @escaping @Sendable (_ octets: Int) -> Void = { _ in }, sign: BagSigner? = nil,
        deliver: PartsDelivery = { _, giveNames in try giveNames() }
    ) throws -> [PackedBundle] {
        let drafts = try parts.map { part in
            let draft = try draft(
                part.contents, for: part.path, encryptedWith: passphrase, progress: progress, sign: sign)
            let octets = draft.bundle.archiveOctets
            guard octets <= most else {
                throw BundlingError.partTooLarge(path: part.path, octets: octets, limit: most)
            }
            return draft
        }
        try keep(drafts, deliver)
        return drafts.map(\.bundle)
    }

    /// Gives them their names while they are delivered. New files whose delivery fails afterwards are gone again.
    private func keep(_ drafts: [BundleDraft], _ deliver: PartsDelivery) throws {
        var haveNames = false
        do {
            try deliver(drafts.map(\.bundle)) {
                try keep(drafts)
                haveNames = true
            }
        } catch {
            if haveNames, !overwrite { for draft in drafts { unlink(draft.target.final) } }
            throw error
        }
    }

    /// Gives all their names; where one cannot have its name, those before it lose theirs again. What was replaced on
    /// the way cannot be brought back.
    private func keep(_ drafts: [BundleDraft]) throws {
        for (number, draft) in drafts.enumerated() {
            do { try draft.target.keep() } catch {
                for kept in drafts[..<number] { unlink(kept.target.final) }
                throw error
            }
        }
    }
}
