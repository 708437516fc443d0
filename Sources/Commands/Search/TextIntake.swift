import Certification
import Foundation
import Store
import Synchronization

extension Session {
    /// The index of the texts of a register, with everything that is new taken in.
    func textIndex(of register: Register) throws -> TextIndex {
        let index = try TextIndex.open(at: register.location, lockWait: lockWait)
        let head = try register.read { try $0.journalHead() }
        if try index.isComplete(at: head) { return index }
        let missing = try index.missing(of: register.read { try $0.indexableContents() })
        if !missing.isEmpty { try take(missing, from: register.vault, into: index) }
        try index.setComplete(at: head)
        return index
    }

    /// Contents whose texts are held at once.
    private static let batch = 32

    private func take(_ contents: [IndexableContent], from vault: Vault, into index: TextIndex) throws {
        let progress = ProgressLine(
            "reading texts", total: contents.reduce(0) { $0 + $1.size }, console: console)
        defer { progress.finish() }
        for first in stride(from: 0, to: contents.count, by: Self.batch) {
            let batch = Array(contents[first..<min(first + Self.batch, contents.count)])
            try index.add(Self.read(batch, from: vault) { progress.advance($0) })
        }
    }

    /// Reads on all cores; the result is in the order of the contents.
    private static func read(
        _ contents: [IndexableContent], from vault: Vault, _ done: @Sendable (Int) -> Void
    ) -> [ReadContent] {
        let results = Mutex([ReadContent?](repeating: nil, count: contents.count))
        DispatchQueue.concurrentPerform(iterations: contents.count) { position in
            let content = contents[position]
            let (text, silent) = DocumentReading.read(
                vault.location(of: content.fingerprint), fileName: content.fileName)
            results.withLock { $0[position] = ReadContent(content: content, text: text, silent: silent) }
            done(content.size)
        }
        return results.withLock { $0.compactMap(\.self) }
    }
}
