import ChildProcesses
import Foundation
import Testing

/// Bags that other people's programs packed: strict as the reader is, it takes all of them.
@Suite struct OtherWritersTests {
    private let workplace: Workplace

    /// A bag with names that need more than a header has room for.
    private static let makeBag = """
        deep=data/$(printf 'folder-%02d/' $(seq 30))
        mkdir -p "bag/$deep" && cd bag
        echo 1 >data/a.txt
        echo 2 >"data/Müller-訓練.txt"
        echo 3 >"data/$(printf 'long-%.0s' $(seq 40)).txt"
        echo 4 >"$deep/$(printf 'ü%.0s' $(seq 100)).txt"
        echo 5 >"data/$(printf 'n%.0s' $(seq 91))"
        head -c 300000 /dev/urandom >data/scan.bin
        printf 'BagIt-Version: 1.0\\nTag-File-Character-Encoding: UTF-8\\n' >bagit.txt
        find data -type f -exec sha256sum {} + >manifest-sha256.txt
        sha256sum bagit.txt manifest-sha256.txt >tagmanifest-sha256.txt
        """

    init() throws {
        workplace = try Workplace()
        let made = try workplace.bash(Self.makeBag, environment: ["LC_ALL": "C.UTF-8"])
        try #require(made.status == 0, made.told)
    }

    struct Writer: CustomTestStringConvertible, Sendable {
        let program: Counterpart
        let arguments: [String]
        /// What must be there as well.
        var other: Counterpart?
        var testDescription: String { "\(program.rawValue) \(arguments.joined(separator: " "))" }
    }

    private static func python(_ statement: String) -> Writer {
        Writer(program: .python, arguments: ["-c", "import tarfile, zipfile, shutil; " + statement])
    }

    static let writers: [Writer] = [
        Writer(program: .tar, arguments: ["--format=gnu", "-cf", "packed", "bag"]),
        Writer(program: .tar, arguments: ["--format=oldgnu", "-cf", "packed", "bag"]),
        Writer(program: .tar, arguments: ["--format=pax", "-cf", "packed", "bag"]),
        Writer(
            program: .tar, arguments: ["--format=pax", "-b", "128", "-czf", "packed", "bag"], other: .gzip),
        Writer(program: .tar, arguments: ["-I", "gzip -9", "-cf", "packed", "bag"], other: .gzip),
        Writer(program: .tar, arguments: ["-I", "zstd", "-cf", "packed", "bag"], other: .zstd),
        Writer(program: .tar, arguments: ["-I", "zstd --ultra -22", "-cf", "packed", "bag"], other: .zstd),
        Writer(
            program: .tar, arguments: ["-I", "zstd --no-check -T2", "-cf", "packed", "bag"], other: .zstd),
        Writer(program: .sevenZip, arguments: ["a", "-bd", "-ttar", "packed", "bag"]),
        Writer(program: .sevenZip, arguments: ["a", "-bd", "-tzip", "packed", "bag"]),
        python("t = tarfile.open('packed', 'w', format=tarfile.GNU_FORMAT); t.add('bag'); t.close()"),
        python("t = tarfile.open('packed', 'w', format=tarfile.PAX_FORMAT); t.add('bag'); t.close()"),
        python("t = tarfile.open('packed', 'w:gz'); t.add('bag'); t.close()"),
        python("shutil.move(shutil.make_archive('packed', 'zip', '.', 'bag'), 'packed')"),
    ]

    @Test(arguments: writers) func whatOthersPackIsRead(_ writer: Writer) throws {
        guard writer.program.isThere(), writer.other?.isThere() ?? true else { return }
        let packed = try writer.program.run(writer.arguments, in: workplace.folder)
        try #require(packed.status == 0, packed.told)
        // 7-Zip names what it writes as it likes.
        let name = try #require(workplace.names(in: "").first { $0.hasPrefix("packed") })
        let verified = try workplace.dossier("verify", name)
        #expect(verified.status == 0 && verified.output.hasPrefix("valid: 6 files"), verified.told)
        let unpacked = try workplace.dossier("unpack", name, "out")
        #expect(unpacked.status == 0, unpacked.told)
        let difference = try workplace.bash("diff -r bag out/bag")
        #expect(difference.status == 0, difference.told)
    }
}
