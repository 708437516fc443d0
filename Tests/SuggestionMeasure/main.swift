import Certification
import Foundation

// measure-suggestions TEMPLATES LABELS REPOSITORIES [--misses STANDARD]
let arguments = CommandLine.arguments
guard arguments.count >= 4, let labels = try? String(contentsOfFile: arguments[2], encoding: .utf8) else {
    print("usage: measure-suggestions TEMPLATES LABELS REPOSITORIES [--misses STANDARD]")
    exit(64)
}
var measurement = Measurement(templates: arguments[1])
if arguments.count == 6, arguments[4] == "--misses" { measurement.shownMisses = arguments[5] }
let documents = LabelledDocument.all(in: labels)
let missing = documents.filter { label in
    guard let document = label.described(in: arguments[3]) else { return true }
    measurement.take(label, document)
    return false
}
measurement.show()
if !missing.isEmpty {
    print("\(missing.count) of \(documents.count) documents are not below \(arguments[3])")
}
