import Bundling
import Certification
import Reporting
import Store

extension PackCommand {
    /// Lays a bundle out as parts.
    func parts(of drafted: Drafted, atMost limit: OctetCount, _ vault: Vault) throws -> PartsDraft {
        try PartsDraft(
            drafted.assembly, name: drafted.name, limit: limit.octets, level: level, isSigned: sign != nil,
            vault: vault)
    }

    /// Writes all parts, or none.
    func pack(
        _ draft: PartsDraft, _ summary: PackSummary, _ register: Register, _ secret: BundleSecret?,
        _ session: Session
    ) throws {
        let beside = try draft.parts.map { try FilesBeside($0.name, self, session) }
        let bundles = try pack(draft, register, secret, session, beside.first?.signer)
        for (files, bundle) in zip(beside, bundles) { try files.write(bundle) }
        let console = session.console
        let total = bundles.reduce(0) { $0 + $1.archiveOctets }
        try console.say(
            "\(counted(bundles.count, "part"))  \(summary.contents), \(FileSize.text(total)) packed")
        for (number, bundle) in bundles.enumerated() {
            try console.say(
                "\(file(draft.parts[number].name))  \(FileSize.text(bundle.archiveOctets)) packed")
            try BundleName.tell(bundle.bundleID, console)
            try beside[number].show(bundle, console)
        }
        if secret != nil { try console.say(EncryptionOptions.remark) }
        for line in summary.remarks { try console.say(line) }
        console.tell(
            "Next: dossier verify \(draft.parts.map { file($0.name) }.joined(separator: " "))")
    }

    /// The archive of a part as the user would write it.
    private func file(_ name: String) -> String {
        let folder = output?.parentFolder ?? ""
        return (folder.isEmpty ? name : folder.joined(name)) + ".\(form.rawValue)"
    }

    private func pack(
        _ draft: PartsDraft, _ register: Register, _ secret: BundleSecret?, _ session: Session,
        _ signer: BundleSigner?
    ) throws -> [PackedBundle] {
        let notes = draft.parts.map { part in
            PackNote(
                part.assembly.index, part.contents, file: "\(part.name).\(form.rawValue)", to: to?.trimmed,
                isEncrypted: secret != nil)
        }
        let octets = draft.parts.reduce(0) { $0 + $1.assembly.files.octets }
        let progress = ProgressLine("packing", total: octets, console: session.console)
        defer { progress.finish() }
        return try BagPacker(form, level: level, overwrite: overwrite, random: session.random()).pack(
            draft.parts.map { .init(contents: $0.contents, path: session.absolute(file($0.name))) },
            atMost: draft.limit, encryptedWith: secret?.passphrase, progress: { progress.advance($0) },
            sign: signer?.sign,
            deliver: { bundles, giveNames in
                try PackNote.record(
                    Array(zip(notes, bundles)), in: register, session, giveNames: giveNames)
            })
    }
}
