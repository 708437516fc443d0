import ArgumentParser
import Bundling
import Certification
import Glibc
import Store

/// The one table that turns errors of the modules below into words and exit statuses.
extension Failure {
    init(translating error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case let error as ValidationError: self.init(.usage, error.message)
        case let error as RegisterError: self.init(error)
        case let error as IntakeError: self.init(error)
        case let error as ClauseFinder.Failure: self.init(error)
        case let error as ControlRefusal: self.init(error)
        case let error as OutputError:
            self.init(.inputOutput, "cannot write the result: \(reason(error.code))")
        case let error as BundlingError: self.init(error)
        case is DecodingError:
            self.init(.inputOutput, "an entry of the journal cannot be read", hint: "dossier log --verify")
        default: self.init(.inputOutput, "\(error)")
        }
    }

    private init(_ error: RegisterError) {
        switch error {
        case .notFound(let folder):
            self.init(
                .notFound, "no register in \(folder) or above it",
                hint: "dossier init --organization NAME --standard 20000-1")
        case .alreadyExists(let folder):
            self.init(
                .cannotCreate, "\(folder) holds a register already", hint: "dossier -C \(folder) status")
        case .vaultWithoutRegister(let folder):
            self.init(
                .cannotCreate, "\(folder)/.dossier/vault holds the files of an earlier register",
                hint: "put register.sqlite back from a backup, or move the vault away")
        case .newer(let path):
            self.init(
                .unusableData, "\(path) was written by a newer release of dossier than this one",
                hint: "install the newer release; nothing was changed")
        case .locked(let path):
            self.init(.temporary, "\(path) is held by another process", hint: "try again in a moment")
        case .unknownEvidence(let id, let nearest):
            self.init(
                .notFound, "no evidence \(id)",
                hint: nearest.isEmpty ? "dossier list" : "did you mean \(nearest.joined(separator: ", "))?")
        case .unknown(let what, let id, let nearest):
            self.init(
                .notFound, "no \(what) \(id)",
                hint: nearest.isEmpty
                    ? "dossier \(what) list" : "did you mean \(nearest.joined(separator: ", "))?")
        case .diskFull(let path): self.init(.inputOutput, "the disk of \(path) is full; nothing was changed")
        case .damaged(let path, let why):
            self.init(
                .inputOutput, "\(path) is damaged: \(why)",
                hint: "put register.sqlite back from a backup; the files in the vault are not affected")
        case .notWritable(let path, let why): self.init(.notPermitted, "\(path) cannot be used: \(why)")
        case .failed(let path, let why): self.init(.inputOutput, "\(path) could not be used: \(why)")
        }
    }

    private init(_ error: IntakeError) {
        switch error {
        case .notFound(let path): self.init(.notFound, "\(path) does not exist")
        case .notPermitted(let path): self.init(.notPermitted, "\(path) may not be read")
        case .isFolder(let path):
            self.init(.unusableData, "\(path) is a folder, not a file", hint: "name the files: \(path)/*")
        case .notRegular(let path):
            self.init(.unusableData, "\(path) is no regular file (a pipe, a socket or a device)")
        case .isSymbolicLink(let path): self.init(.unusableData, "\(path) is a symbolic link")
        case .vaultNotWritable(let path, let code):
            self.init(
                code == ENOSPC ? .inputOutput : .notPermitted,
                "the vault cannot be written: \(path): \(reason(code))")
        case .changedWhileRead(let path):
            self.init(
                .unusableData, "\(path) changed while it was read", hint: "close it elsewhere and try again")
        case .failed(let path, let operation, let code):
            self.init(.inputOutput, "\(operation) failed on \(path): \(reason(code))")
        }
    }

    init(_ error: ClauseFinder.Failure) {
        switch error {
        case .noStandards:
            self.init(.unusableData, "the register holds no standard", hint: "dossier standard add 20000-1")
        case .unknownStandard(let text, let known):
            self.init(.notFound, "no standard \"\(text)\"; known: \(known.joined(separator: ", "))")
        case .ambiguousStandard(let text, let candidates):
            self.init(.usage, "\"\(text)\" could be \(candidates.joined(separator: " or "))")
        case .standardNeeded(let text, let known):
            let examples = known.map { "\($0):\(text)" }.joined(separator: " or ")
            self.init(.usage, "say the standard of clause \(text): \(examples)")
        case .otherStandard(let text, let named, let asked):
            self.init(.usage, "\(text) names a clause of \(named), not of \(asked)")
        case .unknownClause(let text, let designation, let nearest):
            self.init(
                .unusableData, "\(text) is no clause of \(designation)",
                hint: nearest.isEmpty
                    ? nil : "nearest: " + nearest.map { "\($0.number) (\($0.title))" }.joined(separator: ", ")
            )
        }
    }
}

extension Failure {
    private init(_ error: BundlingError) {
        let message = error.description
        switch error {
        case .cannotRead: self.init(.notFound, message)
        case .notPermitted: self.init(.notPermitted, message)
        case .cannotWrite: self.init(.cannotCreate, message)
        case .writingFailed:
            self.init(.inputOutput, message, hint: "make room and try again; nothing was left behind")
        case .destinationExists:
            self.init(
                .cannotCreate, message,
                hint: "choose another name or folder; pack can also replace it with --overwrite")
        case .fingerprintMismatch, .sizeMismatch, .vaultUnreadable:
            self.init(
                .inputOutput, message,
                hint: "nothing was packed; put the file back from a backup of the vault")
        case .passphraseNeeded:
            self.init(
                .usage, message + ", and there is no terminal to ask for the passphrase",
                hint: "dossier verify BUNDLE --passphrase-file FILE")
        case .passphraseWrong:
            self.init(
                .unusableData, message,
                hint: "ask for it where the bundle came from; capitals, blanks and hyphens count")
        case .signingFailed: self.init(.unusableData, message, hint: "nothing was packed")
        case .notAppendable:
            self.init(.unusableData, message, hint: "dossier unpack, and attach it to the folder")
        case .foreignTimestamp:
            self.init(.unusableData, message, hint: "dossier bundle id BUNDLE, and ask for a stamp of that")
        case .partTooLarge:
            self.init(.unusableData, message, hint: "nothing was packed; try a larger --split")
        case .noPayload: self.init(.unusableData, message, hint: "dossier gap --all")
        case .unsafeName, .nameTaken, .invalidInfo, .notABundle, .archiveDamaged:
            self.init(.unusableData, message)
        }
    }
}

/// The system's words for an error code.
func reason(_ code: Int32) -> String {
    String(cString: strerror(code)).lowercased()
}
