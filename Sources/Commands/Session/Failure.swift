/// Why a command could not do what it was asked: one line of what, of what and why, and the command to type next.
struct Failure: Error {
    let status: ExitStatus
    /// Lower case, no full stop.
    let message: String
    let hint: String?

    init(_ status: ExitStatus, _ message: String, hint: String? = nil) {
        self.status = status
        self.message = message
        self.hint = hint
    }

    /// The same failure in the words in which the user named a path.
    func speaking(of path: String, for absolute: String) -> Failure {
        Failure(status, message.replacing(absolute, with: path), hint: hint?.replacing(absolute, with: path))
    }
}
