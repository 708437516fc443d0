/// A word of a text as a number that two words share when they differ only in case or in a plural ending.
typealias WordKey = UInt64

/// Splits text into words. It looks at octets: five thousand documents are read for one answer.
enum WordReading {
    /// Words that say nothing about a subject.
    private static let stopWords: Set<WordKey> = Set(
        [
            "a", "an", "and", "the", "of", "for", "to", "in", "on", "with", "or", "by", "at", "from", "is",
            "are", "be", "this", "that", "its", "our", "your", "we", "it's", "und", "der", "die", "das",
            "des", "von", "für", "zur", "zum", "im", "mit",
        ].map { key(of: Array($0.utf8)) })

    /// Calls for each word that is not a mere filler. `camel` splits `IncidentResponse` as file names need it.
    static func forEachWord(in text: String, camel: Bool = false, _ body: (WordKey) -> Void) {
        var copy = text
        copy.withUTF8 { octets in
            var word: [UInt8] = []
            var wasLower = false
            for octet in octets {
                let folded = letter(octet, after: word.last)
                let isUpper = octet >= 65 && octet <= 90
                if folded == 0 || (camel && isUpper && wasLower) { finish(&word, body) }
                if folded != 0 { word.append(folded) }
                wasLower = octet >= 97 && octet <= 122
            }
            finish(&word, body)
        }
    }

    /// The words of a short text.
    static func words(of text: String, camel: Bool = false) -> [WordKey] {
        var words: [WordKey] = []
        forEachWord(in: text, camel: camel) { words.append($0) }
        return words
    }

    private static func finish(_ word: inout [UInt8], _ body: (WordKey) -> Void) {
        guard !word.isEmpty else { return }
        let key = key(of: word)
        word.removeAll(keepingCapacity: true)
        if !stopWords.contains(key) { body(key) }
    }

    /// The lower-case letter or digit of an octet, 0 for what separates words.
    private static func letter(_ octet: UInt8, after previous: UInt8?) -> UInt8 {
        switch octet {
        case 97...122, 48...57: octet
        case 65...90: octet + 32
        // The capital letters of Latin-1 in UTF-8: Ä, Ö, Ü.
        case 0x80...0x9E where previous == 0xC3 && octet != 0x97: octet + 32
        case 0x80...: octet
        default: 0
        }
    }

    /// FNV-1a over the word without its plural ending.
    private static func key(of word: [UInt8]) -> WordKey {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        let (count, isY) = stem(word)
        for index in 0..<count {
            hash = (hash ^ UInt64(isY && index == count - 1 ? 121 : word[index])) &* 0x100_0000_01b3
        }
        return hash
    }

    /// How many letters remain, and whether the last of them stands for a y: policies, policy.
    private static func stem(_ word: [UInt8]) -> (Int, Bool) {
        let count = word.count
        guard count > 3, word[count - 1] == 115 else { return (count, false) }
        let before = word[count - 2]
        if before == 115 || before == 117 || before == 105 { return (count, false) }
        if before == 101 {
            if count > 4, word[count - 3] == 105 { return (count - 2, true) }
            if word[count - 3] == 115 || word[count - 3] == 120 { return (count - 2, false) }
        }
        return (count - 1, false)
    }
}
