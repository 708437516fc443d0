/// The checks that look at one item by itself.
public struct ItemChecks: Sendable {
    /// How long evidence is kept at the least: one cycle of certification (ISO/IEC 17021-1 9.1.3; default).
    public static let cycle = Months(36)

    private let day: Day
    private let labels: [String]
    private let isSingle: Bool

    /// Checks as of a day. The catalogues say which labels in brackets are no titles.
    public init(on day: Day, catalogues: [Catalogue]) {
        self.day = day
        isSingle = catalogues.count == 1
        labels = catalogues.flatMap(\.clauses).filter(\.isUntitled).map(\.title)
    }

    /// Every problem of an item that counts, and how it stands on the day.
    public func look(at item: CheckedItem) -> (standing: Standing, problems: [CheckProblem]) {
        let (standing, reasons) = item.dates.judged(on: day)
        var problems = reasons.compactMap { problem($0, of: item) }
        problems += links(of: item) + facts(of: item) + files(of: item)
        return (standing, problems)
    }

    /// What is wrong by the dates.
    private func problem(_ reason: Reason, of item: CheckedItem) -> CheckProblem? {
        let revise = "dossier revise \(item.id) FILE"
        return switch reason {
        case .reviewPassed:
            CheckProblem(
                .reviewPassed, item.id, reason.sentence,
                fix: item.dates.reviewOn == nil ? revise : "\(revise) --review DAY")
        case .expired: CheckProblem(.expired, item.id, reason.sentence, fix: "\(revise) --expires DAY")
        case .periodEnded(let last, _):
            CheckProblem(
                .recordOverdue, item.id, reason.sentence,
                fix: "\(revise) --period \(last.adding(days: 1))..DAY")
        case .periodHole(let hole):
            CheckProblem(.periodHole, item.id, reason.sentence, fix: "\(revise) --period \(hole)")
        case .linkOnly: CheckProblem(.linkOnly, item.id, reason.sentence, fix: revise)
        default: nil
        }
    }

    private func links(of item: CheckedItem) -> [CheckProblem] {
        if item.links.isEmpty {
            return [
                CheckProblem(
                    .clauseMissing, item.id, "is linked to no clause", fix: "dossier link \(item.id) CLAUSE")
            ]
        }
        if item.dates.revisions.isEmpty { return [] }
        return suspect(item, isSuggested: false, .suspectLink, "changed since somebody looked for")
            + suspect(item, isSuggested: true, .linkSuggested, "was suggested, and nobody reviewed it, for")
    }

    private func suspect(_ item: CheckedItem, isSuggested: Bool, _ rule: CheckRule, _ words: String)
        -> [CheckProblem]
    {
        let suspect = item.links.flatMap { standard, links in
            links.filter {
                $0.isSuggested == isSuggested && !item.dates.doubts(about: $0, on: day).isEmpty
            }.map { isSingle ? $0.clause : "\(standard):\($0.clause)" }
        }
        if suspect.isEmpty { return [] }
        return [
            CheckProblem(
                rule, item.id, "\(words) \(suspect.joined(separator: ", "))",
                fix: "dossier review \(item.id) --by NAME")
        ]
    }

    private func facts(of item: CheckedItem) -> [CheckProblem] {
        func problem(_ rule: CheckRule, _ sentence: String, _ option: String) -> CheckProblem {
            CheckProblem(rule, item.id, sentence, fix: "dossier revise \(item.id) \(option)")
        }
        var problems: [CheckProblem] = []
        if !item.hasOwner { problems.append(problem(.ownerMissing, "has no owner", "--owner NAME")) }
        if !item.isClassified {
            problems.append(
                problem(.classificationMissing, "has no classification", "--classification internal"))
        }
        if let retain = item.retain, retain < Self.cycle {
            problems.append(
                problem(
                    .retentionShort, "is kept for \(retain), a cycle lasts \(Self.cycle)",
                    "--retain \(Self.cycle)"))
        }
        if let title = item.bracketedTitle, let label = labels.first(where: { title.contains($0) }) {
            problems.append(
                problem(.labelAsTitle, "is called by \(label), a label of ours", "--title TITLE"))
        }
        return problems
    }
}

/// What is said of files.
extension ItemChecks {
    fileprivate func files(of item: CheckedItem) -> [CheckProblem] {
        let current = item.dates.revisions.current(on: day)
        return flaw(of: item) + versions(of: item, current) + review(of: item, current)
            + approval(of: item, current)
    }

    private func flaw(of item: CheckedItem) -> [CheckProblem] {
        guard let last = item.dates.revisions.last, let flaw = last.flaw else { return [] }
        return [
            CheckProblem(
                flaw == .empty ? .emptyFile : .unfilled, item.id,
                "revision \(last.number): \(Reason.flawed(flaw).sentence)",
                fix: "dossier revise \(item.id) FILE")
        ]
    }

    /// Records of different periods may bear one version: that of their form.
    private func versions(of item: CheckedItem, _ current: [RevisionDates]) -> [CheckProblem] {
        let documents = Set(item.dates.revisions.filter { $0.period == nil }.map(\.number))
        guard documents.count > 1, let number = current.last(where: { $0.period == nil })?.number,
            let file = item.files.first(where: { $0.number == number }), let label = file.label,
            let other = item.files.last(where: {
                $0.number < number && documents.contains($0.number) && $0.label == label
                    && $0.fingerprint != file.fingerprint
            })
        else { return [] }
        return [
            CheckProblem(
                .versionRepeated, item.id,
                "revisions \(other.number) and \(number) differ and are both version \(label)",
                fix: "dossier revise \(item.id) FILE --revision LABEL")
        ]
    }

    private func isKeptCurrent(_ item: CheckedItem) -> Bool {
        KindAnswers.usual.demands(answeredBy: item.kind).contains(.maintain)
    }

    private func review(of item: CheckedItem, _ current: [RevisionDates]) -> [CheckProblem] {
        let dates = item.dates
        guard isKeptCurrent(item), dates.reviewOn == nil, dates.reviewEvery == nil, dates.expires == nil,
            current.contains(where: { $0.period == nil })
        else { return [] }
        return [
            CheckProblem(
                .reviewUnset, item.id, "has no date of review",
                fix: "dossier revise \(item.id) --review-every 12m")
        ]
    }

    private func approval(of item: CheckedItem, _ current: [RevisionDates]) -> [CheckProblem] {
        guard item.kind.needsApproval, let document = current.last(where: { $0.period == nil }),
            let file = item.files.first(where: { $0.number == document.number })
        else { return [] }
        if let approved = file.approved, approved <= day {
            guard let effective = document.effective, effective < approved else { return [] }
            return [
                CheckProblem(
                    .approvalLate, item.id, "took effect on \(effective), was approved on \(approved)",
                    fix: "dossier revise \(item.id) FILE --effective DAY --approved-by NAME")
            ]
        }
        let earlier = item.files.last { $0.number < file.number && $0.approved != nil }
        return [
            CheckProblem(
                earlier == nil ? .approvalMissing : .approvalOutdated, item.id,
                earlier.map { "revision \(file.number) is in force, revision \($0.number) was approved" }
                    ?? "revision \(file.number) is not approved",
                fix: "dossier approve \(item.id) --number \(file.number) --by NAME")
        ]
    }
}
