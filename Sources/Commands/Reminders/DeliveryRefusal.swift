/// Why a command did not take a message.
struct DeliveryRefusal: Equatable {
    let recipient: String
    let status: Int32
    let complaint: String

    /// What mail programs say when somebody else should try later (sysexits EX_TEMPFAIL).
    static let temporary: Int32 = 75
    /// What a shell says of a program that is not there.
    private static let missing: Int32 = 127

    /// The refusal that decides how the run ends: one that time does not mend goes first.
    static func worst(_ refusals: [DeliveryRefusal]) -> DeliveryRefusal? {
        refusals.first { $0.status != temporary } ?? refusals.first
    }

    var exitStatus: ExitStatus {
        switch status {
        case Self.temporary: .temporary
        case Self.missing: .programMissing
        default: .inputOutput
        }
    }

    var message: String {
        let whom = recipient.isEmpty ? "" : " for \(recipient)"
        return "the command did not take the message\(whom): it ended with \(status)"
            + (complaint.isEmpty ? "" : " (\(complaint))")
    }
}
