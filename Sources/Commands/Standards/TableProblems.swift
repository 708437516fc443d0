import Certification

extension Console {
    /// Lists every problem of a table that a person wrote, with its line, and gives the failure to end with.
    func refusal(of source: String, _ problems: [CatalogueFile.Problem], _ consequence: String) -> Failure {
        for problem in problems { talk("\(source):\(problem.line): \(problem.message)") }
        return Failure(
            .unusableData, "\(source) holds \(counted(problems.count, "problem")); \(consequence)",
            hint: "dossier help formats")
    }
}
