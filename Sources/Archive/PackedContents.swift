/// Files on their way into an archive, in their order. Each is put together when its turn comes, because an archive may
/// hold hundreds of thousands.
package struct PackedContents: RandomAccessCollection, Sendable {
    package let count: Int
    private let content: @Sendable (Int) -> PackedContent

    /// So many files; `content` gives the one at a place, the same whenever it is asked.
    package init(count: Int, content: @escaping @Sendable (_ place: Int) -> PackedContent) {
        self.count = count
        self.content = content
    }

    /// Files that are at hand.
    package init(_ contents: [PackedContent]) {
        self.init(count: contents.count) { contents[$0] }
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { count }

    package subscript(place: Int) -> PackedContent { content(place) }
}
