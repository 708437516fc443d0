import Bundling
import Certification
import Reporting

/// A bundle that was found valid, with what it says of itself.
struct EarlierBundle {
    /// As the user wrote it.
    let name: String
    let id: Fingerprint
    let index: BundleIndex

    /// Checks the whole bundle and reads its index in the same pass. `refusal` is the status of a bundle that is not valid,
    /// whose problems are named.
    init(
        _ name: String, _ passphrase: PassphraseOptions, refusal: ExitStatus, in session: Session
    ) throws {
        let progress = ProgressLine("checking", total: 0, console: session.console)
        defer { progress.finish() }
        let content = try BundleVerification.content(
            of: IndexDocument.path, atMost: IndexDocument.mostOctets, in: session.absolute(name),
            key: passphrase.key(to: name, in: session, folder: session.temporaryFolder),
            progress: { progress.advance($0) }, checkSignature: SignatureProgram(session: session).matches)
        progress.finish()
        guard content.report.valid else {
            throw Self.refused(name, content.report, refusal, session.console)
        }
        guard let octets = content.octets, let id = content.report.bundleID else {
            throw Failure(
                .unusableData, "\(name) holds no \(IndexDocument.path) that could be read",
                hint: "only bundles of dossier pack can be compared")
        }
        self.name = name
        self.id = id
        index = try Self.index(octets, of: name)
    }

    private static func refused(
        _ name: String, _ report: VerificationReport, _ status: ExitStatus, _ console: Console
    ) -> Failure {
        for problem in report.problems where problem.severity == .error {
            let place = problem.path.isEmpty ? "" : " \(problem.path)"
            console.talk("error: \(problem.code)\(place): \(problem.message)")
        }
        let errors = report.problems.count { $0.severity == .error }
        return Failure(
            status, "\(name) is not valid: \(counted(errors, "error")); nothing was compared",
            hint: "dossier verify \(name)")
    }

    private static func index(_ octets: [UInt8], of name: String) throws -> BundleIndex {
        do throws(IndexDocument.Fault) { return try IndexDocument.read(octets) } catch {
            throw Failure(error, in: name)
        }
    }
}

extension Failure {
    /// Why a bundle does not say what it holds.
    fileprivate init(_ fault: IndexDocument.Fault, in name: String) {
        let file = "\(name): \(IndexDocument.path)"
        switch fault {
        case .newer(let format):
            self.init(
                .unusableData, "\(file) has the format \(format), of a newer release of dossier",
                hint: "install the newer release")
        case .tooMany: self.init(.unusableData, "\(file) has too many entries")
        case .twice(let name): self.init(.unusableData, "\(file) tells twice of \(name)")
        case .malformed(let why): self.init(.unusableData, "\(file): \(why)")
        }
    }

    /// Why two bundles cannot be compared.
    init(_ other: BundleDifference.OtherStandard, _ before: String, _ after: String) {
        self.init(
            .unusableData,
            "\(before) is for \(other.before), \(after) for \(other.after); only bundles of one edition can be compared",
            hint: "dossier standard migrate, for what a new edition asks for")
    }
}
