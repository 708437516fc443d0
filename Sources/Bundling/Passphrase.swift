import Foundation
import Glibc

/// The secret that opens an encrypted bundle. Its octets are overwritten when nobody holds it any more, and it has no
/// description that could end up in a message.
public final class Passphrase: @unchecked Sendable {
    // Written once, in `init`, and ended by a zero.
    private let start: UnsafeMutablePointer<CChar>
    /// Without the zero.
    private let count: Int

    /// Characters that a passphrase chosen by a person has at least: the form of WinZip derives its key by only 1,000
    /// rounds of PBKDF2, so a short one can be guessed.
    public static let fewestCharacters = 12
    /// Octets that 7-Zip and WinZip read at the most.
    public static let mostOctets = 99

    /// Why something is no passphrase.
    public enum Fault: Error, Hashable, Sendable {
        case empty, tooLong, notText, holdsControlCharacter
        /// It opens what others made, but nothing is encrypted with it.
        case tooShort
    }

    /// A passphrase in UTF-8.
    public init(_ text: some Collection<UInt8>) throws(Fault) {
        guard !text.isEmpty else { throw .empty }
        guard text.count <= Self.mostOctets else { throw .tooLong }
        guard String(validating: text, as: UTF8.self) != nil else { throw .notText }
        guard text.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { throw .holdsControlCharacter }
        count = text.count
        start = .allocate(capacity: count + 1)
        start.initialize(repeating: 0, count: count + 1)
        for (index, octet) in text.enumerated() { start[index] = CChar(bitPattern: octet) }
    }

    deinit {
        explicit_bzero(start, count)
        start.deallocate()
    }

    private var octets: UnsafeBufferPointer<CChar> { UnsafeBufferPointer(start: start, count: count) }

    /// Refuses what is too easily guessed to protect anything.
    public func requireStrength() throws(Fault) {
        let text = octets.map { UInt8(bitPattern: $0) }
        guard String(decoding: text, as: UTF8.self).count >= Self.fewestCharacters else { throw .tooShort }
    }

    /// Some programs take characters beyond ASCII in another encoding than UTF-8.
    public var isASCII: Bool { octets.allSatisfy { $0 >= 0 } }

    /// For a C function that copies it.
    func withCString<Value>(_ body: (UnsafePointer<CChar>) throws -> Value) rethrows -> Value {
        try body(start)
    }
}

extension Passphrase {
    /// Letters and digits that nobody mistakes for one another when they are read out: no l, o, 0 and 1.
    private static let alphabet = Array("abcdefghijkmnpqrstuvwxyz23456789")
    private static let groups = 6

    /// Six groups of four, 120 bits: `k7mq-x2da-9hsn-bb4e-w3tc-ypz8`. `random` must not be guessable.
    public static func drawn(from random: () -> UInt64) -> String {
        let symbols = (0..<Self.groups / 3).flatMap { _ in
            let number = random()
            return (0..<12).map { alphabet[Int(number >> (5 * UInt64($0)) & 31)] }
        }
        return stride(from: 0, to: symbols.count, by: 4).map { String(symbols[$0..<$0 + 4]) }
            .joined(separator: "-")
    }
}
