import Testing

@testable import Bundling

/// Names that some file system takes for one are one; the hash agrees.
@Suite struct FoldedPathTests {
    @Test(
        arguments: [
            ("data/a", "data/a", true), ("data/A.txt", "DATA/a.TXT", true), ("data/a", "data/b", false),
            ("data/a", "data/a ", false), ("data/@", "data/`", false), ("data/[", "data/{", false),
            ("M\u{FC}ller", "Mu\u{308}LLER", true), ("stra\u{DF}e", "STRASSE", true),
            ("\u{212A}", "k", true), ("\u{37E}", ";", true), ("\u{130}", "i\u{307}", true),
        ] as [(String, String, Bool)])
    func pathsThatAreOne(one: String, other: String, same: Bool) {
        let (left, right) = (FoldedPath(BagPath(one)), FoldedPath(BagPath(other)))
        #expect((left == right) == same)
        if same { #expect(left.hashValue == right.hashValue) }
        #expect((BagPath(one).folded == BagPath(other).folded) == same)
    }
}
