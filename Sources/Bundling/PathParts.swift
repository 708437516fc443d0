extension StringProtocol {
    /// The parts of a path between its slashes, empty ones too.
    ///
    /// Split by octets: to Swift a slash followed by a combining mark is one character, to the file system it is
    /// a slash, and `..` could hide before it.
    var pathParts: [String] {
        utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
    }
}
