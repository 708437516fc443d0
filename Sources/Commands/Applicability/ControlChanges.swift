import Certification
import Store

extension Session {
    /// States controls anew in one transaction and says what became of each.
    func restate(
        _ texts: [String], takesHeadings: Bool = false, _ change: (ControlStatement) -> ControlStatement
    ) throws -> ExitStatus {
        let register = try register()
        let lines = try write(register) { transaction in
            let held = try transaction.view.statedControls(texts, takesHeadings: takesHeadings)
            let names = RegisterNames(try transaction.view.catalogues())
            return try held.map { try transaction.state(change($0), insteadOf: $0, names) }
        }
        for line in lines { console.tell(line) }
        return .done
    }
}

extension RegisterTransaction {
    /// Records a statement that says something new; the answer is a line for people, of what is new alone.
    fileprivate mutating func state(
        _ new: ControlStatement, insteadOf old: ControlStatement, _ names: RegisterNames
    ) throws -> String {
        let name = names.clause(new.clause)
        guard new != old else { return "\(name) is like that already; nothing was changed." }
        try record(.controlStated(new))
        return "\(name)  \(new.differences(from: old).joined(separator: "; "))"
    }
}

extension RegisterView {
    /// What is stated now of the controls that texts name, each once.
    fileprivate func statedControls(_ texts: [String], takesHeadings: Bool) throws -> [ControlStatement] {
        let finder = ControlFinder(try catalogues())
        var (seen, stated) = (Set<ClauseReference>(), [ControlStatement]())
        for text in texts {
            let match = try finder.control(text)
            if !takesHeadings { try match.refuseHeading() }
            let held = try controls(of: match.catalogue.standard.id)
            for reference in match.controls where seen.insert(reference).inserted {
                stated.append(
                    held.first { $0.clause == reference } ?? ControlStatement(usualOf: reference))
            }
        }
        return stated
    }
}

extension ClauseFinder.Match {
    /// The control itself, or those below the heading.
    fileprivate var controls: [ClauseReference] {
        catalogue.requirements(under: clause.number).map(catalogue.reference)
    }

    /// Whether a control applies is thought about for each one.
    fileprivate func refuseHeading() throws {
        guard !clause.isRequirement else { return }
        let numbers = controls.map(\.number).joined(separator: " ")
        throw Failure(
            .unusableData, "\(clause.number) is a heading; name the controls that are meant", hint: numbers)
    }
}
