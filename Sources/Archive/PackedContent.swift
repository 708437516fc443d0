/// A file on its way into an archive.
package struct PackedContent: Sendable {
    /// The path inside the archive.
    package let name: String
    /// Octets, exactly.
    package let size: Int
    /// Whether deflating it is worth its time.
    package let isCompressible: @Sendable () throws -> Bool
    /// Set where the content is deflated already.
    let deflated: DeflatedContent?
    /// Hands out the content piece by piece.
    package let read: @Sendable (_ consume: (UnsafeRawBufferPointer) throws -> Void) throws -> Void

    /// A file that hands out its content when its turn comes.
    package init(
        name: String, size: Int, isCompressible: @escaping @Sendable () throws -> Bool,
        read: @escaping @Sendable (_ consume: (UnsafeRawBufferPointer) throws -> Void) throws -> Void
    ) {
        self.name = name
        self.size = size
        self.isCompressible = isCompressible
        self.read = read
        deflated = nil
    }

    /// A file whose content is deflated already.
    package init(name: String, deflated: DeflatedContent) {
        self.name = name
        self.deflated = deflated
        size = deflated.size
        isCompressible = { true }
        read = deflated.read
    }
}

/// A file that is not what was announced.
package enum PackingFault: Error {
    case sizeDiffers(name: String, found: Int)
}
