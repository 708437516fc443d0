/// SHA-224, which old bags use and swift-crypto does not offer (FIPS 180-4 6.3): SHA-256 from another beginning, cut short.
struct SHA224: RunningDigest {
    let algorithm = DigestAlgorithm.sha224
    private var state: [UInt32] = [
        0xC105_9ED8, 0x367C_D507, 0x3070_DD17, 0xF70E_5939, 0xFFC0_0B31, 0x6858_1511, 0x64F9_8FA7,
        0xBEFA_4FA4,
    ]
    /// Octets that wait for a whole block.
    private var waiting: [UInt8] = []
    private var count: UInt64 = 0

    private static let block = 64

    mutating func update(_ bytes: UnsafeRawBufferPointer) {
        count &+= UInt64(bytes.count)
        waiting.append(contentsOf: bytes)
        let whole = waiting.count / Self.block * Self.block
        for start in stride(from: 0, to: whole, by: Self.block) {
            compress(waiting[start..<start + Self.block])
        }
        waiting.removeFirst(whole)
    }

    /// A single bit and zeros to the end of a block, whose last eight octets are the count of bits.
    var octets: [UInt8] {
        var last = self
        var padding: [UInt8] = [0x80]
        let length = (waiting.count + 1) % Self.block
        padding += Array(repeating: 0, count: (Self.block + 56 - length) % Self.block)
        padding += (0..<8).map { UInt8(truncatingIfNeeded: (count &* 8) >> (56 - 8 * UInt64($0))) }
        padding.withUnsafeBytes { last.update($0) }
        return last.state.prefix(7).flatMap { word in
            [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> $0) }
        }
    }

    private mutating func compress(_ block: ArraySlice<UInt8>) {
        let schedule = Self.schedule(block)
        var word = state
        for round in 0..<Self.block {
            let (first, fifth) = (word[0], word[4])
            let sum1 = fifth.rotated(6) ^ fifth.rotated(11) ^ fifth.rotated(25)
            let choice = (fifth & word[5]) ^ (~fifth & word[6])
            let one = word[7] &+ sum1 &+ choice &+ Self.constants[round] &+ schedule[round]
            let sum0 = first.rotated(2) ^ first.rotated(13) ^ first.rotated(22)
            let majority = (first & word[1]) ^ (first & word[2]) ^ (word[1] & word[2])
            word = [
                one &+ sum0 &+ majority, first, word[1], word[2], word[3] &+ one, fifth, word[5], word[6],
            ]
        }
        for index in state.indices { state[index] &+= word[index] }
    }

    private static func schedule(_ block: ArraySlice<UInt8>) -> [UInt32] {
        var words: [UInt32] = []
        var rest = block
        while !rest.isEmpty {
            words.append(rest.prefix(4).reduce(0) { $0 << 8 | UInt32($1) })
            rest = rest.dropFirst(4)
        }
        for index in 16..<Self.block {
            let (early, late) = (words[index - 15], words[index - 2])
            let sigma0 = early.rotated(7) ^ early.rotated(18) ^ early >> 3
            let sigma1 = late.rotated(17) ^ late.rotated(19) ^ late >> 10
            words.append(words[index - 16] &+ sigma0 &+ words[index - 7] &+ sigma1)
        }
        return words
    }

    /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
    private static let constants: [UInt32] = [
        0x428A_2F98, 0x7137_4491, 0xB5C0_FBCF, 0xE9B5_DBA5, 0x3956_C25B, 0x59F1_11F1, 0x923F_82A4,
        0xAB1C_5ED5,
        0xD807_AA98, 0x1283_5B01, 0x2431_85BE, 0x550C_7DC3, 0x72BE_5D74, 0x80DE_B1FE, 0x9BDC_06A7,
        0xC19B_F174,
        0xE49B_69C1, 0xEFBE_4786, 0x0FC1_9DC6, 0x240C_A1CC, 0x2DE9_2C6F, 0x4A74_84AA, 0x5CB0_A9DC,
        0x76F9_88DA,
        0x983E_5152, 0xA831_C66D, 0xB003_27C8, 0xBF59_7FC7, 0xC6E0_0BF3, 0xD5A7_9147, 0x06CA_6351,
        0x1429_2967,
        0x27B7_0A85, 0x2E1B_2138, 0x4D2C_6DFC, 0x5338_0D13, 0x650A_7354, 0x766A_0ABB, 0x81C2_C92E,
        0x9272_2C85,
        0xA2BF_E8A1, 0xA81A_664B, 0xC24B_8B70, 0xC76C_51A3, 0xD192_E819, 0xD699_0624, 0xF40E_3585,
        0x106A_A070,
        0x19A4_C116, 0x1E37_6C08, 0x2748_774C, 0x34B0_BCB5, 0x391C_0CB3, 0x4ED8_AA4A, 0x5B9C_CA4F,
        0x682E_6FF3,
        0x748F_82EE, 0x78A5_636F, 0x84C8_7814, 0x8CC7_0208, 0x90BE_FFFA, 0xA450_6CEB, 0xBEF9_A3F7,
        0xC671_78F2,
    ]
}

extension UInt32 {
    /// To the right, what falls out comes in again.
    fileprivate func rotated(_ bits: UInt32) -> UInt32 { self >> bits | self << (32 - bits) }
}
