import ArgumentParser
import Bundling
import Foundation

/// `dossier bundle attach-timestamp BUNDLE FILE`
struct BundleAttachTimestamp: Command {
    static let configuration = CommandConfiguration(
        "attach-timestamp", "Put the answer of a time-stamping authority into a bundle.",
        detail: """
            The answer (RFC 3161) to the request that `dossier pack --timestamp-request` wrote: it must be granted and made
            for this bundle. It becomes tagmanifest-sha256.txt.tsr in the bundle, an unpacked folder or a ZIP, which is
            written anew with all else as it was; the identifier and the signature stay the same. Whether the authority is
            genuine is not checked here; `dossier verify` shows the command that does. Dossier itself asks no authority:
            send the request yourself. Needs no register.
            """,
        examples: [
            "dossier bundle attach-timestamp sv1.zip sv1.tsr",
            "dossier bundle attach-timestamp unpacked/sv1 sv1.tsr",
        ],
        statuses: [.unusableData, .notFound, .cannotCreate, .inputOutput, .notPermitted])

    @Argument(help: "The archive, or the folder with bagit.txt in it.")
    var bundle: String

    @Argument(help: "The answer of the authority.")
    var response: String

    @OptionGroup var global: GlobalOptions

    func run(in session: Session) throws -> ExitStatus {
        let stamp = try stamp(session)
        let id = try TimestampAttachment(random: session.random()).attach(stamp, to: session.absolute(bundle))
        try stamp.time.show(of: id, session.console)
        session.console.tell("Next: dossier verify \(bundle)")
        return .done
    }

    private func stamp(_ session: Session) throws -> TimestampResponse {
        let octets = try SmallFile.octets(
            session.absolute(response), shown: response, limit: TimestampResponse.limit)
        do throws(TimestampResponse.Malformed) { return try TimestampResponse(octets) } catch {
            throw Failure(.unusableData, "\(response): \(error.reason)")
        }
    }
}
