/// A file on its way into an archive.
package struct PackedContent: Sendable {
    /// The path inside the archive.
    package let name: String
    /// Octets, exactly.
    package let size: Int
    /// Whether deflating it is worth its time.
    package let isCompressible: @Sendable () throws -> Bool
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
    }
}

/// A file that is not what was announced.
package enum PackingFault: Error {
    case sizeDiffers(name: String, found: Int)
}
