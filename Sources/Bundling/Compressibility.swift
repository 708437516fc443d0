/// Which files deflating would hardly make smaller.
enum Compressibility {
    private static let compressed: Set<String> = [
        "docx", "docm", "dotx", "xlsx", "xlsm", "xltx", "pptx", "pptm", "potx", "ppsx", "vsdx", "odt", "ods",
        "odp", "odg", "pdf", "epub", "png", "jpg", "jpeg", "gif", "webp", "heic", "heif", "avif", "zip", "gz",
        "tgz", "bz2", "xz", "zst", "7z", "rar", "jar", "mp3", "mp4", "m4a", "m4v", "mov", "mkv", "webm",
        "avi",
        "ogg", "oga", "ogv", "opus", "flac", "aac", "wmv", "wma", "woff", "woff2", "gpg", "age",
    ]

    /// Told from the extension, so that the same name always gives the same bytes.
    static func isWorthwhile(fileName: String) -> Bool {
        PayloadName.fileExtension(of: fileName).map { !compressed.contains($0.lowercased()) } ?? true
    }
}
