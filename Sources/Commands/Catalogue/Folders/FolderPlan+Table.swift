import Certification

extension FolderPlan {
    /// The list, with paths from a folder above by `prefix`.
    func table(_ names: RegisterNames, prefix: String = "") -> [[String]] {
        let columns: [MasterList.Column] = [
            .id, .title, .kind, .owner, .clauses, .revision, .effective, .review, .classification, .path,
        ]
        return [columns.map(\.rawValue)] + rows.map { $0.cells(names, prefix: prefix) }
    }

    /// The list as it is read again; here no spreadsheet comes between.
    func text(_ names: RegisterNames) -> String {
        table(names).map { row in
            row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\n"
        }.joined()
    }

    /// The plan for people.
    func shown(_ names: RegisterNames) -> TextTable {
        var table = TextTable(
            columns: [
                .init("id"), .init("kind"), .init("revision"), .init("clauses"),
                .init("title", shrinks: true), .init("file", shrinks: true),
            ])
        table.rows = rows.map { row in
            [
                row.id, row.facts.kind?.rawValue ?? "-", row.label ?? "-",
                row.allClauses(names).joined(separator: " "), row.facts.title ?? "-",
                row.isHeld ? "held already" : row.document.file.path,
            ]
        }
        return table
    }
}

extension FolderPlan.Row {
    /// What is only suggested bears the mark by which a list says so.
    fileprivate func allClauses(_ names: RegisterNames) -> [String] {
        clauses + suggested.map { names.clause($0) + String(MasterList.NamedClause.mark) }
    }

    fileprivate func cells(_ names: RegisterNames, prefix: String) -> [String] {
        [
            id, facts.title ?? "", facts.kind?.rawValue ?? "", facts.owner ?? "",
            allClauses(names).joined(separator: ";"),
            isHeld ? "" : label ?? "", isHeld ? "" : document.header.file.effective?.description ?? "",
            facts.reviewOn?.description ?? "", facts.classification?.rawValue ?? "",
            isHeld ? "" : prefix + document.file.path,
        ]
    }
}
