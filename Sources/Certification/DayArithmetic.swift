/// Arithmetic on civil dates.
extension Day {
    /// Exact addition of days.
    public func adding(days: Int) -> Day { Day(ordinal: ordinal + days) }

    /// The same day of the month `months` later or, where that month has no such day, its last day:
    /// 29 February + 12 months is 28 February, 31 August + 6 months is the last day of February.
    ///
    /// Not associative: always add to the anchor, never to an earlier sum.
    public func adding(_ months: Months) -> Day {
        let (year, month, day) = components
        let count = year * 12 + month - 1 + months.count
        let (newYear, newMonth) = (count.flooredQuotient(by: 12), count.flooredRemainder(by: 12) + 1)
        let newDay = min(day, Day.length(ofMonth: newMonth, year: newYear))
        return Day(ordinal: Day.ordinal(year: newYear, month: newMonth, day: newDay))
    }

    /// Whole days from `other` to this day; negative when this day is earlier.
    public func days(since other: Day) -> Int { ordinal - other.ordinal }

    /// Year, month (1...12) and day of month.
    public var components: (year: Int, month: Int, day: Int) {
        // Days are counted from 0000-03-01, so that a leap day is the last day of its year;
        // 146,097 days are 400 Gregorian years.
        let shifted = ordinal + 719_468
        let era = shifted.flooredQuotient(by: 146_097)
        let dayOfEra = shifted.flooredRemainder(by: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day)
    }

    /// The number of days in a month of a year.
    public static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    static func ordinal(year: Int, month: Int, day: Int) -> Int {
        let marchYear = month <= 2 ? year - 1 : year
        let era = marchYear.flooredQuotient(by: 400)
        let yearOfEra = marchYear.flooredRemainder(by: 400)
        let monthFromMarch = month > 2 ? month - 3 : month + 9
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}

extension Int {
    /// The quotient rounded towards minus infinity, so that dates before the epoch count right.
    func flooredQuotient(by divisor: Int) -> Int {
        (self - flooredRemainder(by: divisor)) / divisor
    }

    /// The remainder that is never negative for a positive divisor.
    func flooredRemainder(by divisor: Int) -> Int {
        let remainder = self % divisor
        return remainder < 0 ? remainder + divisor : remainder
    }
}
