import CTemplates

/// The files of the folder `templates`, compiled into the program: it works without its source tree.
public enum ShippedTemplate {
    /// The names, relative to `templates`, in order: `bundle/index.html`, `standards/iso9001-2015.tsv`.
    public static var names: [String] {
        (0..<shipped_template_count()).map { String(cString: shipped_template_at($0).pointee.name) }
    }

    /// The text of a file, or nil when no file of this name is shipped.
    public static func text(_ name: String) -> String? {
        bytes(name).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The content of a file as it stood on disk, or nil when no file of this name is shipped.
    public static func bytes(_ name: String) -> [UInt8]? {
        (0..<shipped_template_count()).lazy
            .map { shipped_template_at($0).pointee }
            .first { String(cString: $0.name) == name }
            .map { Array(UnsafeBufferPointer(start: $0.bytes, count: $0.length)) }
    }
}
