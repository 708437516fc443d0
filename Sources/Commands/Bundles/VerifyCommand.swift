import ArgumentParser
import Bundling
import Certification
import Reporting

/// `dossier verify BUNDLE`
struct VerifyCommand: Command {
    static let configuration = CommandConfiguration(
        "verify", "Check that a bundle is whole.",
        detail: """
            Reads every file of an archive or an unpacked folder and checks it against the bag's manifests. Every
            problem is reported, not only the first. Needs no register. Warnings do not make a bundle invalid. The
            passphrase of an encrypted bundle is asked for on the terminal where it is not given.
            """,
        examples: [
            "dossier verify bundle.zip", "dossier verify unpacked/bundle --format json",
            "dossier verify bundle.zip --passphrase-file secret.txt",
        ],
        statuses: [.answerIsNo, .unusableData, .cannotCreate, .notFound, .inputOutput, .notPermitted])

    @Argument(help: "The archive, or the folder with bagit.txt in it.")
    var bundle: String

    @OptionGroup var passphrase: PassphraseOptions
    @OptionGroup var format: PageFormatOption
    @OptionGroup var global: GlobalOptions

    private struct Verdict: Encodable {
        let valid: Bool
        let bundleId: Fingerprint?
        let files: Int
        let octets: Int
        let problems: [Problem]
    }

    func run(in session: Session) throws -> ExitStatus {
        let progress = ProgressLine("checking", total: 0, console: session.console)
        defer { progress.finish() }
        let report = try BundleVerification.verify(
            path: session.absolute(bundle),
            key: passphrase.key(to: bundle, in: session, folder: session.temporaryFolder),
            progress: { progress.advance($0) })
        progress.finish()
        if format.format == .json {
            try session.console.json(
                Verdict(
                    valid: report.valid, bundleId: report.bundleID, files: report.files,
                    octets: report.octets,
                    problems: report.problems))
        } else {
            try report.show(session.console)
        }
        return report.valid ? .done : .answerIsNo
    }
}

extension VerificationReport {
    /// The problems, the verdict and the identifier.
    func show(_ console: Console) throws {
        for problem in problems {
            let place = problem.path.isEmpty ? "" : " \(problem.path)"
            try console.say("\(problem.severity.rawValue): \(problem.code)\(place): \(problem.message)")
        }
        let errors = problems.count { $0.severity == .error }
        if valid {
            try console.say(
                "valid: \(counted(files, "file")), \(FileSize.text(octets)), every checksum holds; unsigned")
        } else {
            try console.say("not valid: \(counted(errors, "error")); \(counted(files, "file")) looked at")
        }
        if let bundleID {
            try console.say("bundle id  \(BundleName.spoken(bundleID))")
            try console.say("           \(bundleID)")
        }
    }
}
