import Glibc

// bench [--quick] [--only PART] [--folder DIR] PROGRAM
//                                           measures PROGRAM, a release build of dossier, or one part of it
// bench --make-register FOLDER ITEMS        fills the register in FOLDER; a process of its own, so that its
//                                           memory does not count as that of the programs measured

var words = Array(CommandLine.arguments.dropFirst())

if words.count == 3, words[0] == "--make-register", let items = Int(words[2]) {
    try LargeRegister.fill(words[1], items: items)
    exit(0)
}

if words.count == 3, words[0] == "--make-certificates", let count = Int(words[2]) {
    try ManyCertificates.fill(words[1], count: count)
    exit(0)
}

let quick = words.first == "--quick"
if quick { words.removeFirst() }
var only: String?
if words.count >= 2, words[0] == "--only" {
    only = words[1]
    words.removeFirst(2)
}
var folder = "/tmp/dossier-bench-\(getpid())"
if words.count >= 2, words[0] == "--folder" {
    folder = words[1] + "/dossier-bench-\(getpid())"
    words.removeFirst(2)
}
guard words.count == 1, let program = realpath(words[0], nil).map({ String(cString: $0) }) else {
    print("usage: bench [--quick] [--only PART] [--folder DIR] PROGRAM")
    exit(64)
}

/// Whether every target holds.
func measure(_ tools: Tools, _ scale: Scale, only: String?) throws -> Bool {
    defer { try? tools.remove(".") }
    print("\(tools.program)\nin \(tools.folder), medians of \(scale.runs) runs, programs side by side\n")
    var report = Report()
    let parts: [(String, () throws -> [Row])] = [
        ("start", StartBench(tools: tools, runs: scale.runs * 4).rows),
        ("register", RegisterBench(tools: tools, scale: scale).rows),
        ("system", SystemBench(tools: tools, scale: scale).rows),
        ("cycle", CycleBench(tools: tools, scale: scale).rows),
        ("ingest", IngestBench(tools: tools, scale: scale).rows),
        ("documents", DocumentBench(tools: tools, scale: scale).rows),
        ("bundle", BundleBench(tools: tools, scale: scale).rows),
    ]
    for (name, rows) in parts where only == nil || only == name { report.add(try rows()) }
    report.close()
    return report.holds
}

do {
    exit(try measure(Tools(program: program, folder: folder), quick ? .quick : .full, only: only) ? 0 : 1)
} catch {
    print("bench: error: \(error)")
    exit(74)
}
