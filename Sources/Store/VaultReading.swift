import Certification

extension Vault {
    /// Hands over a content piece by piece and answers with what it turned out to be: whether it still is what its name says,
    /// is for the caller to look at.
    public func read(_ fingerprint: Fingerprint, _ sink: ([UInt8]) throws -> Void) throws -> VaultContent {
        var failure: (any Error)?
        let source = IntakeSource(path: location(of: fingerprint), followLink: false)
        let content = try ContentReading.read(source) { octets throws(IntakeError) in
            guard failure == nil else { return }
            do { try sink(Array(octets)) } catch { failure = error }
        }
        if let failure { throw failure }
        return content
    }
}
