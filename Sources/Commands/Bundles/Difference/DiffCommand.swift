import ArgumentParser
import Bundling
import Certification
import Store

/// `dossier diff OLD [NEW]`
struct DiffCommand: Command {
    static let configuration = CommandConfiguration(
        "diff", "Say what changed between two bundles, or since a bundle.",
        detail: """
            Compares what two bundles of one standard say: evidence that is new, replaced, changed or gone, links, the
            status of clauses, and findings. An item is as it was where its content is the same, under whatever path or
            revision number. With OLD alone the other side is what `dossier pack` would hold now, with the standard,
            the clauses, the level and the audit of OLD. A bundle is an archive of any form, one that is encrypted, or an
            unpacked folder; each is checked first, and one that is not valid is not compared.
            """,
        examples: [
            "dossier diff sv1.zip", "dossier diff sv1.zip sv2.zip --all",
            "dossier diff sv1.zip sv2.zip --format json", "dossier diff sv1.zip --exit-code",
        ],
        statuses: [
            .answerIsNo, .unusableData, .notFound, .programMissing, .cannotCreate, .inputOutput, .temporary,
            .notPermitted,
        ])

    @Argument(help: "The earlier bundle.")
    var old: String

    @Argument(help: "The later bundle; the register when left out.")
    var new: String?

    @Option(
        help: ArgumentHelp(
            "The day to judge the register at; today or the first day of the audit when left out.",
            valueName: "day"))
    var on: Day?

    @Flag(help: "Also list what is as it was.")
    var all = false

    @Flag(help: "Exit with 1 when anything is different.")
    var exitCode = false

    @OptionGroup var passphrase: PassphraseOptions
    @OptionGroup var format: FormatOption
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if new != nil, on != nil {
            throw ValidationError("--on judges the register; a bundle has its own day")
        }
        if new != nil, passphrase.passphraseFd != nil {
            throw ValidationError("a descriptor is read once; use --passphrase-file for two bundles")
        }
    }

    func run(in session: Session) throws -> ExitStatus {
        let before = try EarlierBundle(old, passphrase, refusal: .answerIsNo, in: session)
        let after = try later(than: before, session)
        let difference = try before.difference(to: after.index, named: after.name, retired: after.retired)
        for remark in difference.remarks { session.console.warn(remark) }
        let page = DifferencePage(difference, bundle: before.id, later: after.id, listsAll: all)
        try session.console.render(page, as: format.format)
        return exitCode && !difference.isEmpty ? .answerIsNo : .done
    }

    /// The side that the earlier bundle is compared with.
    private struct Later {
        let name: String
        let id: Fingerprint?
        let index: BundleIndex
        let retired: [String: String]
    }

    private func later(than before: EarlierBundle, _ session: Session) throws -> Later {
        if let new {
            let bundle = try EarlierBundle(new, passphrase, refusal: .answerIsNo, in: session)
            return Later(name: new, id: bundle.id, index: bundle.index, retired: [:])
        }
        let register = try session.register()
        let today = try session.today(register)
        return try register.read { view in
            let draft = try PackDraft(PackScope(of: before.index, on: on), view, today)
            return Later(
                name: "the register", id: nil, index: draft.assembly.index,
                retired: try view.retirements())
        }
    }
}

extension EarlierBundle {
    /// What changed from this bundle to what another one tells.
    func difference(to index: BundleIndex, named other: String, retired: [String: String]) throws
        -> BundleDifference
    {
        do throws(BundleDifference.OtherStandard) {
            return try BundleDifference(from: self.index, to: index, retired: retired)
        } catch { throw Failure(error, name, other) }
    }
}

extension RegisterView {
    /// Why items no longer count, by identifier.
    func retirements() throws -> [String: String] {
        var reasons: [String: String] = [:]
        try forEachEvidence(EvidenceFilter(state: .retired)) { record in
            if let reason = record.retired { reasons[record.evidence.id] = reason }
        }
        return reasons
    }
}
