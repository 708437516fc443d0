import ArgumentParser

/// The noun `standard`: catalogues of clauses.
struct StandardCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        "standard", "Show, compare and add standards.",
        detail: """
            A catalogue names the clauses of one edition of a standard: numbers, short titles, what is to be
            documented and what an auditor typically asks for, in our own words. The text of a standard is its
            publisher's and is never shown.
            """,
        subcommands: [
            StandardList.self, StandardShow.self, StandardCompare.self, StandardAdd.self,
            StandardMigrate.self,
        ])
}
