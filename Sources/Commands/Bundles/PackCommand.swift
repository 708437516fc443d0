import ArgumentParser
import Bundling
import CSystemCalls
import Certification
import Reporting
import Store

/// `dossier pack`
struct PackCommand: Command {
    static let configuration = CommandConfiguration(
        "pack", "Pack an evidence bundle.",
        detail: """
            A bundle is a BagIt bag in a ZIP, or a tar, that anybody can open, read in a browser and check without dossier.
            It holds each current file once, and lists what is missing, stale, superseded or withheld with the
            reason. The same state of the register gives the same bytes. Items that nobody classified count as
            internal; the titles of withheld items are told, except those of restricted ones. For an audit the bundle
            holds what such an audit wants to see and the clauses that the programme names: documents in force, and
            records since the previous audit of a body, or of the whole cycle for a recertification; --dry-run says why
            each item is in it or not. What the certification body found, open or closed since the cycle or that window began,
            goes along with what was done about it and the evidence that shows it, linked to a clause or not. The register
            remembers each bundle; `dossier bundle list` shows them. With --encrypt the archive is a ZIP around the
            bundle, AES with 256 bits, that 7-Zip and dossier open with the passphrase; where none is given one is made and shown once, on the terminal.
            Who prefers age packs without --encrypt and runs age -p on the archive. --sign has ssh-keygen sign the
            bundle with a key or, as agent, with the first key of the agent; a file of the public half names a key in
            the agent. The signature lies in the bundle, and beside it as NAME.tagmanifest-sha256.txt.sig.
            --timestamp-request asks for a time stamp (RFC 3161) of the bundle; send it to an authority, and put the
            answer in with `dossier bundle attach-timestamp`. --since compares with an earlier bundle, which must be
            valid: the new one says what is new, replaced, changed or gone. --split writes several archives, NAME-1-of-3
            and so on, each a valid bundle alone with all pages; no archive is larger, and a file that fits into none is
            refused.
            """,
        examples: [
            "dossier pack", "dossier pack --on 2027-03-14 --classification-up-to internal -o sv1.zip",
            "dossier pack -o sv1.tar.zst", "dossier pack --clause 8.6 --clause 8.7 --dry-run",
            "dossier pack --audit SV1-2027 --dry-run", "dossier pack --sign agent -o sv1.zip",
            "dossier pack --audit SV1-2027 --to BSI", "dossier pack --since sv1.zip -o sv2.zip",
            "dossier pack --split 20MB -o sv1.zip", "dossier pack --encrypt -o sv1.zip",
            "dossier pack --encrypt --passphrase-file secret.txt",
        ],
        statuses: [
            .unusableData, .notFound, .programMissing, .cannotCreate, .inputOutput, .temporary, .notPermitted,
        ])

    @Option(help: ArgumentHelp("The standard; needed when the register holds several.", valueName: "id"))
    var standard: String?

    @Option(
        name: .customLong("clause"),
        help: ArgumentHelp("Only this clause and what is below it; may be repeated.", valueName: "clause"))
    var clauses: [String] = []

    @Option(help: ArgumentHelp("What this audit wants to see.", valueName: "audit"))
    var audit: String?

    @Option(help: ArgumentHelp("Who gets it; the register remembers it.", valueName: "who"))
    var to: String?

    @Option(
        help: ArgumentHelp(
            "The day to judge at; today or the first day of the audit when left out.", valueName: "day"))
    var on: Day?

    @Option(help: ArgumentHelp("Withhold what is classified above this level.", valueName: "level"))
    var classificationUpTo: Classification?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "The archive to write; its name is also that of the folder inside.", valueName: "file"))
    var output: String?

    @OptionGroup var encryption: EncryptionOptions
    @OptionGroup var since: SinceOptions

    @Option(
        help: ArgumentHelp("Several archives, none larger than this: 20MB, 20MiB, 500kB.", valueName: "size"))
    var split: OctetCount?

    @Option(
        help:
            "The archive: zip, tar, tar.gz or tar.zst, as the name given with -o says when left out; with --dry-run: table or json."
    )
    var format: PackFormat?

    @Option(
        help: ArgumentHelp(
            "How hard to compress, 1 to 9; when left out 4, for tar.zst 1.", valueName: "level"))
    var level: Int?

    @Option(help: ArgumentHelp("Sign it with this SSH key, or with the agent's.", valueName: "key|agent"))
    var sign: String?

    @Flag(help: "Write NAME.tsq beside it: what a time-stamping authority is asked to stamp.")
    var timestampRequest = false

    @Flag(help: "Replace the archive if it exists.")
    var overwrite = false

    @Flag(help: "Say what would go in and write nothing.")
    var dryRun = false

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if let archiveFault { throw ValidationError(archiveFault) }
        if encryption.encrypt, form != .zip { throw ValidationError("--encrypt goes with a ZIP") }
        if split != nil, form != .zip { throw ValidationError("--split goes with a ZIP") }
        try refuseEmpty(to, "--to")
        if audit != nil, !clauses.isEmpty {
            throw ValidationError("say either --audit or --clause; the audit names its clauses")
        }
        if format == .json, audit == nil || !dryRun {
            throw ValidationError("--format json goes with --audit and --dry-run")
        }
    }

    func run(in session: Session) throws -> ExitStatus {
        let secret = dryRun ? nil : try encryption.secret(in: session)
        let register = try session.register()
        if dryRun {
            try explain(drafted(register, session), register.vault, session.console)
        } else if let split {
            let draft = try drafted(register, session)
            let parts = try self.parts(of: draft, atMost: split, register.vault)
            try pack(parts, draft.summary, register, secret, session)
        } else {
            try pack(try readied(register, secret, session), register, secret, session)
        }
        try secret?.tell(session)
        return .done
    }

    /// A bundle that is worked out, under its name.
    struct Drafted {
        let draft: PackDraft
        let assembly: BundleAssembly
        let name: String
        let summary: PackSummary
    }

    private func drafted(_ register: Register, _ session: Session) throws -> Drafted {
        let today = try session.today(register)
        let (draft, unlinked) = try register.read { view in
            (try PackDraft(PackScope(self), view, today), try view.unlinkedItems())
        }
        let assembly = try since.told(in: draft.assembly, register, session)
        return Drafted(
            draft: draft, assembly: assembly, name: baseName ?? BundleName.standard(for: assembly.index),
            summary: PackSummary(assembly, unlinked: unlinked))
    }

    /// A bundle whose pages are drawn. What they were drawn from takes no more memory.
    private struct Readied {
        let contents: BagContents
        let note: PackNote
        let name: String
        let summary: PackSummary
    }

    private func readied(_ register: Register, _ secret: BundleSecret?, _ session: Session) throws -> Readied
    {
        // Each part of packing has code of its own.
        give_back_program_code()
        let drafted = try drafted(register, session)
        give_back_program_code()
        defer { give_back_program_code() }
        let contents = try BundleDocuments.contents(
            of: drafted.assembly, name: drafted.name, level: form == .zip ? level : nil, vault: register.vault
        )
        let file = output?.lastComponent ?? "\(drafted.name).\(form.rawValue)"
        let note = PackNote(
            drafted.assembly.index, contents, file: file, to: to?.trimmed, isEncrypted: secret != nil)
        return Readied(contents: contents, note: note, name: drafted.name, summary: drafted.summary)
    }

    private func explain(_ drafted: Drafted, _ vault: Vault, _ console: Console) throws {
        let (draft, name, summary) = (drafted.draft, drafted.name, drafted.summary)
        let parts: PartsDraft? = try split.map { try self.parts(of: drafted, atMost: $0, vault) }
        let page = draft.choice.map {
            SelectionPage($0, bundle: "\(name).\(form.rawValue)", besides: draft.proof)
        }
        if let page, format == .json { return try console.json(page) }
        try console.say("\(name).\(form.rawValue) would hold \(summary.contents)")
        for line in parts?.lines ?? [] { try console.say(line) }
        try page?.show(console)
        for line in PackSummary.counts(of: drafted.assembly) { try console.say(line) }
        if encryption.encrypt { try console.say(EncryptionOptions.remark) }
        for line in summary.remarks { try console.say(line) }
        console.tell("Nothing was written.")
    }

    private func pack(
        _ readied: Readied, _ register: Register, _ secret: BundleSecret?, _ session: Session
    ) throws {
        let file = output ?? "\(readied.name).\(form.rawValue)"
        let beside = try FilesBeside(readied.name, self, session)
        let bundle = try pack(readied, to: session.absolute(file), register, secret, session, beside.signer)
        try beside.write(bundle)
        let console = session.console
        try console.say(
            "\(file)  \(readied.summary.contents), \(FileSize.text(bundle.archiveOctets)) packed")
        try BundleName.tell(bundle.bundleID, console)
        if secret != nil { try console.say(EncryptionOptions.remark) }
        try beside.show(bundle, console)
        for line in readied.summary.remarks { try console.say(line) }
        console.tell("Next: dossier verify \(file)")
    }

    private func pack(
        _ readied: Readied, to path: String, _ register: Register, _ secret: BundleSecret?,
        _ session: Session, _ signer: BundleSigner?
    ) throws -> PackedBundle {
        let deliver: BundleDelivery = { bundle, giveName in
            try PackNote.record([(readied.note, bundle)], in: register, session, giveNames: giveName)
        }
        let progress = ProgressLine("packing", total: readied.summary.octets, console: session.console)
        defer { progress.finish() }
        return try BagPacker(form, level: level, overwrite: overwrite, random: session.random()).pack(
            readied.contents, to: path, encryptedWith: secret?.passphrase, progress: { progress.advance($0) },
            sign: signer?.sign, deliver: deliver)
    }
}
