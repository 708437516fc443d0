/// The media type of a file by the ending of its name, for people and browsers; content is never judged by it.
public enum MediaType {
    /// The type of a file whose ending is not known.
    public static let unknown = "application/octet-stream"

    /// The media type of a file with this name; the case of the ending does not matter.
    public static func of(fileName: String) -> String {
        guard let dot = fileName.lastIndex(of: ".") else { return unknown }
        return known[fileName[fileName.index(after: dot)...].lowercased()] ?? unknown
    }

    /// The same type; one that is known takes no memory of its own, because a register names few types many times.
    public static func shared(_ type: String) -> String { types[type] ?? type }

    private static let types = Dictionary(
        known.values.map { ($0, $0) }, uniquingKeysWith: { first, _ in first })

    private static let office = "application/vnd.openxmlformats-officedocument."
    private static let openDocument = "application/vnd.oasis.opendocument."

    private static let known: [String: String] = [
        "csv": "text/csv", "tsv": "text/tab-separated-values", "txt": "text/plain", "log": "text/plain",
        "md": "text/markdown", "html": "text/html", "htm": "text/html", "ics": "text/calendar",
        "json": "application/json", "xml": "application/xml", "yaml": "application/yaml",
        "yml": "application/yaml",
        "pdf": "application/pdf", "rtf": "application/rtf", "eml": "message/rfc822",
        "docx": office + "wordprocessingml.document", "xlsx": office + "spreadsheetml.sheet",
        "pptx": office + "presentationml.presentation", "doc": "application/msword",
        "xls": "application/vnd.ms-excel", "ppt": "application/vnd.ms-powerpoint",
        "odt": openDocument + "text", "ods": openDocument + "spreadsheet",
        "odp": openDocument + "presentation",
        "vsdx": "application/vnd.ms-visio.drawing", "zip": "application/zip", "gz": "application/gzip",
        "7z": "application/x-7z-compressed", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg",
        "gif": "image/gif", "svg": "image/svg+xml", "webp": "image/webp", "tif": "image/tiff",
        "tiff": "image/tiff",
        "heic": "image/heic", "mp3": "audio/mpeg", "mp4": "video/mp4", "mov": "video/quicktime",
    ]
}
