/// An item in a calendar.
extension DueItem {
    /// Whether its days are settled. Those of rules are; a step of a road may still move, and so may an audit until
    /// somebody is named to hold it.
    public var isSettled: Bool {
        switch source {
        case .certificate, .evidence, .finding: true
        case .audit: owner != nil
        case .road: false
        }
    }

    /// Whether somebody is busy with it all day: with an audit, not with a deadline.
    public var isBusy: Bool { source == .audit }

    /// Everything that a calendar shows of it, as one text: a change of the text is a change of the event, and an item
    /// that is no more can still be shown.
    public var calendarState: String {
        [
            due.description, until?.description ?? "", source.rawValue, subject, rule, title, owner ?? "",
            certificate ?? "", standard ?? "",
        ].map(Self.field).joined(separator: Self.mark)
    }

    /// The item that a text was made of; nil where it was made otherwise.
    public init?(key: String, calendarState text: String) {
        let parts = text.utf8.split(separator: Self.separator, omittingEmptySubsequences: false)
            .map { String(Substring($0)) }
        guard parts.count == 9, let due = Day(parts[0]), let source = Source(rawValue: parts[2]) else {
            return nil
        }
        let (owner, certificate, standard) = (parts[6], parts[7], parts[8])
        self.init(
            key: key, subject: parts[3], source: source, rule: parts[4], due: due, until: Day(parts[1]),
            severity: .information, title: parts[5], owner: owner.isEmpty ? nil : owner,
            certificate: certificate.isEmpty ? nil : certificate,
            standard: standard.isEmpty ? nil : standard)
    }

    /// The sign that ASCII has for this. In a text of a stranger it says nothing.
    private static let separator: UInt8 = 0x1F
    private static let mark = "\u{1F}"

    private static func field(_ text: String) -> String {
        text.utf8.contains(separator) ? text.replacing(mark, with: " ") : text
    }
}
