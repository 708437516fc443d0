import ArgumentParser

/// The noun `cycle`: what the three-year cycle of certification asks for, and when.
struct CycleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        "cycle", "Show, explain, forecast and plan the cycle of certification.",
        detail: """
            The rules are those by which certification bodies work (ISO/IEC 17021-1 and IAF documents), in our words; what
            a body rules in its own way stands in its profile. `dossier cycle explain` lists them.
            """,
        subcommands: [
            CycleShow.self, CycleExplain.self, CycleForecast.self, CycleIntegrate.self, CyclePlan.self,
        ])
}
