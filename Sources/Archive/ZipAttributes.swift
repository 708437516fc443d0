/// What an entry is and may, by its attributes for Unix and for DOS (APPNOTE 4.4.15).
struct ZipAttributes {
    private let type: Int
    private let isMarkedFolder: Bool
    private let isMarkedOtherwise: Bool
    private let isLink: Bool
    /// The permissions it asks for, where it was made on Unix.
    let mode: Int

    private static let unix = 3
    private static let folderMark: UInt32 = 0x10
    /// A volume's name, or a reparse point, as Windows makes links.
    private static let otherMarks: UInt32 = 0x0408
    private static let special = [0o010000, 0o020000, 0o060000, FileType.link, 0o140000]

    init(host: Int, _ attributes: UInt32, _ fields: ZipExtra) {
        let high = Int(attributes >> 16)
        // Some programs take the upper half for a Unix mode whatever host is named.
        let isUnix = host == Self.unix || Self.special.contains(high & FileType.mask)
        type = isUnix ? high & FileType.mask : 0
        mode = isUnix ? high & 0o7777 : 0
        isMarkedFolder = attributes & Self.folderMark != 0
        isMarkedOtherwise = attributes & Self.otherMarks != 0
        isLink = fields.isLink
    }

    /// Regular files and folders only, and no disagreement about which of the two.
    func check(isFolder: Bool, _ path: String) throws {
        if isLink || type == FileType.link { throw ZipFault(.notAFile, "a link", entry: path) }
        if isMarkedOtherwise || ![0, FileType.regular, FileType.folder].contains(type) {
            throw ZipFault(.notAFile, "neither a file nor a folder", entry: path)
        }
        if type == FileType.folder || isMarkedFolder, !isFolder {
            throw ZipFault(.notAFile, "a folder by its mode, a file by its name", entry: path)
        }
        if type == FileType.regular, isFolder {
            throw ZipFault(.notAFile, "a file by its mode, a folder by its name", entry: path)
        }
    }
}
