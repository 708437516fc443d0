import Foundation
import Testing

@testable import Reporting

@Suite struct JSONOctetsTests {
    @Test func objectsListsAndTexts() {
        var json = JSONOctets()
        json.object { json in
            json.list("empty", [String](), lines: true) { $0.text($1) }
            json.list("lines", [1, 2], lines: true) { list, number in list.object { $0.field("n", number) } }
            json.field("nothing", nil as String?)
            json.field("yes", true)
            json.field("inner") { $0.field("text", "a") }
            json.field("last", -3)
        }
        #expect(
            String(decoding: json.octets, as: UTF8.self)
                == #"{"empty":[],"lines":["# + "\n" + #"{"n":1},"# + "\n" + #"{"n":2}"# + "\n"
                + #"],"yes":true,"inner":{"text":"a"},"last":-3}"#)
    }

    @Test(arguments: ["", "plain", "\"\\/", "a\nb\tc\u{0}\u{1F}\u{7F}", "Müller 訓練 👩‍👩‍👧 \u{202E}\u{2028}"])
    func aTextIsReadAsItWasWritten(text: String) throws {
        var json = JSONOctets()
        json.text(text)
        let read = try JSONDecoder().decode(String.self, from: Data(json.octets))
        #expect(Array(read.unicodeScalars) == Array(text.unicodeScalars))
    }
}
