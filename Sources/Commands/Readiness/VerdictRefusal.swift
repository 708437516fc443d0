import Certification

/// Why a verdict cannot be taken, and what to type instead.
extension ClauseFinder.Match {
    /// A verdict is on one clause; only what does not apply is said of a whole chapter, where the standard allows it.
    func refuse(_ verdict: Verdict, _ clauses: [Clause], _ names: RegisterNames) throws {
        if verdict == .notApplicable { return try refuseNotApplicable(clauses, names) }
        guard !clause.isRequirement else { return }
        throw Failure(
            .unusableData, "\(clause.number) is a heading; a verdict is on one clause",
            hint: "one of " + clauses.map { names.clause(catalogue.reference($0)) }.joined(separator: ", "))
    }

    private func refuseNotApplicable(_ clauses: [Clause], _ names: RegisterNames) throws {
        let refusals = clauses.lazy.compactMap { catalogue.refusal(ofNotApplicable: $0.number) }
        guard let refusal = refusals.first, let first = clauses.first else { return }
        throw failure(refusal, example: names.clause(catalogue.reference(first)))
    }

    /// The hint names a clause that carries requirements, since nothing else is said of a heading.
    private func failure(_ refusal: ApplicabilityRefusal, example: String) -> Failure {
        switch refusal {
        case .notExcludable(let designation, let words):
            Failure(
                .unusableData,
                "\(clause.number) cannot be called not applicable: \(words ?? "\(designation) allows no exclusion there")",
                hint: "dossier assess \(example) --verdict gap --by NAME --reason TEXT")
        case .isControl:
            Failure(
                .unusableData,
                "\(clause.number) is a control; whether it applies is stated in the statement of applicability",
                hint: "dossier soa exclude \(example) --reason TEXT")
        case .unknown(let designation):
            Failure(
                .unusableData,
                "\(clause.number) cannot be called not applicable: the catalogue of \(designation) does not say what may be",
                hint: "dossier standard add \(catalogue.standard.id)")
        }
    }
}
