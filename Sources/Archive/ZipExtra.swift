/// The extra fields of an entry, as far as they change what it means (APPNOTE 4.5).
struct ZipExtra {
    private var large: ArraySlice<UInt8>?
    /// Another name (0x7075), which some programs prefer to the entry's own.
    private(set) var unicodePath: [UInt8]?
    /// A field for Unix holds where a link leads (0x000D) or a mode of a link (0x756E).
    private(set) var isLink = false
    /// How the entry is encrypted by AES (0x9901); nil where it is not.
    private(set) var aes: [UInt8]?

    init(_ bytes: ArraySlice<UInt8>, entry: String) throws {
        var cursor = ByteCursor(bytes)
        while cursor.left >= 4, let kind = cursor.short(), let count = cursor.short() {
            guard let field = cursor.take(count) else {
                throw ZipFault(.directoryDamaged, "an extra field longer than all of them", entry: entry)
            }
            switch kind {
            case 0x0001:
                if large != nil {
                    throw ZipFault(.zip64Contradicts, "two fields for large sizes", entry: entry)
                }
                large = field
            case 0x7075:
                if unicodePath != nil {
                    throw ZipFault(.nameContradicts, "two fields for another name", entry: entry)
                }
                unicodePath = Array(field.dropFirst(5))
            case 0x000D: isLink = isLink || count > 12
            case 0x756E: isLink = isLink || Self.isModeOfLink(field)
            case 0x9901:
                if aes != nil {
                    throw ZipFault(.headerContradicts, "two fields for its encryption", entry: entry)
                }
                aes = Array(field)
            default: break
            }
        }
    }

    private static func isModeOfLink(_ field: ArraySlice<UInt8>) -> Bool {
        var cursor = ByteCursor(field)
        return cursor.long() != nil && cursor.short().map { $0 & FileType.mask == FileType.link } ?? false
    }

    /// The sizes and the offset, from the field for 64 bits where the others are saturated.
    func sizes(size: UInt32, packed: UInt32, offset: UInt32, entry: String) throws -> (
        size: Int, packed: Int, offset: Int
    ) {
        var cursor = ByteCursor(large ?? [])
        func value(_ short: UInt32) throws -> Int {
            guard short == 0xFFFF_FFFF else { return Int(short) }
            guard let long = cursor.size() else {
                throw ZipFault(.zip64Contradicts, "a large size is missing or absurd", entry: entry)
            }
            return long
        }
        let sizes = (size: try value(size), packed: try value(packed), offset: try value(offset))
        // What is left would be another size than the entry's to who reads the field first.
        guard cursor.take(cursor.left)?.allSatisfy({ $0 == 0 }) ?? true else {
            throw ZipFault(.zip64Contradicts, "a field for large sizes where there are none", entry: entry)
        }
        return sizes
    }
}
