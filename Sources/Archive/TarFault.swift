/// What is wrong with the structure of a tar archive. Every one of them is a refusal: readers of tar mend, skip and guess,
/// each in its own way.
package struct TarFault: Error, Hashable, Sendable {
    /// The kinds of fault.
    package enum Code: String, Sendable, CaseIterable {
        /// Below the compression there is something else.
        case notTar
        /// A header, a number or compressed data that cannot be right.
        case damaged
        /// The archive ends before its end.
        case cutOff
        /// Two places say different things, or the same thing twice.
        case contradictory
        /// Octets that belong to no entry.
        case hiddenOctets
        /// A link, a device, a sparse file, or a type that no standard knows.
        case notAFile
        case nameUnreadable, folderWithContent
        case tooManyEntries, tooLarge
    }

    /// What kind it is.
    package let code: Code
    /// The entry, where one is meant; bytes that are no UTF-8 are replaced.
    package let entry: String?
    /// For people, lower-case.
    package let message: String

    /// A fault, and the entry that it is in.
    package init(_ code: Code, _ message: String, entry: String? = nil) {
        self.code = code
        self.entry = entry
        self.message = message
    }
}
