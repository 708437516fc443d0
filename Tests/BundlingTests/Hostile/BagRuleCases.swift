@testable import Bundling

/// Bags that break a rule of BagIt, whole and undamaged otherwise.
enum BagRuleCases {
    @CaseList static var all: [HostileCase] {
        rules.flatMap { name, verdict, change in
            HostileCase.inAllForms(name, verdict) { HostileBag(changing: change) }
        }
        unsealed.flatMap { name, verdict, change in
            HostileCase.inAllForms(name, verdict) {
                var bag = HostileBag()
                change(&bag)
                return bag
            }.prefix(2)
        }
        bases
    }

    private typealias Rule = (String, Verdict, @Sendable (inout HostileBag) -> Void)

    private static let digest = String(repeating: "0", count: 64)
    private static let version = "BagIt-Version: 1.0\n"
    private static let encoding = "Tag-File-Character-Encoding: UTF-8\n"

    private static func declaration(_ name: String, _ verdict: Verdict, _ text: String) -> Rule {
        (name, verdict, { $0["bagit.txt"] = text })
    }

    private static func line(_ name: String, _ verdict: Verdict, _ path: String) -> Rule {
        (name, verdict, { $0["manifest-sha256.txt"] += "\(digest)  \(path)\n" })
    }

    private static func fetch(_ name: String, _ verdict: Verdict, _ text: String) -> Rule {
        (name, verdict, { $0["fetch.txt"] = text })
    }

    private static func info(_ name: String, _ verdict: Verdict, _ text: String) -> Rule {
        (name, verdict, { $0["bag-info.txt"] = text })
    }

    private static let malformed = Verdict.refused("bagit-malformed")

    private static let rules: [Rule] = [
        ("nothing changed", .valid, { _ in }),
        declaration("two lines swapped", malformed, encoding + version),
        declaration("a byte order mark", malformed, "\u{FEFF}" + version + encoding),
        declaration("a blank before a colon", malformed, "BagIt-Version : 1.0\n" + encoding),
        declaration("two blanks after a colon", malformed, "BagIt-Version:  1.0\n" + encoding),
        declaration("no blank after a colon", malformed, "BagIt-Version:1.0\n" + encoding),
        declaration("a third line", malformed, version + encoding + "x\n"),
        declaration("one line", malformed, version),
        declaration("an empty declaration", malformed, ""),
        declaration("a version that is none", malformed, "BagIt-Version: one\n" + encoding),
        declaration(
            "a version of the future", .refused("version-unsupported"), "BagIt-Version: 1.1\n" + encoding),
        declaration(
            "a version of the past", .refused("version-unsupported"), "BagIt-Version: 0.92\n" + encoding),
        declaration(
            "an unknown encoding", .refused("encoding-unsupported"),
            version + "Tag-File-Character-Encoding: EBCDIC\n"),
        declaration(
            "line ends of Windows", .valid, "BagIt-Version: 1.0\r\nTag-File-Character-Encoding: UTF-8\r\n"),
        declaration(
            "line ends of old Macintoshes", .valid, "BagIt-Version: 1.0\rTag-File-Character-Encoding: UTF-8\r"
        ),
        line("a listed file that is missing", .refused("file-missing"), "data/none"),
        line("dot dot in a manifest", .refused("manifest-path-forbidden"), "data/../../etc/passwd"),
        line("an absolute path in a manifest", .refused("manifest-path-forbidden"), "/etc/passwd"),
        line("a tag file in a manifest", .refused("manifest-path-forbidden"), "bagit.txt"),
        line("an encoded way out", .refused("file-missing"), "data/%2E%2E/evil"),
        (
            "a line that is none", .refused("manifest-malformed"),
            { $0["manifest-sha256.txt"] += "nonsense\n" }
        ),
        (
            "a checksum too short", .refused("manifest-malformed"),
            { $0["manifest-sha256.txt"] += "00  data/x\n" }
        ),
        (
            "a checksum that is another", .refused("checksum-mismatch"),
            {
                $0["manifest-sha256.txt"] = "\(digest)  data/a.txt\n"
            }
        ),
        (
            "capital digits", .valid,
            {
                $0["manifest-sha256.txt"] =
                    String($0["manifest-sha256.txt"].prefix(64)).uppercased() + "  data/a.txt\n"
            }
        ),
        (
            "binary marks", .warned(["manifest-binary-mark"]),
            {
                $0["manifest-sha256.txt"] = $0["manifest-sha256.txt"].replacing("  ", with: " *")
            }
        ),
        (
            "a mark before a manifest", .refused("byte-order-mark"),
            {
                $0["manifest-sha256.txt"] = "\u{FEFF}" + $0["manifest-sha256.txt"]
            }
        ),
        ("an empty manifest", .refused("payload-unlisted"), { $0["manifest-sha256.txt"] = "" }),
        ("an unlisted payload", .refused("payload-unlisted"), { $0["data/unlisted"] = "x" }),
        (
            "md5 alone", .warned(["manifest-algorithm-weak"]),
            { bag in
                bag.remove("manifest-sha256.txt")
                bag["manifest-md5.txt"] = HostileBag.manifest(Array(bag.files.prefix(1)), .md5)
            }
        ),
        (
            "an unknown algorithm", .refused("manifest-algorithm-unsupported"),
            { $0["manifest-crc32.txt"] = "00  data/a.txt\n" }
        ),
        (
            "another manifest that is incomplete", .refused("payload-unlisted"),
            { $0["manifest-sha512.txt"] = "" }
        ),
        fetch("a file to be fetched", .refused("fetch-not-done"), "https://example.com/x 5 data/x\n"),
        fetch("a fetch that leads out", .refused("fetch-not-done"), "file:///etc/passwd - data/../../evil\n"),
        fetch("a fetch without a length", .refused("fetch-malformed"), "https://example.com/x data/a.txt\n"),
        fetch(
            "a fetch of a negative length", .refused("fetch-malformed"),
            "https://example.com/x -5 data/a.txt\n"),
        fetch("a fetch of a tag file", .refused("fetch-malformed"), "https://example.com/x 5 bagit.txt\n"),
        fetch("a fetch that was done", .warned(["fetch-present"]), "https://example.com/x 5 data/a.txt\n"),
        info("a wrong sum", .refused("payload-oxum-mismatch"), "Payload-Oxum: 6.1\n"),
        info("a wrong number of files", .refused("payload-oxum-mismatch"), "Payload-Oxum: 5.2\n"),
        info("a sum with signs", .refused("payload-oxum-mismatch"), "Payload-Oxum: +5.+1\n"),
        info(
            "a sum beyond all numbers", .refused("payload-oxum-mismatch"),
            "Payload-Oxum: 99999999999999999999.1\n"),
        info("two sums", .refused("bag-info-malformed"), "Payload-Oxum: 5.1\npayload-oxum: 5.1\n"),
        info("a line without a colon", .refused("bag-info-malformed"), "nonsense\n"),
        info("a line without a label", .refused("bag-info-malformed"), ": x\n"),
        info("continued lines", .valid, "A: b\n  c\n\td\n"),
        info("nothing said", .valid, ""),
        ("a tag file besides", .valid, { $0["notes/readme.txt"] = "x" }),
        ("a missing payload", .refused("file-missing"), { $0.remove("data/a.txt") }),
        ("no manifest", .refused("manifest-missing"), { $0.remove("manifest-sha256.txt") }),
        ("no declaration", .refused("bagit-missing"), { $0.remove("bagit.txt") }),
        ("no information", .valid, { $0.remove("bag-info.txt") }),
    ]

    private static let unsealed: [Rule] = [
        ("no tag manifest", .warned(["tagmanifest-missing"]), { $0.remove("tagmanifest-sha256.txt") }),
        ("a tag file changed", .refused("checksum-mismatch"), { $0["bag-info.txt"] += "A: b\n" }),
        ("a tag file unlisted", .warned(["tag-file-unlisted"]), { $0["notes.txt"] = "x" }),
        (
            "a tag manifest that lists no manifest", .refused("tagmanifest-incomplete"),
            { bag in
                bag["tagmanifest-sha256.txt"] = HostileBag.manifest(
                    bag.files.filter { $0.path == "bagit.txt" })
            }
        ),
        (
            "a tag manifest that lists itself", .refused("manifest-path-forbidden"),
            {
                $0["tagmanifest-sha256.txt"] += "\(digest)  tagmanifest-sha256.txt\n"
            }
        ),
        (
            "a tag manifest that lists payload", .refused("manifest-path-forbidden"),
            { bag in
                bag["tagmanifest-sha256.txt"] += HostileBag.manifest([bag.files[0]])
            }
        ),
        (
            "a tag manifest that leads out", .refused("manifest-path-forbidden"),
            {
                $0["tagmanifest-sha256.txt"] += "\(digest)  ../bagit.txt\n"
            }
        ),
    ]

    @CaseList private static var bases: [HostileCase] {
        HostileCase.inAllForms("a hidden base folder", .refused("name-forbidden")) {
            var bag = HostileBag()
            bag.base = ".ssh"
            return bag
        }
        HostileCase.inAllForms("a base folder with a blank", .valid) {
            var bag = HostileBag()
            bag.base = "evidence of 2026"
            return bag
        }
        HostileCase.zip("a file outside of the base folder", .refused("base-folder-missing")) {
            $0.entries.append(.init("loose", "x"))
        }
        HostileCase.zip("a second base folder", .refused("base-folder-several")) {
            $0.entries.append(.init("other/bagit.txt", "x"))
        }
        HostileCase.zip("another spelling of the base folder", .refused("base-folder-several")) {
            $0.entries.append(.init("Bag/data/x", "x"))
        }
        HostileCase.tar("a file outside of the base folder", .refused("base-folder-missing")) {
            $0.entries.append(.init("loose", "x"))
        }
        HostileCase.tar("a second base folder", .refused("base-folder-several")) {
            $0.entries.append(.init("other/bagit.txt", "x"))
        }
    }
}
