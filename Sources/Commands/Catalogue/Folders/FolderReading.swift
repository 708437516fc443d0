import Certification
import Dispatch
import Documents
import Store
import Synchronization

/// Reads the files of a folder, on all cores: their fingerprints, and what they say of themselves.
struct FolderReading {
    private(set) var documents: [FolderDocument] = []
    private(set) var rejected: [(path: String, why: String)] = []
    /// What is wrong with what documents say of themselves.
    private(set) var remarks: [String] = []
    private(set) var missing: Set<String> = []
    private(set) var skipped = 0

    private typealias Said = (
        header: DocumentHeader, suggestion: FolderSuggestion, refersElsewhere: Bool,
        refusal: DocumentRefusal?
    )

    init(
        _ walk: FolderWalk, in folder: String, rules: FolderRules, _ suggester: FolderSuggester,
        _ register: Register
    ) throws {
        let files = walk.files.filter { !rules.rule(for: $0.path).isSkipped }
        skipped = walk.files.count - files.count
        let contents = Vault.examine(
            files.map { IntakeSource(path: folder.joined($0.path), followLink: false) })
        let said = Self.said(files, in: folder, suggester)
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

    private static func said(
        _ files: [FolderWalk.File], in folder: String, _ suggester: FolderSuggester
    ) -> [Int: Said] {
        let results = Mutex<[Int: Said]>([:])
        DispatchQueue.concurrentPerform(iterations: files.count) { index in
            let path = files[index].path
            let file = HeaderFile(path: folder.joined(path), shown: path.lastComponent)
            let (header, content, refusal) = file.quiet(withText: suggester.needsText)
            let suggestion = suggester.suggestion(for: path, header, content.text)
            results.withLock { $0[index] = (header, suggestion, content.hasExternalLinks, refusal) }
        }
        return results.withLock { $0 }
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
