import Testing

@testable import Bundling

@Suite struct UnlikePathsTests {
    private func areSure(_ paths: [String]) -> Bool {
        var unlike = UnlikePaths()
        for path in paths { unlike.add(path) }
        return unlike.areSure
    }

    @Test(arguments: [
        ["data/a", "data/b"], ["data/x y", "data/x/y", "data/x/z"],
        ["data/Müller-訓練.txt", "data/Muller.txt"],
        ["a/b/c", "a/d/c", "a/b/e"],
    ])
    func areToldApart(_ paths: [String]) { #expect(areSure(paths)) }

    /// A file's name twice, in another case, in another normalisation; a file where a folder is.
    @Test(arguments: [
        ["data/a", "data/a"], ["data/A", "data/a"], ["data/\u{E9}", "data/e\u{301}"], ["data/ß", "data/SS"],
        ["data/x", "data/x/y"], ["data/x/y", "data/X"], ["data/B/a", "data/b/c"],
    ])
    func areLookedAt(_ paths: [String]) { #expect(!areSure(paths)) }
}
