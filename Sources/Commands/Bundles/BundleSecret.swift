import Bundling

/// The passphrase that a bundle is encrypted with: one that was given, or one that is drawn and told once.
struct BundleSecret {
    let passphrase: Passphrase
    /// Nil where the person knows it.
    private let drawn: String?

    init(_ options: PassphraseOptions, in session: Session) throws {
        if let given = try options.passphrase(in: session) {
            do throws(Passphrase.Fault) { try given.requireStrength() } catch {
                throw Failure(error, of: options.source)
            }
            if !given.isASCII {
                session.console.warn(
                    "not every program reads characters beyond ASCII in a passphrase as dossier does")
            }
            (passphrase, drawn) = (given, nil)
        } else {
            let text = try Self.drawn(in: session)
            do throws(Passphrase.Fault) { passphrase = try Passphrase(text.utf8) } catch {
                throw Failure(error, of: "dossier")
            }
            drawn = text
        }
    }

    /// Nothing is drawn that nobody could be told: a stream that is no terminal may be kept.
    private static func drawn(in session: Session) throws -> String {
        guard session.terminal != nil else {
            throw Failure(
                .usage, "there is no terminal to show a passphrase on",
                hint: "dossier pack --encrypt --passphrase-file FILE")
        }
        return Passphrase.drawn(from: session.random)
    }

    /// Shows a passphrase that was drawn.
    func tell(_ session: Session) throws {
        guard let drawn else { return }
        try session.terminal?.tell("Passphrase: \(drawn)")
        try session.terminal?.tell(
            "It is shown this once. Keep it apart from the bundle: tell it by telephone.")
    }
}
