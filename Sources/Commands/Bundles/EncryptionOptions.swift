import ArgumentParser

/// Whether a bundle is encrypted, and with which passphrase.
struct EncryptionOptions: ParsableArguments {
    @Flag(help: "Encrypt the bundle with a passphrase.")
    var encrypt = false

    @OptionGroup var passphrase: PassphraseOptions

    func validate() throws {
        if passphrase.isGiven, !encrypt {
            throw ValidationError("--passphrase-file and --passphrase-fd go with --encrypt")
        }
    }

    /// What a person is told beside the contents.
    static let remark = "  encrypted  AES-256; names and contents are told to nobody without the passphrase"

    /// The passphrase to encrypt with; nil where nothing is encrypted.
    func secret(in session: Session) throws -> BundleSecret? {
        encrypt ? try BundleSecret(passphrase, in: session) : nil
    }
}
