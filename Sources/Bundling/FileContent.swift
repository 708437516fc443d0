import Archive

/// The content of a file on the disk, piece by piece.
enum FileContent {
    /// Throws a `SystemFault`, or what `consume` throws.
    static func read(_ path: String, _ consume: (UnsafeRawBufferPointer) throws -> Void) throws {
        let file = try OpenFile(reading: path)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 64)
        defer { buffer.deallocate() }
        while true {
            let count = try file.read(into: buffer)
            if count == 0 { return }
            try consume(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        }
    }

    /// What the operating system said, for a report.
    static func reason(_ error: any Error) -> String {
        (error as? SystemFault)?.message ?? "cannot be read"
    }
}
