/// How long the steps of a road take, and the pauses between them; what nobody changed is as usual (default).
public struct RoadDurations: Hashable, Sendable {
    /// Time in which nothing is planned for a step of its own.
    public enum Pause: String, CaseIterable, Sendable {
        /// From the beginning of the procedures until the first of them can be measured.
        case firstProcedures = "first-procedures"
        /// From stage 1 to stage 2, to settle areas of concern.
        case stageGap = "stage-gap"
    }

    /// The months of records that stage 2 wants to see (default).
    public static let leastRecords = Months(3)

    /// The names of everything whose length can be changed.
    public static let names = RoadStep.allCases.map(\.rawValue) + Pause.allCases.map(\.rawValue)

    private var steps: [RoadStep: Span] = [:]
    private var pauses: [Pause: Span] = [:]

    /// As usual.
    public init() {}

    /// The lengths that a plan has, so that what was changed once stays changed. Of what is done nothing is learnt.
    public init(of plan: RoadPlan) {
        for item in plan.items where item.done == nil { steps[item.step] = Span(item.step, item.period) }
        pauses[.firstProcedures] = plan.pause(.procedures, .monitoring) { $1.first.days(since: $0.first) }
        pauses[.stageGap] = plan.pause(.stage1, .stage2) { $1.first.days(since: $0.last) - 1 }
    }

    /// How long a step takes.
    public subscript(step: RoadStep) -> Span { steps[step] ?? step.usual }

    /// How long a pause lasts: two weeks, where nobody said otherwise.
    public subscript(pause: Pause) -> Span { pauses[pause] ?? .days(14) }

    /// A step that was done on a day, of which nobody planned when it begins.
    public func item(_ step: RoadStep, doneOn day: Day) -> RoadItem {
        RoadItem(step: step, period: self[step].period(until: day), done: day)
    }

    /// Changes the length of a step or a pause: `training` to `45d`, `kpi-monitoring` to `4m`.
    public mutating func set(_ name: String, to text: String) throws(RoadProblem) {
        guard let span = Span(text) else { throw .noLength(text) }
        if let pause = Pause(rawValue: name) {
            pauses[pause] = span
        } else if let step = RoadStep(rawValue: name) {
            if span == .days(0) || span == .months(0) { throw .noLength(text) }
            steps[step] = span
        } else {
            throw .unknownName(name)
        }
    }
}

/// What is wrong with a length.
public enum RoadProblem: Error, Hashable, Sendable {
    case unknownName(String)
    case noLength(String)

    /// One line, lower case, without a full stop.
    public var message: String {
        switch self {
        case .unknownName(let name):
            "no step \"\(name)\"; known: \(RoadDurations.names.joined(separator: ", "))"
        case .noLength(let text): "\"\(text)\" is no length; write days or months: 45d, 2m"
        }
    }
}

extension RoadPlan {
    /// A pause that was planned between two steps; nil where one of them is done, which says nothing about it.
    fileprivate func pause(
        _ one: RoadStep, _ other: RoadStep, _ length: (Period, Period) -> Int
    ) -> Span? {
        guard let before = self[one], let after = self[other], before.done == nil, after.done == nil else {
            return nil
        }
        return .days(max(0, length(before.period, after.period)))
    }
}

extension Span {
    /// The length of a step on its days: monitoring is counted in months where they are whole ones.
    fileprivate init(_ step: RoadStep, _ period: Period) {
        let months = Months.whole(in: period)
        let isWhole = period == Span.months(months.count).period(from: period.first)
        self = step == .monitoring && isWhole ? .months(months.count) : .days(period.length)
    }

    /// The days of something that begins on a day and takes this long, at least that day.
    func period(from first: Day) -> Period {
        Period(between: first, and: max(first, first.adding(self).adding(days: -1)))
    }

    /// The days of something that takes this long and is over by a day.
    func period(until last: Day) -> Period {
        Period(between: min(last, last.adding(days: 1).subtracting(self)), and: last)
    }
}

extension Months {
    /// How many whole months lie in a period.
    static func whole(in period: Period) -> Months {
        var count = 0
        while period.first.adding(Months(count + 1)).adding(days: -1) <= period.last { count += 1 }
        return Months(count)
    }
}
