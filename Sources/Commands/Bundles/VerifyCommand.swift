import ArgumentParser
import Bundling
import Certification
import Reporting

/// `dossier verify BUNDLE...`
struct VerifyCommand: Command {
    static let configuration = CommandConfiguration(
        "verify", "Check that a bundle is whole, and who signed it.",
        detail: """
            Reads every file of an archive or an unpacked folder and checks it against the bag's manifests. Every
            problem is reported, not only the first. Needs no register. Warnings do not make a bundle invalid. The
            passphrase of an encrypted bundle is asked for on the terminal where it is not given. A signature that
            does not belong to the bundle makes it invalid. Whose the key is says a file of allowed signers, as
            ssh-keygen(1) describes it; where one is named, a bundle that nobody in it signed is refused with 1.
            Without one a whole bundle is 0, and the line says that its origin is not proven. Signatures by other keys
            than Ed25519 are checked by ssh-keygen. Of a time stamp it is checked that it was made for this bundle;
            whether the authority is genuine says openssl, with the command that is shown. Of several bundles each is
            checked by itself; parts of one (`dossier pack --split`) must be all there.
            """,
        examples: [
            "dossier verify bundle.zip", "dossier verify unpacked/bundle --format json",
            "dossier verify bundle.zip --allowed-signers allowed_signers",
            "dossier verify bundle.zip --passphrase-file secret.txt",
            "dossier verify sv1-1-of-2.zip sv1-2-of-2.zip",
        ],
        statuses: [
            .answerIsNo, .unusableData, .notFound, .programMissing, .cannotCreate, .inputOutput,
            .notPermitted,
        ])

    @Argument(help: ArgumentHelp("The archive, or the folder with bagit.txt in it.", valueName: "bundle"))
    var bundles: [String]

    @OptionGroup var passphrase: PassphraseOptions
    @OptionGroup var signers: OriginOptions
    @OptionGroup var format: PageFormatOption
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if bundles.count > 1, passphrase.passphraseFd != nil {
            throw ValidationError("a descriptor is read once; use --passphrase-file for several bundles")
        }
    }

    func run(in session: Session) throws -> ExitStatus {
        let check = try OriginCheck(signers, in: session)
        let verdicts = try bundles.map { try verdict(on: $0, check, session) }
        let page = VerdictPage(verdicts)
        switch (format.format, verdicts.first) {
        case (.json, let verdict?) where verdicts.count == 1: try session.console.json(verdict)
        case (.json, _): try session.console.json(page)
        case (.table, _): try page.show(session.console)
        }
        let isProven = verdicts.allSatisfy { $0.origin.isProven || !check.isDemanded }
        return page.valid && isProven ? .done : .answerIsNo
    }

    private func verdict(on bundle: String, _ check: OriginCheck, _ session: Session) throws -> BundleVerdict
    {
        let progress = ProgressLine("checking", total: 0, console: session.console)
        defer { progress.finish() }
        let report = try BundleVerification.verify(
            path: session.absolute(bundle),
            key: passphrase.key(to: bundle, in: session, folder: session.temporaryFolder),
            progress: { progress.advance($0) }, checkSignature: check.matches)
        progress.finish()
        return BundleVerdict(bundle: bundle, report: report, origin: try check.origin(of: report))
    }
}

extension VerificationReport {
    /// The problems, the verdict, the origin and the identifier.
    func show(_ origin: BundleOrigin, _ console: Console) throws {
        for problem in problems {
            let place = problem.path.isEmpty ? "" : " \(problem.path)"
            try console.say("\(problem.severity.rawValue): \(problem.code)\(place): \(problem.message)")
        }
        let errors = problems.count { $0.severity == .error }
        if valid {
            try console.say(
                "valid: \(counted(files, "file")), \(FileSize.text(octets)), every checksum holds")
        } else {
            try console.say("not valid: \(counted(errors, "error")); \(counted(files, "file")) looked at")
        }
        if let group = BagGroup(info) {
            try console.say("part       \(group.place) of \(group.id)")
        }
        // Where no bag was found, nothing is known of a signature either.
        if bundleID != nil { try console.say("signature  \(origin.sentence)") }
        try timestamp?.show(of: bundleID, console)
        try bundleID?.show(console)
    }
}

extension Fingerprint {
    /// The identifier of a bundle, to be read out and whole.
    func show(_ console: Console) throws {
        try console.say("bundle id  \(BundleName.spoken(self))")
        try console.say("           \(self)")
    }
}

/// A time stamp in the JSON of a verification.
struct TimestampPayload: Encodable {
    let time: Timestamp
}

extension Timestamp {
    /// The time of a time stamp, and who says whether the authority is genuine.
    func show(of bundleID: Fingerprint?, _ console: Console) throws {
        try console.say("time stamp \(self), made for this bundle; whether its authority is genuine says")
        try console.say(
            "           openssl ts -verify -digest \(bundleID?.hex ?? "ID") -in \(TimestampResponse.fileName) -CAfile ca.pem"
        )
    }
}
