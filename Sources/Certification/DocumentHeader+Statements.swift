extension DocumentHeader {
    /// A document without a header of its own.
    public init() {}

    /// What a document says of itself beside its front matter.
    public init(_ statements: [DocumentStatement]) {
        self.init()
        add(statements)
    }

    /// Takes in further statements. What is said in two ways is a problem, and neither is taken; the properties that
    /// programs keep are asked only where the document itself says nothing.
    public mutating func add(_ statements: [DocumentStatement]) {
        for key in Key.ofDocuments { settle(key, statements.filter { DocumentLabel.key($0.label) == key }) }
    }

    private mutating func settle(_ key: Key, _ said: [DocumentStatement]) {
        let visible = said.filter { $0.place != .property }
        let statements = visible.isEmpty && text(of: key) == nil ? said : visible
        var readings: [(text: String, place: DocumentStatement.Place)] = []
        if let own = text(of: key) { readings.append((own, .frontMatter)) }
        for statement in statements {
            do throws(HeaderComplaint) {
                guard let text = try Self.reading(statement, key) else { continue }
                readings.append((text, statement.place))
            } catch  where statement.place != .property {
                problems.append(Problem(line: 0, key: key.rawValue, message: error.message))
            } catch {}
        }
        settle(key, readings)
    }

    private mutating func settle(_ key: Key, _ readings: [(text: String, place: DocumentStatement.Place)]) {
        guard let first = readings.first else { return }
        if let other = readings.first(where: { $0.text.lowercased() != first.text.lowercased() }) {
            forget(key)
            problems.append(
                Problem(
                    line: 0, key: key.rawValue,
                    message:
                        "is \(first.text) in its \(first.place.words) and \(other.text) in its \(other.place.words); neither is taken"
                ))
        } else if first.place != .frontMatter {
            do throws(HeaderComplaint) {
                try take(key, [first.text])
                stated.append(key.rawValue)
                places[key.rawValue] = first.place
            } catch {
                problems.append(Problem(line: 0, key: key.rawValue, message: error.message))
            }
        }
    }

    /// The value in the form in which two of them are compared; nil for one that says nothing.
    private static func reading(_ statement: DocumentStatement, _ key: Key) throws(HeaderComplaint) -> String?
    {
        let text = statement.value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !text.isEmpty, text.count <= longest, places(in: text) == 0, !isPlaceholder(text) else {
            return nil
        }
        switch key {
        case .id: return EvidenceIdentifier.isWellFormed(text) ? text : nil
        case .version: return version(text)
        case .classification:
            return Classification.allCases.first { text.lowercased().contains($0.rawValue) }?.rawValue
        case .effective, .review: return try day(written: text)
        default: return text
        }
    }

    private static func day(written text: String) throws(HeaderComplaint) -> String? {
        do throws(WrittenDay.Fault) {
            return try WrittenDay.read(text).description
        } catch {
            guard error == .ambiguous else { return nil }
            throw HeaderComplaint("\"\(text)\" may be two days; write YYYY-MM-DD")
        }
    }

    /// `V 2.0` and `Version 2.0` are `2.0`; a version holds a digit and is short.
    private static func version(_ text: String) -> String? {
        var rest = text[...]
        for word in ["version", "revision", "rev.", "rev", "v."] where rest.lowercased().hasPrefix(word) {
            rest = rest.dropFirst(word.count)
            break
        }
        if rest.lowercased().hasPrefix("v"), rest.dropFirst().first?.isNumber == true {
            rest = rest.dropFirst()
        }
        let version = rest.trimmed
        return version.contains(where: \.isNumber) && version.count <= 20 ? version : nil
    }

    /// What templates leave behind, and the headings of tables of changes.
    private static func isPlaceholder(_ text: String) -> Bool {
        let left = text.lowercased()
        let mark = left.first
        return mark == "<" || mark == "[" || mark == "{" || words.contains(DocumentLabel.normal(text))
    }

    private static let words: Set<String> = [
        "", "tbd", "tba", "n a", "na", "none", "date", "author", "name", "description", "change", "changes",
        "comment",
        "status", "role", "signature", "approved by", "reviewed by", "xxx", "todo", "yyyy mm dd",
        "dd mm yyyy",
    ]
}

extension DocumentHeader {
    /// What stands at a key so far, as text.
    private func text(of key: Key) -> String? {
        switch key {
        case .id: id
        case .title: facts.title
        case .owner: facts.owner
        case .version: file.label
        case .classification: facts.classification?.rawValue
        case .effective: file.effective?.description
        case .review: facts.reviewOn?.description
        default: nil
        }
    }

    private mutating func forget(_ key: Key) {
        switch key {
        case .id: id = nil
        case .title: facts.title = nil
        case .owner: facts.owner = nil
        case .version: file.label = nil
        case .classification: facts.classification = nil
        case .effective: file.effective = nil
        case .review: facts.reviewOn = nil
        default: break
        }
        stated.removeAll {
            $0.lowercased() == key.rawValue || key == .version && $0.lowercased() == "revision"
        }
    }
}

extension DocumentHeader.Key {
    /// The keys that documents state outside of front matter too.
    static let ofDocuments: [Self] = [.id, .title, .version, .owner, .effective, .review, .classification]
}
