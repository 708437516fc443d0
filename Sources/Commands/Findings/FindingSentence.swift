import Certification

/// How a finding stands, in words, and what to type next.
extension FindingJudgement {
    /// `corrected; due 2027-05-31 (NC-4, the body's date), 82 days left`
    var standing: String {
        let state = finding.state.rawValue
        if finding.isOpen { return [state, timing, consequence].compactMap(\.self).joined(separator: "; ") }
        let late = (daysLeft ?? 0) < 0 ? ", \(counted(-(daysLeft ?? 0), "day")) late" : ""
        return "\(state) since \(finding.closed?.description ?? "-")\(late)"
    }

    /// `due 2027-05-31 (NC-4, the body's date), 82 days left`
    private var timing: String? {
        guard let effective, let daysLeft else { return nil }
        let why = [effective.rule?.rawValue, effective.what].compactMap(\.self).joined(separator: ", ")
        let left =
            switch daysLeft {
            case ..<0: "\(counted(-daysLeft, "day")) overdue"
            case 0: "today is the last day"
            default: "\(counted(daysLeft, "day")) left"
            }
        return "due \(effective.day) (\(why)), \(left)"
    }

    /// The command that brings the finding on; nil once it is closed.
    var command: String? { finding.next.map { $0.command(for: finding.id) } }
}

extension FindingNeed {
    /// What to type; words in capitals are to be filled in.
    func command(for id: String) -> String {
        switch self {
        case .correction: "dossier finding correct \(id) --text TEXT --by NAME"
        case .cause: "dossier finding cause \(id) --text TEXT --by NAME"
        case .action, .betterAction: "dossier finding act \(id) --text TEXT --by NAME --due DAY"
        case .acceptance: "dossier finding act \(id) --accepted-on DAY --accepted-by NAME"
        case .effect: "dossier finding verify-effect \(id) --effective --by NAME"
        case .closure: "dossier finding close \(id) --by NAME --evidence ID"
        }
    }
}
