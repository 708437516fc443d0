import ArgumentParser
import Bundling
import Glibc

/// `dossier unpack ARCHIVE [FOLDER]`
struct UnpackCommand: Command {
    static let configuration = CommandConfiguration(
        "unpack", "Unpack a bundle that is whole.",
        detail: """
            Checks everything while it unpacks, and leaves nothing behind when anything is wrong. The bundle's own
            folder appears in FOLDER. Needs no register. The passphrase of an encrypted bundle is asked for on the
            terminal where it is not given.
            """,
        examples: [
            "dossier unpack bundle.zip", "dossier unpack bundle.zip /tmp/audit",
            "dossier unpack bundle.zip --passphrase-fd 3 3<secret.txt",
        ],
        statuses: [.answerIsNo, .unusableData, .notFound, .cannotCreate, .inputOutput, .notPermitted])

    @Argument(help: "The archive.")
    var archive: String

    @Argument(help: "Where to unpack; this folder when left out.")
    var folder: String?

    @OptionGroup var passphrase: PassphraseOptions
    @OptionGroup var global: GlobalOptions

    func run(in session: Session) throws -> ExitStatus {
        let target = folder ?? "."
        let place = try TargetFolder(session.absolute(target))
        let progress = ProgressLine("unpacking", total: 0, console: session.console)
        defer { progress.finish() }
        let outcome = try BundleUnpacker(random: session.random())
            .unpack(
                session.absolute(archive), into: place.path,
                key: passphrase.key(to: archive, in: session, folder: place.path),
                progress: { progress.advance($0) })
        progress.finish()
        try outcome.report.show(BundleOrigin(outcome.report.signature), session.console)
        if outcome.folder != nil { place.keep() }
        guard let unpacked = outcome.folder else {
            session.console.tell("Nothing was unpacked.")
            return .answerIsNo
        }
        let shown = folder == nil ? unpacked.lastComponent : target.joined(unpacked.lastComponent)
        let hasPage = access(unpacked.joined("data/index.html"), F_OK) == 0
        session.console.tell(
            "Unpacked to \(shown)."
                + (hasPage ? " Open \(shown.joined("data/index.html")) in a browser." : ""))
        return .done
    }
}

/// The folder to unpack into: made when it is not there, and removed again when nothing was unpacked.
private final class TargetFolder {
    let path: String
    private var isOurs: Bool

    init(_ path: String) throws {
        self.path = path
        isOurs = mkdir(path, 0o777) == 0
        guard isOurs || errno == EEXIST else {
            throw Failure(.cannotCreate, "cannot make the folder \(path): \(reason(errno))")
        }
    }

    func keep() { isOurs = false }

    deinit { if isOurs { rmdir(path) } }
}
