import Glibc
import Testing

@testable import Archive

/// An error of the operating system keeps its number.
@Suite struct ErrorTests {
    @Test func theNumberIsKept() {
        let error = #expect(throws: ArchiveError.self) {
            _ = try ArchiveReader(path: "/nowhere.tar", form: .tar)
        }
        #expect(error?.cause == .system && error?.code == ENOENT)
    }
}
