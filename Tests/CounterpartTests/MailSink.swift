import ChildProcesses
import Foundation
import Testing

/// A mail server on this machine that keeps what it gets in a folder; Scripts/smtp_sink.py.
final class MailSink {
    private let workplace: Workplace
    private let folder: String
    private let port: String
    private var running: ChildProcess.Running?

    init(_ workplace: Workplace, folder: String) throws {
        self.workplace = workplace
        self.folder = folder
        running = try Counterpart.python.process(
            [Workplace.root + "/Tests/CounterpartTests/Scripts/smtp_sink.py", "."],
            in: workplace.path(folder)
        ).start()
        let file = workplace.path(folder + "/port")
        for _ in 0..<3000 where !FileManager.default.fileExists(atPath: file) { usleep(10_000) }
        port = try String(contentsOfFile: file, encoding: .utf8)
    }

    /// Writes the settings of msmtp.
    func configure(_ name: String) throws {
        let text = """
            account default
            host 127.0.0.1
            port \(port)
            tls off
            auth off
            from dossier@example.com

            """
        try workplace.write(text.utf8, to: name)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: workplace.path(name))
    }

    private var messages: [String] { workplace.names(in: folder).filter { $0.contains(/^[0-9]+-/) } }

    /// To whom messages came, one for each.
    var recipients: [String] {
        messages.map { String($0.drop { $0 != "-" }.dropFirst()) }.sorted()
    }

    /// Names the messages by their recipients alone.
    func dropNumbers() throws {
        for name in messages {
            let plain = String(name.drop { $0 != "-" }.dropFirst())
            try FileManager.default.moveItem(
                atPath: workplace.path("\(folder)/\(name)"), toPath: workplace.path("\(folder)/\(plain)"))
        }
    }

    /// Ends the server; nobody listens any more when this returns.
    func end() throws {
        try FileManager.default.removeItem(atPath: workplace.path(folder + "/port"))
        let ended = running.take()?.finish()
        #expect(ended?.status == 0, ended?.told)
    }
}
