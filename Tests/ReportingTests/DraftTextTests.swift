import Certification
import Foundation
import Testing

@testable import Reporting

@Suite struct DraftTextTests {
    static let today = Sample.day

    private static let index: [DocumentTemplate] = (try? DraftText.templates().templates) ?? []

    private func text(_ template: DocumentTemplate, owner: String? = nil, organization: String? = "Acme")
        throws
        -> String
    {
        try DraftText.text(
            template,
            DraftText.Facts(
                id: template.id, owner: owner ?? template.owner, organization: organization,
                standards: ["ISO/IEC 20000-1:2018"], clauses: template.clauses.map(\.description),
                today: Self.today))
    }

    private func header(_ text: String) throws -> DocumentHeader {
        DocumentHeader(try #require(FrontMatter(text)))
    }

    @Test func theIndexHasNoProblemAndEverySkeletonARow() throws {
        let names = try DraftText.templates().templates.map { "documents/\($0.name).md" }
        #expect(
            names.sorted()
                == ShippedTemplate.names.filter {
                    $0.hasPrefix(DraftText.folder) && $0.hasSuffix(".md") && !DraftText.parts.contains($0)
                }.sorted())
        #expect(names.count >= 40)
    }

    @Test func everyClauseIsARequirementOfAShippedStandard() throws {
        let catalogues = try ShippedTemplate.names.filter { $0.hasPrefix("standards/iso") }.map {
            try CatalogueFile.parse(ShippedTemplate.text($0) ?? "")
        }
        for template in Self.index {
            for clause in template.clauses {
                let catalogue = catalogues.first { $0.standard.id == clause.standard }
                #expect(
                    catalogue?.clause(clause.number)?.isRequirement == true, "\(template.name): \(clause)")
            }
            #expect(Set(template.clauses).count == template.clauses.count, "\(template.name)")
        }
    }

    @Test(arguments: index)
    func aDraftReadsBackAsItsRow(template: DocumentTemplate) throws {
        let header = try header(try text(template))
        #expect(header.problems.isEmpty)
        #expect(header.id == template.id && header.facts.title == template.title)
        #expect(header.facts.kind == template.kind && header.facts.owner == template.owner)
        #expect(header.facts.classification == .internal && header.file.label == "0.1")
        #expect(header.clauses == template.clauses.map(\.description))
        #expect(header.file.effective == nil && header.file.period == nil)
        let review = template.reviewEvery
        #expect(header.facts.reviewEvery == (template.isRecord ? review : nil))
        #expect(header.facts.reviewOn == (template.isRecord ? nil : review.map { Self.today.adding($0) }))
    }

    @Test(arguments: index)
    func aSkeletonHasAllThatAQualityManagerLooksFor(template: DocumentTemplate) throws {
        let text = try text(template)
        for heading in ["Purpose", "Scope", "Responsibilities", "Records kept", "Version history"] {
            #expect(text.contains("\n## \(heading)\n"), "\(heading)")
        }
        #expect(text.contains("\n# \(template.title)\n\n## Purpose\n"))
        #expect(text.contains("Acme") && !text.contains("{{") && !text.contains("&#"))
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect((60...110).contains(lines.count))
        #expect(text.hasSuffix("First draft |\n"))
        #expect(DocumentHeader.places(in: text) >= 10)
    }

    @Test(arguments: index)
    func everyRowOfATableHasTheCellsOfItsHeader(template: DocumentTemplate) throws {
        var width: Int?
        for line in try text(template).split(separator: "\n", omittingEmptySubsequences: false) {
            let cells = line.hasPrefix("|") ? line.count { $0 == "|" } : nil
            if let width, let cells { #expect(cells == width, "\(line)") }
            width = cells
        }
    }

    @Test(arguments: [
        "Müller-訓練", "a: b # c", "\"quoted\" \\ 'text'", "- x", "---", "{{id}} <b>&amp;</b>",
        "[x, y]", "*a &b", "pipe | in | a cell",
    ])
    func strangeOwnersStayOneText(owner: String) throws {
        let template = try #require(Self.index.first)
        let header = try header(try text(template, owner: owner, organization: owner))
        #expect(header.facts.owner == owner && header.problems.isEmpty)
        #expect(header.clauses.count == template.clauses.count)
    }

    @Test func namesStayOnOneLine() throws {
        let template = try #require(Self.index.first)
        let text = try text(template, owner: "a\r\n---\r\nid: X", organization: "Acme\n---\u{202E}\n# Title")
        #expect(try header(text).facts.owner == "a  ---  id: X")
        #expect(text.contains("Acme ---[U+202E] # Title"))
    }
}
