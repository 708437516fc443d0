import Certification

extension Failure {
    /// Why a text named no control, and what to type instead.
    init(_ refusal: ControlRefusal) {
        switch refusal {
        case .noControls(let standards, let others): self.init(without: standards, others)
        case .standardNeeded(nil, let known):
            self.init(
                .usage, "several standards have controls; name one",
                hint: known.map { "--standard \($0)" }.joined(separator: " or "))
        case .standardNeeded(let text?, let known):
            self.init(ClauseFinder.Failure.standardNeeded(text, known: known))
        case .requirement(let clause, let designation):
            self.init(
                .unusableData,
                "\(clause.number) is a clause of \(designation) and no control; it always applies",
                hint: "dossier assess \(clause) --verdict VERDICT --by NAME --reason TEXT")
        case .unknown(let text, let designation, let nearest):
            let near = nearest.map { "\($0.number) (\($0.title))" }.joined(separator: ", ")
            self.init(.unusableData, "\(text) is no control of \(designation)", hint: "nearest: \(near)")
        }
    }

    /// A catalogue of an earlier release has the controls and does not say that they are.
    private init(without standards: [Standard], _ others: [String]) {
        let shipped = standards.first { standard in
            (try? StandardLibrary.catalogue(standard.id))?.standard.controls != nil
        }
        if let shipped {
            self.init(
                .unusableData,
                "the catalogue of \(shipped.designation) in the register is of an earlier release and does not say which clauses are controls",
                hint: "dossier standard add \(shipped.id)")
            return
        }
        let names = standards.map(\.designation).joined(separator: ", ")
        self.init(
            .unusableData,
            "no controls whose applicability could be stated: \(names) \(standards.count == 1 ? "has" : "have") none",
            hint: others.first.map { "--standard \($0)" } ?? "dossier standard add 27001")
    }
}
