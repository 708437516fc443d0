import ArgumentParser

/// The noun `soa`: the statement of applicability of the controls of a standard.
struct SoACommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        "soa", "Show and keep the statement of applicability of controls.",
        detail: """
            The controls of ISO/IEC 27001 Annex A apply unless you exclude them with a reason. How far each is carried
            out is read off the evidence linked to it. A control is written A.7.4, a7.4, 27001:A.7.4 or plain 7.4:
            these commands always mean the control, never the clause of that number.
            """,
        subcommands: [
            SoAShow.self, SoAExclude.self, SoAInclude.self, SoAAssign.self, SoADiff.self,
        ],
        defaultSubcommand: SoAShow.self)
}
