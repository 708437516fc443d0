import Testing

@testable import Certification

@Suite("Questions to the texts of documents")
struct SearchQueryTests {
    @Test(
        "what people write is what SQLite is asked",
        arguments: [
            ("incident", #""incident""#),
            ("incident escalation", #"("incident" AND "escalation")"#),
            ("incident NEAR escalation", #"NEAR("incident" "escalation", 10)"#),
            ("incident NEAR/3 escalat* NEAR/5 call", #"NEAR("incident" "escalat"* "call", 5)"#),
            (#""major incident" OR outage"#, #"("major incident" OR "outage")"#),
            ("backup* NOT tape", #"("backup"* NOT "tape")"#),
            ("a b OR c AND d", #"(("a" AND "b") OR ("c" AND "d"))"#),
            ("(a OR b) c", #"((("a" OR "b")) AND "c")"#),
            ("ISO-27001 A.5.24", #"("ISO-27001" AND "A.5.24")"#),
            ("near and or not", #"("near" AND "and" AND "or" AND "not")"#),
            (#""open *"*"#, #""open *"*"#),
            ("title:x", #""title:x""#),
            ("Müller 訓練", #"("Müller" AND "訓練")"#),
        ])
    func understood(text: String, expression: String) throws {
        #expect(try SearchQuery(text).expression == expression)
    }

    @Test(
        "what cannot be understood is named",
        arguments: [
            ("", SearchQuery.Problem.empty), ("  ", .empty), ("\"major", .openQuote),
            ("(a", .openParenthesis),
            ("(", .openParenthesis), ("a)", .extraParenthesis), (")", .extraParenthesis),
            ("()", .nothingBetweenParentheses), ("NOT a", .nothingBefore("NOT")),
            ("OR a", .nothingBefore("OR")),
            ("AND", .nothingBefore("AND")), ("NEAR a", .nothingBefore("NEAR")), ("a OR", .nothingAfter("OR")),
            ("a AND NOT b", .nothingAfter("AND")), ("a NOT", .nothingAfter("NOT")),
            ("a NEAR", .nothingAfter("NEAR")), ("a NEAR (b OR c)", .nearGroup), ("(a) NEAR b", .nearGroup),
            ("***", .noWord("***")), ("a \"--\"", .noWord("\"--\"")),
            (String(repeating: "(", count: 30) + "a", .tooDeep),
            (String(repeating: "a", count: 1001), .tooLong(limit: 1000)),
        ])
    func refused(text: String, problem: SearchQuery.Problem) {
        #expect(throws: problem) { try SearchQuery(text) }
    }
}
