import ArgumentParser
import Bundling

/// What `pack --format` may say: the form of the archive, or with `--dry-run` how the selection is shown.
enum PackFormat: String, ExpressibleByArgument, CaseIterable {
    case zip, tar
    case tarGzip = "tar.gz"
    case tarZstd = "tar.zst"
    case table, json

    /// The archive's form; nil for what shows a selection.
    var archive: BundleForm? { BundleForm(rawValue: rawValue) }
}

extension PackCommand {
    /// The archive's form, as asked for or as its name says.
    var form: BundleForm { format?.archive ?? output.flatMap { BundleForm(fileName: $0) } ?? .zip }

    /// The name that was given without the ending of the form; nil when none was given, or nothing is left.
    var baseName: String? { output.map { String($0.lastComponent.dropLast(form.rawValue.count + 1)) } }

    /// What is wrong with the options of the archive; nil when nothing is.
    var archiveFault: String? {
        if let output, BundleForm(fileName: output) != form || baseName?.isEmpty ?? true {
            let endings = BundleForm.allCases.map { ".\($0.rawValue)" }.joined(separator: ", ")
            return format?.archive == nil
                ? "the archive's name must end in one of \(endings)"
                : "the archive's name must end in .\(form.rawValue), as --format says"
        }
        if let level, !(1...9).contains(level) { return "--level is 1 to 9" }
        return level != nil && form == .tar ? "a tar is not compressed; leave --level out" : nil
    }
}
