/// A rule of the certification cycle. The identifiers are published: they stand in every list of what is due.
public enum CycleRule: String, Codable, Sendable, CaseIterable, Comparable {
    case st1 = "ST-1"
    case st2 = "ST-2"
    case st3 = "ST-3"
    case st4 = "ST-4"
    case nc1 = "NC-1"
    case nc2 = "NC-2"
    case nc3 = "NC-3"
    case nc4 = "NC-4"
    case cy1 = "CY-1"
    case cy2 = "CY-2"
    case sv1 = "SV-1"
    case sv2 = "SV-2"
    case sv2a = "SV-2a"
    case sv3 = "SV-3"
    case sv4 = "SV-4"
    case sv5 = "SV-5"
    case sv6 = "SV-6"
    case ia1 = "IA-1"
    case ap1 = "AP-1"
    case rc1 = "RC-1"
    case rc2 = "RC-2"
    case rc3 = "RC-3"
    case rc4 = "RC-4"
    case rc4a = "RC-4a"
    case rc5 = "RC-5"
    case rc6 = "RC-6"
    case rc7 = "RC-7"
    case rc8 = "RC-8"
    case rc9 = "RC-9"
    case ex1 = "EX-1"
    case su1 = "SU-1"
    case su2 = "SU-2"
    case su3 = "SU-3"
    case sc1 = "SC-1"
    case sc2 = "SC-2"
    case tr1 = "TR-1"
    case tr2 = "TR-2"
    case tr3 = "TR-3"
    case tr4 = "TR-4"
    case in1 = "IN-1"
    case in2 = "IN-2"
    case ms1 = "MS-1"
    case tn1 = "TN-1"
    case np1 = "NP-1"
    /// No rule of others: what the organization planned for itself.
    case plan = "PLAN"

    /// In the order in which they are published.
    public static func < (left: CycleRule, right: CycleRule) -> Bool { left.place < right.place }

    private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    /// The rule that somebody names, whatever the case of the letters: `sv-1`.
    public init?(named text: String) {
        guard let rule = Self.allCases.first(where: { $0.rawValue.lowercased() == text.lowercased() }) else {
            return nil
        }
        self = rule
    }
}
