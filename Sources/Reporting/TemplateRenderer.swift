import Mustache

/// A shipped template that cannot be used: a fault of the program, never of the data.
public struct TemplateProblem: Error, Equatable, Sendable {
    /// The template's name relative to `templates`.
    public let template: String
    /// What is wrong with it.
    public let problem: String
}

/// What a template is filled with: names and values, where `false` stands for "there is none".
typealias TemplateValues = [String: Any]

/// Fills shipped templates.
enum TemplateRenderer {
    /// Renders a template; the other templates of its folder are at hand as partials.
    static func render(_ name: String, _ values: TemplateValues) throws(TemplateProblem) -> String {
        let folder = name.prefix { $0 != "/" } + "/"
        return try render(
            name, values, partials: ShippedTemplate.names.filter { $0.hasPrefix(folder) && isTemplate($0) })
    }

    /// Renders a template with just these at hand as partials.
    static func render(
        _ name: String, _ values: TemplateValues, partials: [String]
    ) throws(TemplateProblem) -> String {
        _ = PageText.registered
        var library = MustacheLibrary()
        for each in Set(partials + [name]) where ShippedTemplate.names.contains(each) {
            library.register(try template(each), named: each)
        }
        guard let text = library.render(values, withTemplate: name) else {
            throw TemplateProblem(template: name, problem: "not among the shipped templates")
        }
        return text
    }

    /// Renders plain text by a template of the user's own; `name` is how an error speaks of it. Nothing is escaped.
    static func render(text: String, named name: String, _ values: TemplateValues) throws(TemplateProblem)
        -> String
    {
        do {
            return try MustacheTemplate(string: plainText + text).render(values)
        } catch let error as MustacheTemplate.ParserError {
            let line = error.context.lineNumber - plainText.split(separator: "\n").count
            let words = "\(error.error)".replacing(/[A-Z]/) { " " + $0.output.lowercased() }
            throw TemplateProblem(template: "\(name):\(line)", problem: words)
        } catch {
            throw TemplateProblem(template: name, problem: "\(error)")
        }
    }

    /// The line by which a template says that it makes no HTML.
    private static let plainText = "{{% CONTENT_TYPE:TEXT}}\n"

    /// Style sheets and schemas are shipped as they are.
    private static func isTemplate(_ name: String) -> Bool {
        name.hasSuffix(".html") || name.hasSuffix(".txt")
    }

    private static func template(_ name: String) throws(TemplateProblem) -> MustacheTemplate {
        do {
            return try MustacheTemplate(string: ShippedTemplate.text(name) ?? "")
        } catch {
            throw TemplateProblem(template: name, problem: "\(error)")
        }
    }
}

extension Optional {
    /// The value for a template, where nothing is `false`: a missing key would be looked up further out.
    var forTemplate: Any {
        if let self { self } else { false }
    }
}
