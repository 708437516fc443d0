import Certification
import Reporting

/// Questions that cannot be understood, in words, each with one that would have been.
enum SearchRefusal {
    static func question(_ text: String) throws -> SearchQuery {
        do {
            return try SearchQuery(text)
        } catch {
            throw Failure(.usage, "the question \(why(error))", hint: hint(error, text))
        }
    }

    private static func why(_ problem: SearchQuery.Problem) -> String {
        switch problem {
        case .empty: "is empty"
        case .tooLong(let limit): "is longer than \(limit) octets"
        case .openQuote: "has a quotation mark that is never closed"
        case .openParenthesis: "has a parenthesis that is never closed"
        case .extraParenthesis: "closes a parenthesis that was never opened"
        case .nothingBefore(let word): "has nothing before \(word)"
        case .nothingAfter(let word): "has nothing after \(word)"
        case .nearGroup: "has a group beside NEAR, which takes words and phrases"
        case .nothingBetweenParentheses: "has nothing between two parentheses"
        case .tooDeep: "nests more than 20 parentheses"
        case .noWord(let text): "holds \"\(text)\", in which there is no letter and no digit"
        }
    }

    private static func hint(_ problem: SearchQuery.Problem, _ text: String) -> String {
        let example =
            switch problem {
            case .openQuote: text + "\""
            case .openParenthesis: text + ")"
            case .nothingBefore("NOT"): "policy " + text
            case .nearGroup: "incident NEAR escalation"
            default: "incident AND (escalation OR \"on call\")"
            }
        let works = (try? SearchQuery(example)) != nil ? example : "incident AND escalation"
        return "dossier search \(works.quotedForShell)"
    }
}
