import Certification
import Reporting

/// The profiles that come with the program, and those that lie in files.
enum ProfileLibrary {
    private static let folder = "profiles/"
    private static let ending = ".yaml"

    /// The names of the shipped profiles, `default` first.
    static var names: [String] {
        let names = ShippedTemplate.names.filter { $0.hasPrefix(folder) && $0.hasSuffix(ending) }
            .map { String($0.dropFirst(folder.count).dropLast(ending.count)) }
        return [BodyProfile.usual.name] + names.filter { $0 != BodyProfile.usual.name }
    }

    /// The text of a shipped profile; nil for a name that is none.
    static func text(_ name: String) -> String? { ShippedTemplate.text(folder + name + ending) }
}

extension Session {
    /// The profile that a name or a path means: a shipped one, or a file.
    func profile(_ text: String) throws -> BodyProfile {
        if let shipped = ProfileLibrary.text(text) { return ProfileFile.parse(shipped, name: text).profile }
        guard text.contains("/") || text.contains(".") else {
            throw Failure(
                .notFound, "no profile \"\(text)\"; known: \(ProfileLibrary.names.joined(separator: ", "))",
                hint: "a file: --profile ./body.yaml")
        }
        let (profile, problems) = try profileFile(text)
        if let first = problems.first {
            throw Failure(
                .unusableData, "\(text):\(first.line): \(first.message)",
                hint: "dossier profile check \(text)")
        }
        return profile
    }

    /// A profile in a file with everything that is wrong with it.
    func profileFile(_ path: String) throws -> (profile: BodyProfile, problems: [ProfileFile.Problem]) {
        let name = path.lastComponent.split(separator: ".").first.map(String.init) ?? path
        do {
            return ProfileFile.parse(try SmallFile.text(absolute(path)), name: name)
        } catch let failure as Failure {
            throw failure.speaking(of: path, for: absolute(path))
        }
    }
}
