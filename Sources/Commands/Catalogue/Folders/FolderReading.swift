import Certification
import Documents
import Store
import Synchronization

/// Reads the files of a folder, each once and on all cores: their fingerprints, and what they say of themselves. Where they
/// are to go into the register, they are copied on the way, and read from the copy.
struct FolderReading {
    private(set) var documents: [FolderDocument] = []
    private(set) var rejected: [(path: String, why: String)] = []
    /// What is wrong with what documents say of themselves.
    private(set) var remarks: [String] = []
    private(set) var missing: Set<String> = []
    private(set) var skipped = 0

    /// The copies; nil where nothing is to be written.
    private var intake: VaultIntake?
    private var contents: [Result<VaultContent, IntakeError>] = []
    private var positions: [IntakeSource: Int] = [:]

    private typealias Said = (
        header: DocumentHeader, suggestion: FolderSuggestion, refersElsewhere: Bool,
        refusal: DocumentRefusal?
    )

    init(
        _ walk: FolderWalk, in folder: String, rules: FolderRules, _ suggester: FolderSuggester,
        _ register: Register, copying: Bool, _ session: Session
    ) throws {
        let files = walk.files.filter { !rules.rule(for: $0.path).isSkipped }
        skipped = walk.files.count - files.count
        let said = try read(files, in: folder, suggester, register, copying, session)
        try register.read { view in
            for (index, file) in files.enumerated() {
                guard let content = content(contents[index], file, folder),
                    let (header, suggestion, refersElsewhere, refusal) = said[index]
                else { continue }
                if let refusal, isRejected(refusal, file) { continue }
                if refersElsewhere {
                    remarks.append("\(file.path) takes values from other workbooks, which are no part of it")
                }
                remarks += header.problems.map { "\(file.path): \($0.key) \($0.message)" }
                documents.append(
                    FolderDocument(
                        file: file, content: content, header: header, suggestion: suggestion,
                        rule: rules.rule(for: file.path),
                        name: VersionedName(fileName: file.path.lastComponent),
                        held: try view.evidence(holding: content.fingerprint)))
            }
        }
    }

    /// What the files say of themselves, by their positions.
    private mutating func read(
        _ files: [FolderWalk.File], in folder: String, _ suggester: FolderSuggester, _ register: Register,
        _ copying: Bool, _ session: Session
    ) throws -> [Int: Said] {
        let sources = files.map { IntakeSource(path: folder.joined($0.path), followLink: false) }
        positions = Dictionary(zip(sources, sources.indices), uniquingKeysWith: { first, _ in first })
        let said = Mutex<[Int: Said]>([:])
        let look: @Sendable (Int, String) -> Void = { index, path in
            let found = Self.said(by: files[index], at: path, suggester)
            said.withLock { $0[index] = found }
        }
        let sizes = copying ? try register.read { try $0.contentSizes() } : []
        try session.withProgress(of: sources) { progress in
            guard copying else { return contents = Vault.examine(sources, look: look, progress: progress) }
            let intake = try VaultIntake(
                sources, into: register.vault, nonce: session.random(), held: sizes, look: look,
                progress: progress)
            (self.intake, contents) = (intake, intake.contents)
        }
        return said.withLock { $0 }
    }

    private static func said(by file: FolderWalk.File, at path: String, _ suggester: FolderSuggester) -> Said
    {
        let (header, content, refusal) = HeaderFile(path: path, shown: file.path.lastComponent)
            .quiet(suggester.extent)
        return (
            header, suggester.suggestion(for: file.path, header, content?.text ?? DocumentText()),
            content?.hasExternalLinks ?? false, refusal
        )
    }

    /// What became of the files that a plan names: into the vault with their copies, where they were copied.
    func take(_ sources: [IntakeSource], writing: Bool) throws -> [Result<VaultContent, IntakeError>] {
        let places = sources.map { positions[$0] }
        let known = places.compactMap(\.self)
        var results = try (writing ? intake?.settle(known) : nil) ?? known.map { contents[$0] }
        for (index, place) in places.enumerated() where place == nil {
            results.insert(.failure(.notFound(path: sources[index].path)), at: index)
        }
        return results
    }

    private mutating func content(
        _ result: Result<VaultContent, IntakeError>, _ file: FolderWalk.File, _ folder: String
    ) -> VaultContent? {
        switch result {
        case .success(let content) where content.size > 0: return content
        case .success: rejected.append((file.path, "is empty (0 bytes)"))
        case .failure(let error):
            let failure = Failure(translating: error).speaking(of: file.path, for: folder.joined(file.path))
            rejected.append((file.path, failure.message))
        }
        return nil
    }

    /// A document that nobody will be able to read is no evidence; an old format, or one for which a program is missing, is.
    private mutating func isRejected(_ refusal: DocumentRefusal, _ file: FolderWalk.File) -> Bool {
        switch refusal {
        case .programMissing(let program):
            missing.insert(program)
            return false
        case .oldFormat: return false
        default:
            rejected.append((file.path, refusal.description))
            return true
        }
    }
}
