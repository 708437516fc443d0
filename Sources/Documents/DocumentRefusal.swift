/// Why a document is not read.
public enum DocumentRefusal: Error, Hashable, Sendable {
    /// No octets at all.
    case empty
    /// A folder, a pipe, a device.
    case notAFile
    /// Nobody reads it without a password.
    case passwordProtected
    /// A binary format of before 2007, named by its ending.
    case oldFormat(String)
    /// Its ending says something else than its first octets.
    case notAsNamed(String)
    /// A ZIP archive whose records contradict each other or that is cut off.
    case damaged(String)
    /// A part that the format demands is not there.
    case missingPart(String)
    /// It unpacks to more than a document of people comes to.
    case tooLarge(part: String, octets: Int)
    /// XML with a document type: entities are how a small file becomes a large one or reads another file.
    case documentType(part: String)
    /// No well-formed XML.
    case malformed(part: String, line: Int)
    /// Deeper than the formats nest.
    case tooDeep(part: String)
    /// The operating system said no.
    case unreadable(String)
    /// The program that reads this format is not installed.
    case programMissing(String)
    /// The program that reads this format gave up.
    case programFailed(String, String)
}

extension DocumentRefusal: CustomStringConvertible {
    /// For people, lower-case.
    public var description: String {
        switch self {
        case .empty: "holds no octets"
        case .notAFile: "is not a file"
        case .passwordProtected: "is protected by a password"
        case .oldFormat(let ending):
            "is in the format of .\(ending) files, from before 2007; save it as .\(ending)x"
        case .notAsNamed(let ending): "is no .\(ending) file, whatever its name says"
        case .damaged(let what): "is damaged: \(what)"
        case .missingPart(let part): "lacks its part \(part)"
        case .tooLarge(let part, let octets): "would unpack \(part) to \(octets) octets"
        case .documentType(let part): "holds a document type in \(part), which no office program writes"
        case .malformed(let part, let line): "is damaged: \(part) is no XML at line \(line)"
        case .tooDeep(let part): "nests too deep in \(part)"
        case .unreadable(let why): "cannot be read: \(why)"
        case .programMissing(let program): "needs \(program), which is not installed"
        case .programFailed(let program, let why): "cannot be read by \(program): \(why)"
        }
    }
}

extension DocumentRefusal {
    /// Whether somebody should look at the file. Names that say the wrong thing, and old formats, are the owner's affair.
    public var isOfConcern: Bool {
        switch self {
        case .empty, .notAFile, .oldFormat, .notAsNamed, .unreadable, .programMissing: false
        default: true
        }
    }
}
