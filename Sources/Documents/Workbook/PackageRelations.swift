/// Which parts a part of a package speaks of (ECMA-376 part 2, 9.3).
struct PackageRelations {
    private struct Relation {
        let id: String
        let type: String
        let target: String
    }

    private var relations: [Relation] = []

    private static let most = 10_000

    /// Those of a part, or of the package where its name is empty. Targets outside of the package are not followed.
    init(of part: String, in package: OfficePackage) throws {
        let slash = part.lastIndex(of: "/")
        let folder = slash.map { String(part[..<$0]) } ?? ""
        let file = slash.map { String(part[part.index(after: $0)...]) } ?? part
        let name = (folder.isEmpty ? "" : folder + "/") + "_rels/\(file).rels"
        guard let reader = try package.reader(of: name) else { return }
        while let event = try reader.next() {
            guard case .start("Relationship") = event, relations.count < Self.most else { continue }
            relations.append(
                Relation(
                    id: reader.attribute("Id") ?? "", type: Self.last(reader.attribute("Type") ?? ""),
                    target: Self.resolved(reader.attribute("Target") ?? "", folder)))
        }
    }

    /// The part that an identifier leads to, where it is of this type.
    func target(_ id: String, ofType type: String) -> String? {
        relations.first { $0.id == id && $0.type == type }?.target
    }

    /// The first part of a type.
    func first(ofType type: String) -> String? { relations.first { $0.type == type }?.target }

    /// Types are addresses whose last word tells them apart, in both editions of the standard.
    private static func last(_ address: String) -> String {
        address.split(separator: "/").last.map(String.init) ?? ""
    }

    private static func resolved(_ target: String, _ folder: String) -> String {
        if target.hasPrefix("/") { return String(target.dropFirst()) }
        var parts = folder.split(separator: "/")
        for part in target.split(separator: "/") {
            if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }
}
