/// Names of standards that are short enough for the head of a column and can be typed.
public enum StandardNames {
    /// For each standard `20000-1`, `9001`; with the year where two of them would be called the same.
    public static func short(_ standards: [Standard]) -> [String] {
        let names = standards.map { bare($0.id) }
        return zip(standards, names).map { standard, name in
            let isOnly = names.count { $0.hasPrefix(name) } == 1
            return isOnly ? name : StandardName.normalized(standard.id)
        }
    }

    /// `iso20000-1-2018` as `20000-1`.
    private static func bare(_ id: String) -> String {
        let name = StandardName.normalized(id)
        let parts = name.split(separator: "-")
        guard parts.count > 1, let last = parts.last, last.count == 4, last.allSatisfy(\.isNumber) else {
            return name
        }
        return String(name.dropLast(last.count + 1))
    }
}
