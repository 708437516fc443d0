/// What is wrong with the structure of a ZIP archive. Every one of them is a refusal: an archive that contradicts itself is
/// read one way by one program and another way by the next.
package struct ZipFault: Error, Hashable, Sendable {
    /// The kinds of fault.
    package enum Code: String, Sendable, CaseIterable {
        case endMissing, endSeveral, endMisplaced, countWrong, directoryMisplaced, directoryDamaged
        case severalDisks, zip64Contradicts
        case nameUnreadable, nameContradicts, encrypted, methodUnknown, notAFile
        case headerMissing, headerContradicts, descriptorContradicts, overlap, hiddenOctets, outOfBounds
        case folderWithContent
        /// What was decrypted was altered, or is no archive.
        case notAuthentic, notAnArchive
    }

    /// What kind it is.
    package let code: Code
    /// The entry, where one is meant; bytes that are no UTF-8 are replaced.
    package let entry: String?
    /// For people, lower-case.
    package let message: String

    init(_ code: Code, _ message: String, entry: String? = nil) {
        self.code = code
        self.entry = entry
        self.message = message
    }
}
