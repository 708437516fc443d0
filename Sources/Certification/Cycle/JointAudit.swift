/// When one audit can serve several certificates (rule IN-1).
public struct JointWindow: Hashable, Sendable {
    /// The earliest of the latest days.
    public let latest: Day
    /// The latest of the days on which the windows open; nil where a body has no window.
    public let opens: Day?

    /// Whether the windows have no day in common: the audit lies before the younger one's window, or is split.
    public var isEmpty: Bool { opens.map { $0 > latest } ?? false }

    /// From the latest day and the opening of each certificate's window; nil without certificates.
    public init?(_ audits: [(latest: Day, opens: Day?)]) {
        guard let latest = audits.map(\.latest).min() else { return nil }
        self.latest = latest
        opens = audits.compactMap(\.opens).max()
    }
}

/// Certificates that end on one day from the next recertification on (rule IN-2).
public struct Alignment: Hashable, Sendable {
    /// The common new expiry.
    public let expiry: Day
    /// The new expiry of each certificate if it were recertified by itself.
    public let unaligned: [Day]

    /// How many days each certificate gives up.
    public var daysGivenUp: [Int] { unaligned.map { $0.days(since: expiry) } }

    /// Aligns certificates that end on these days; nil without any.
    public init?(expiries: [Day]) {
        let unaligned = expiries.map { $0.adding(CycleDates.cycle) }
        guard let earliest = unaligned.min() else { return nil }
        expiry = earliest
        self.unaligned = unaligned
    }
}

/// How many sites an audit looks at (IAF MD 1, rule MS-1). The central function is audited every time, and comes on top.
public struct SiteSample: Hashable, Sendable, Codable {
    /// At initial certification: the square root.
    public let initial: Int
    /// At a surveillance: 0.6 of it.
    public let surveillance: Int
    /// At a recertification: 0.8 of it.
    public let recertification: Int

    /// The samples of so many similar sites, each rounded up.
    public init(sites: Int) {
        initial = Self.root(of: sites, tenths: 10)
        surveillance = Self.root(of: sites, tenths: 6)
        recertification = Self.root(of: sites, tenths: 8)
    }

    /// The smallest whole number not below `tenths / 10 * sqrt(sites)`, in whole numbers only: (10 n)² >= tenths² sites.
    private static func root(of sites: Int, tenths: Int) -> Int {
        let wanted = tenths * tenths * max(0, sites)
        var number = 0
        while 100 * number * number < wanted { number += 1 }
        return number
    }
}
