import Bundling
import Certification
import Store

/// The file that says whose signatures count.
struct SignerFile {
    /// As the user wrote it.
    let shown: String
    let path: String
    let signers: AllowedSigners

    private init(_ shown: String, at path: String) throws {
        self.shown = shown
        self.path = path
        let text = try SmallFile.text(path)
        do throws(AllowedSigners.Malformed) {
            signers = try AllowedSigners(parsing: text)
        } catch {
            throw Failure(
                .unusableData, "\(shown):\(error.line): \(error.reason)",
                hint: "a line is: qm@example.com namespaces=\"dossier-bundle\" ssh-ed25519 AAAA...")
        }
    }

    /// The file that was named, or else the one that the settings of a register here name; nil without either.
    static func named(_ name: String?, in session: Session) throws -> SignerFile? {
        if let name { return try SignerFile(name, at: session.absolute(name)) }
        guard let location = try location(session),
            let name = try RegisterConfiguration.load(location).allowedSigners
        else { return nil }
        let folder = location.configuration.parentFolder
        return try SignerFile(name, at: name.hasPrefix("/") ? name : folder.joined(name))
    }

    /// An auditor has no register.
    private static func location(_ session: Session) throws -> RegisterLocation? {
        do { return try RegisterLocation.find(from: session.directory) } catch RegisterError.notFound {
            return nil
        }
    }
}
