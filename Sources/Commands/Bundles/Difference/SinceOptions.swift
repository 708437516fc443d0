import ArgumentParser
import Bundling
import Certification
import Store

/// The earlier bundle that a new one is compared with.
struct SinceOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Say what changed since this bundle: in the page, and in data/changes.csv.", valueName: "bundle"))
    var since: String?

    @Option(
        help: ArgumentHelp(
            "Take the passphrase of that bundle from the first line of a file.", valueName: "file"),
        completion: .file())
    var sincePassphraseFile: String?

    func validate() throws {
        if sincePassphraseFile != nil, since == nil {
            throw ValidationError("--since-passphrase-file goes with --since")
        }
    }

    /// The assembly with what changed since the earlier bundle; as it is where none was named.
    func told(in assembly: BundleAssembly, _ register: Register, _ session: Session) throws -> BundleAssembly
    {
        guard let since else { return assembly }
        let earlier = try EarlierBundle(
            since, PassphraseOptions(file: sincePassphraseFile), refusal: .unusableData, in: session)
        let difference = try earlier.difference(
            to: assembly.index, named: "the new bundle",
            retired: try register.read { try $0.retirements() })
        for remark in difference.remarks { session.console.warn(remark) }
        return assembly.telling(since: difference.since(earlier.id))
    }
}

extension PassphraseOptions {
    /// A passphrase from a file; from the terminal where there is none.
    init(file: String?) {
        self.init()
        passphraseFile = file
        passphraseFd = nil
    }
}
