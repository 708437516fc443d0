/// How a command ended, for scripts. Every command's help lists those that it uses.
enum ExitStatus: Int32, CaseIterable {
    case done = 0
    case answerIsNo = 1
    /// Of the line for monitors only.
    case critical = 2
    case dueSoon = 10
    case overdue = 20
    case usage = 64
    case unusableData = 65
    case notFound = 66
    case programMissing = 69
    case cannotCreate = 73
    case inputOutput = 74
    case temporary = 75
    case notPermitted = 77

    var meaning: String {
        switch self {
        case .done: "done, or the answer is yes"
        case .answerIsNo: "ran well, and the answer is no"
        case .critical: "something is overdue (only of the line for monitors)"
        case .dueSoon: "something is due soon (only where asked for)"
        case .overdue: "something is overdue (only where asked for)"
        case .usage: "the command line is wrong"
        case .unusableData: "an input cannot be used as it is"
        case .notFound: "a file, a register or an item was not found"
        case .programMissing: "a needed program or server is missing"
        case .cannotCreate: "an output cannot be created"
        case .inputOutput: "reading or writing failed, or the register is damaged"
        case .temporary: "another process holds the register; try again"
        case .notPermitted: "not permitted"
        }
    }
}
