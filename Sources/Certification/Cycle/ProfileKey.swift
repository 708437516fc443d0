/// A setting of a body profile: what a certification body rules in its own way.
public enum ProfileKey: String, CaseIterable, Sendable {
    case expiryConvention = "expiry_convention"
    case expiryBasis = "expiry_basis"
    case lateExpiryBasis = "late_expiry_basis"
    case surveillanceAnchor = "sv_anchor"
    case surveillanceWindow = "sv_window_months"
    case surveillancePreferred = "sv_preferred_months"
    case surveillanceInterval = "sv_max_interval_months"
    case stageGap = "stage_gap"
    case recertificationPlan = "recert_plan_months"
    case recertificationAudit = "recert_audit_months"
    case earlyWarning = "early_warn_months"
    case restore = "restore_months"
    case suspension = "suspension_max_months"
    case majorClose = "major_close_days"
    case minorPlan = "minor_plan_days"
    case auditDate = "audit_date"
    case internalAuditAge = "ia_max_age_months"
    case internalAuditBeforeStage2 = "ia_before_stage2"
    case countsAsSurveillance = "counts_as_surveillance"
    case postponement = "postpone_months"
    case alignment = "align_to"
    case transitionEnd = "transition_end"

    /// How a value is written.
    enum Form {
        case words([String])
        /// Whole months; `none` where the body rules nothing.
        case months(ClosedRange<Int>, optional: Bool)
        case days(ClosedRange<Int>)
        /// `-3/+0`, or `none`.
        case window
        /// `60d`, `6m`, or `none`.
        case span
        case day
    }

    var form: Form { facts.form }

    /// What holds as long as a profile says nothing.
    public var usual: String { facts.usual }

    /// What it settles, in our words.
    public var meaning: String { facts.meaning }

    /// The rules that look at it.
    public var rules: [CycleRule] { facts.rules }

    private typealias Facts = (usual: String, form: Form, rules: [CycleRule], meaning: String)

    private var facts: Facts {
        switch self {
        case .expiryConvention, .expiryBasis, .lateExpiryBasis, .earlyWarning, .restore, .alignment,
            .transitionEnd, .postponement:
            expiryFacts
        case .surveillanceAnchor, .surveillanceWindow, .surveillancePreferred, .surveillanceInterval,
            .auditDate, .countsAsSurveillance, .suspension:
            surveillanceFacts
        default: auditFacts
        }
    }

    private var expiryFacts: Facts {
        switch self {
        case .expiryBasis:
            (
                "existing-expiry", .words(["existing-expiry", "decision"]), [.rc4, .in2],
                "from where a recertified certificate runs on"
            )
        case .lateExpiryBasis:
            (
                "prior-cycle", .words(["prior-cycle", "new-cycle"]), [.rc7],
                "which expiry holds after a lapse of over the time to restore"
            )
        case .earlyWarning:
            (
                "6", .months(0...36, optional: false), [.rc4a],
                "months of gain from which an early recertification is to be agreed"
            )
        case .restore:
            (
                "6", .months(0...6, optional: false), [.rc5, .rc6, .rc7],
                "months after the expiry in which it can be restored; 0 for never"
            )
        case .alignment:
            ("earliest", .words(["earliest"]), [.in2], "with which expiry certificates are aligned")
        case .transitionEnd:
            ("none", .day, [.tn1], "the day on which certificates to this edition end, or none")
        case .postponement:
            (
                "0", .months(0...6, optional: false), [.ex1],
                "months by which an extraordinary event moved audits and validity"
            )
        default:
            (
                "day-before", .words(["day-before", "same-day", "month-end"]), [.cy2],
                "the last day of three years from a day"
            )
        }
    }

    private var surveillanceFacts: Facts {
        switch self {
        case .surveillanceAnchor:
            (
                "decision-anniversary",
                .words(["decision-anniversary", "stage2-last-day", "previous-audit"]), [.sv1, .sv3],
                "from where surveillance is counted"
            )
        case .surveillanceWindow:
            (
                "-3/+0", .window, [.sv3, .in1],
                "months before and after the anchor in which surveillance is planned, or none"
            )
        case .surveillancePreferred:
            (
                "none", .months(1...12, optional: true), [.sv3],
                "months after the decision at which the body likes the first surveillance, or none"
            )
        case .surveillanceInterval:
            (
                "none", .months(6...24, optional: true), [.sv3, .np1],
                "months between two audits at the most, or none"
            )
        case .countsAsSurveillance:
            ("false", .words(["false", "true"]), [.sc2], "whether a special audit counts as surveillance")
        case .suspension:
            ("6", .months(1...12, optional: false), [.su1, .su3], "months of suspension at the most")
        default:
            (
                "last-day", .words(["last-day", "first-day"]), [.sv1, .sv2, .sv4],
                "which end of an audit counts against a deadline"
            )
        }
    }

    private var auditFacts: Facts {
        switch self {
        case .recertificationPlan:
            (
                "6", .months(1...24, optional: false), [.rc1],
                "months before the expiry at which planning begins"
            )
        case .recertificationAudit:
            (
                "3", .months(0...12, optional: false), [.rc2, .sv2a],
                "months before the expiry by which the recertification audit lies"
            )
        case .majorClose:
            ("90", .days(1...365), [.nc4], "days after an audit in which majors are closed")
        case .minorPlan:
            ("30", .days(1...365), [.nc4], "days after an audit in which the plan for a minor is handed in")
        case .internalAuditAge:
            (
                "12", .months(1...36, optional: false), [.ia1],
                "months that the last internal audit and management review may be old at an external audit"
            )
        case .internalAuditBeforeStage2:
            ("required", .words(["required", "advised"]), [.st4], "whether both must lie before stage 2")
        default:
            ("6m", .span, [.st2], "time from stage 1 to stage 2 at the most, or none")
        }
    }
}
