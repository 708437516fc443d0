/// How a certification body reads the rules of the cycle: its settings where they differ from what is usual.
public struct BodyProfile: Codable, Hashable, Sendable {
    /// The name under which it is kept: `default`, `cn-qms-2026`.
    public let name: String
    /// The settings that differ, by key. Kept as they were written, so that later releases read them too.
    public private(set) var settings: [String: String]

    /// The profile of a body that rules nothing of its own.
    public static let usual = BodyProfile(name: "default")

    /// A profile without settings of its own.
    public init(name: String) {
        self.name = name
        settings = [:]
    }

    /// Settles a key; throws for an unknown one, and for a value that it cannot have.
    public mutating func set(_ name: String, to value: String) throws(ProfileProblem) {
        guard let key = ProfileKey(rawValue: name) else { throw .unknownKey(name) }
        guard let text = key.normalized(value) else { throw .impossible(key, value) }
        settings[name] = text == key.usual ? nil : text
    }

    /// The same profile with settings of a certificate or of a question on top.
    public func with(_ rules: [(key: String, value: String)]) throws(ProfileProblem) -> BodyProfile {
        var profile = self
        for rule in rules { try profile.set(rule.key, to: rule.value) }
        return profile
    }

    /// The text of a setting, its own or the usual one.
    public subscript(key: ProfileKey) -> String { settings[key.rawValue] ?? key.usual }

    /// Whether the profile rules this key in its own way.
    public func differs(_ key: ProfileKey) -> Bool { settings[key.rawValue] != nil }
}

/// What is wrong with a setting.
public enum ProfileProblem: Error, Hashable, Sendable {
    case unknownKey(String)
    case impossible(ProfileKey, String)

    /// One line, lower case, without a full stop.
    public var message: String {
        switch self {
        case .unknownKey(let name): "unknown setting \"\(name)\""
        case .impossible(let key, let value):
            "\(key.rawValue) cannot be \"\(value)\"; it is one of: \(key.expected)"
        }
    }
}

/// The settings as values. Text that an earlier release may have kept and that says nothing today counts as usual.
extension BodyProfile {
    /// A number of months; nil for `none`.
    func months(_ key: ProfileKey) -> Months? {
        Int(self[key]).map { Months($0) } ?? (self[key] == "none" ? nil : Int(key.usual).map { Months($0) })
    }

    /// A number of months of a key that always has one.
    func count(_ key: ProfileKey) -> Months { months(key) ?? Months(Int(key.usual) ?? 0) }

    func days(_ key: ProfileKey) -> Int { Int(self[key]) ?? Int(key.usual) ?? 0 }

    var window: MonthWindow? { MonthWindow(self[.surveillanceWindow]) }

    var stageGap: Span? { Span(self[.stageGap]) }

    var transitionEnd: Day? { Day(self[.transitionEnd]) }

    /// The day of an audit that counts against a deadline (rule DA-6).
    public func counted(_ audit: Period) -> Day {
        self[.auditDate] == "first-day" ? audit.first : audit.last
    }
}
