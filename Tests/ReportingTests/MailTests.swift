import Certification
import Foundation
import Testing

@testable import Reporting

/// A message holds what was meant, whatever strangers wrote, and nothing of it becomes a header.
@Suite("Mail")
struct MailTests {
    private func message(
        subject: String = "DUE 8d", from: String = "a@example.com", to: String = "b@example.com",
        body: String = "text\n"
    ) -> String {
        let message = MailMessage(
            from: from, to: to, subject: subject, date: Timestamp(seconds: 1_795_349_109),
            identifier: "2026-11-22.1@register.dossier.invalid", body: body)
        #expect(message.octets == message.octets)
        return String(decoding: message.octets, as: UTF8.self)
    }

    /// The name and the value of each header, folded lines put together.
    private func headers(_ message: String) -> [(name: String, value: String)] {
        var found: [(name: String, value: String)] = []
        for line in message.split(separator: "\n", omittingEmptySubsequences: false).prefix(while: {
            $0 != ""
        }) {
            if line.first == " " {
                found[found.count - 1].value += line
            } else {
                let name = line.prefix { $0 != ":" }
                found.append((String(name), String(line.dropFirst(name.count + 2))))
            }
        }
        return found
    }

    private static let names = [
        "From", "To", "Date", "Message-ID", "Subject", "MIME-Version", "Content-Type",
        "Content-Transfer-Encoding", "Auto-Submitted",
    ]

    /// The text of encoded words, each decoded by itself (RFC 2047 6.2).
    private func decoded(_ value: String) -> String {
        value.split(separator: " ").map { word in
            let digits = word.dropFirst("=?utf-8?B?".count).dropLast(2)
            return Data(base64Encoded: String(digits)).flatMap { String(validating: $0, as: UTF8.self) }
                ?? "?"
        }.joined()
    }

    @Test("plain text is sent as it is")
    func plain() {
        #expect(
            message() == """
                From: a@example.com
                To: b@example.com
                Date: Sun, 22 Nov 2026 12:05:09 +0000
                Message-ID: <2026-11-22.1@register.dossier.invalid>
                Subject: DUE 8d
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: 7bit
                Auto-Submitted: auto-generated

                text

                """)
    }

    @Test("a long plain subject is folded at blanks")
    func folded() {
        let long =
            "OVERDUE 5d: SV-1 first surveillance of the provider and all its sites (2027-05-14) and 3 more"
        #expect(
            message(subject: long).contains(
                """
                Subject: OVERDUE 5d: SV-1 first surveillance of the provider and all its
                 sites (2027-05-14) and 3 more
                MIME
                """))
        #expect(headers(message(subject: long))[4].value == long)
    }

    private static let fighting = [
        "Müller-訓練", "🦊 👩‍👩‍👧 review", "שלום עולם", "=?utf-8?B?RXZpbA==?=", "=?utf-8?q?x?= plain", " blank first",
        "blank last ", String(repeating: "x", count: 998), String(repeating: "long words ", count: 100),
        String(repeating: "two  blanks ", count: 20), String(repeating: "ä", count: 2000),
        String(repeating: "🦊", count: 300), "e" + String(repeating: "\u{301}", count: 100),
        String(repeating: "x", count: 67),
        String(repeating: "x", count: 68),
    ]

    @Test("what cannot stand in a header is encoded in words of whole characters", arguments: fighting)
    func encoded(subject: String) {
        let text = message(subject: subject)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.allSatisfy { $0.utf8.count <= 76 })
        #expect(lines.allSatisfy { $0.utf8.allSatisfy { (0x20..<0x7F).contains($0) } })
        let headers = headers(text)
        #expect(headers.map(\.name) == Self.names)
        let value = headers[4].value
        let words = value.split(separator: " ")
        let isEncoded = words.allSatisfy { $0.hasPrefix("=?utf-8?B?") && $0.hasSuffix("?=") }
        #expect(isEncoded || !value.contains("=?"))
        if isEncoded { #expect(words.allSatisfy { $0.utf8.count <= 75 }) }
        #expect((isEncoded ? decoded(value) : value) == subject)
    }

    private static let attacks = [
        "x\nBcc: evil@example.com", "x\r\nBcc: evil@example.com", "x\rBcc: evil@example.com",
        "x\u{0}Bcc: evil@example.com", "x\n\nbody", "x\r\n\r\nbody", "x\u{B}Bcc: e\u{C}y", "x\u{85}Bcc: e",
        "x\u{2028}Bcc: e\u{2029}y", "\u{202E}gpj.exe", "=?utf-8?Q?x=0ABcc:_evil@example.com?=",
        "x\u{1B}[31m", "\u{FEFF}x", "\n Bcc: e",
    ]

    @Test("no text ends a header", arguments: attacks)
    func attacked(text: String) throws {
        for message in [message(subject: text), message(from: text), message(to: text)] {
            #expect(headers(message).map(\.name) == Self.names)
            #expect(message.hasSuffix("\n\ntext\n"))
            let head = message.dropLast("\n\ntext\n".count)
            #expect(!head.contains("\n\n"))
            #expect(!head.utf8.contains { $0 < 0x20 && $0 != 0x0A || $0 == 0x7F })
        }
        let subject = headers(message(subject: text))[4].value
        let seen = subject.contains("=?") ? decoded(subject) : subject
        #expect(seen == ShownText.line(text))
    }

    @Test(
        "a body that is no plain ASCII, or that programs on the way would change",
        arguments: [
            ("plain\n", "plain\n"), ("ends  \n", "ends =20\n"), ("tab\t\nnext", "tab=09\nnext"),
            ("a\tb\n", "a\tb\n"),
            ("Müller = 訓練\n", "M=C3=BCller =3D =E8=A8=93=E7=B7=B4\n"),
            ("From here\nFrom there\n", "=46rom here\n=46rom there\n"),
            ("cr\rlf\n", "cr=0Dlf\n"), ("nul\u{0}\n", "nul=00\n"), (".\n\n", ".\n\n"),
            (
                String(repeating: "x", count: 999) + "\n",
                (String(repeating: String(repeating: "x", count: 75) + "=\n", count: 13)
                    + String(repeating: "x", count: 24) + "\n")
            ),
            (
                String(repeating: "ü", count: 26) + "\n",
                String(repeating: "=C3=BC", count: 12) + "=C3=\n=BC" + String(repeating: "=C3=BC", count: 12)
                    + "=\n=C3=BC\n"
            ),
        ])
    func body(text: String, written: String) {
        let whole = message(body: text)
        #expect(whole.split(separator: "\n\n", maxSplits: 1).last.map(String.init) == written)
        let isPlain = whole.contains("\nContent-Transfer-Encoding: 7bit\n")
        #expect(isPlain == (text == written && !text.contains("\t")))
        #expect(isPlain || written.split(separator: "\n").allSatisfy { $0.utf8.count <= 76 })
    }

    @Test(
        "addresses",
        arguments: [
            ("a@example.com", true), ("a.b+c@x-y.example", true), ("o'brien@localhost", true), ("a", false),
            ("a@b@c", false), ("a..b@c", false), ("a@c.", false), ("-a@c", false), ("a@c\n", false),
            ("a@c,b@d", false), ("\"a\"@c", false), ("ä@c", false),
            ("a@" + String(repeating: "x", count: 253), false),
        ])
    func addresses(text: String, isPlain: Bool) { #expect(MailAddress.isPlain(text) == isPlain) }
}
