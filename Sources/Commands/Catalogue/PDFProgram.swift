import Documents
import Subprocess

/// `pdftotext` and `pdfinfo` of Poppler, which read PDFs where they are installed.
enum PDFProgram {
    /// Seconds for one file.
    private static let patience = 30
    /// Octets of text that are let in.
    private static let limit = 8 << 20
    /// As `timeout` says that a program took too long, and that there is none of this name.
    private static let (late, missing): (Int32, Int32) = (124, 127)

    /// The text and the properties of a PDF. Throws a `DocumentRefusal`.
    ///
    /// The calling thread waits, so it must be none of the few that all tasks share.
    static func read(_ path: String, _ extent: DocumentExtent) throws -> DocumentContent? {
        let last = extent == .whole ? "500" : "1"
        let text = try output("pdftotext", ["-q", "-enc", "UTF-8", "-l", last, path, "-"])
        let lines = (try? output("pdfinfo", ["-enc", "UTF-8", path])) ?? ""
        return DocumentContent(
            plain: text, properties: lines.split(whereSeparator: \.isNewline).compactMap(property))
    }

    private static func property(_ line: Substring) -> (String, String)? {
        guard let colon = line.firstIndex(of: ":") else { return nil }
        return (String(line[..<colon]), String(line[line.index(after: colon)...]))
    }

    private static func output(_ program: String, _ arguments: [String]) throws -> String {
        let result = Waiting.value { await outcome(program, arguments) }
        guard let (status, output, complaint) = result ?? nil else {
            throw DocumentRefusal.programFailed(
                program, "it could not be run, or said more than \(limit >> 20) MiB")
        }
        switch status {
        case 0: return output
        case missing: throw DocumentRefusal.programMissing(program)
        case late: throw DocumentRefusal.programFailed(program, "it took longer than \(patience) seconds")
        case _ where complaint.contains("Incorrect password"): throw DocumentRefusal.passwordProtected
        default:
            throw DocumentRefusal.programFailed(program, complaint.isEmpty ? "status \(status)" : complaint)
        }
    }

    private static func outcome(_ program: String, _ arguments: [String]) async -> (Int32, String, String)? {
        do {
            return try await run(program, arguments)
        } catch let error as SubprocessError where error.code == .executableNotFound {
            // Without `timeout` no program is called, so there is none.
            return (missing, "", "")
        } catch {
            return nil
        }
    }

    private static func run(_ program: String, _ arguments: [String]) async throws -> (Int32, String, String)
    {
        let command = ["-k", "5", "\(patience)", program] + arguments
        let result = try await Subprocess.run(
            .name("timeout"), arguments: Arguments(command), input: .none, output: .string(limit: limit),
            error: .string(limit: 1 << 16))
        let status: Int32 =
            switch result.terminationStatus {
            case .exited(let code): code
            case .signaled(let code): 128 + code
            }
        return (status, result.standardOutput, result.standardError.firstLine)
    }
}
