import Certification

/// Where a certificate stands, in a sentence, with the next dates below.
struct CertificateSentence {
    private let judgement: CycleJudgement
    private let designation: String

    init(_ judgement: CycleJudgement, designation: String) {
        self.judgement = judgement
        self.designation = designation
    }

    /// `NW-1 (ISO/IEC 20000-1:2018, BSI) is certified until 2029-05-13.`
    var text: String {
        let certificate = judgement.facts.certificate
        return "\(certificate.id) (\(designation), \(certificate.body)) is \(judgement.standing)"
    }

    func tell(_ console: Console) {
        console.tell(text + ".")
        for line in OutcomeTable(next, on: judgement.day).lines(console.width) { console.tell(line) }
        console.tell("Next: dossier cycle show \(judgement.facts.certificate.id)")
    }

    /// What is to be done next, and what is worth a warning.
    private var next: [RuleOutcome] {
        let open = judgement.outcomes.filter { $0.isOpen && $0.due != nil }
        let warnings = judgement.outcomes.filter { $0.status == .noted && $0.severity >= .warning }
        return Array(open.prefix(5)) + warnings
    }
}
