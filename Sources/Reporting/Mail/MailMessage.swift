import Certification

/// A text message as mail programs take it (RFC 5322, RFC 2045 to 2047): lines end with LF, as `sendmail -t -oi` reads them.
public struct MailMessage: Sendable {
    /// The sender's address; it passes `MailAddress.isPlain`.
    public let from: String
    /// The recipient's address; likewise.
    public let to: String
    /// One line; what cannot stand in a header is encoded, what changes the look of a line is spelled out.
    public let subject: String
    /// When it is handed over.
    public let date: Timestamp
    /// Without the angle brackets: `name@domain`.
    public let identifier: String
    /// Lines with LF.
    public let body: String

    /// A message from one address to another.
    public init(from: String, to: String, subject: String, date: Timestamp, identifier: String, body: String)
    {
        self.from = from
        self.to = to
        self.subject = subject
        self.date = date
        self.identifier = identifier
        self.body = body
    }

    /// The message as octets: headers, an empty line, the body.
    public var octets: [UInt8] {
        let isPlain = QuotedPrintable.isPlain(body)
        let headers = [
            ("From", ShownText.line(from)), ("To", ShownText.line(to)), ("Date", MailDate.text(date)),
            ("Message-ID", "<\(ShownText.line(identifier))>"),
            ("Subject", EncodedWord.header("Subject", ShownText.line(subject))), ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", isPlain ? "7bit" : "quoted-printable"),
            // Nobody's absence note shall answer a machine (RFC 3834 5).
            ("Auto-Submitted", "auto-generated"),
        ]
        let head = headers.map { "\($0.0): \($0.1)\n" }.joined()
        return Array((head + "\n" + (isPlain ? body : QuotedPrintable.text(body))).utf8)
    }
}
