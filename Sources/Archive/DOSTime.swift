import Glibc

/// A time as ZIP archives state it, here always in UTC: from 1980 to 2107, to two seconds (APPNOTE 4.4.6).
struct DOSTime {
    let date: Int
    let time: Int

    /// Seconds since 1970; what lies outside is the first or the last time that can be stated.
    init(seconds: Int) {
        let (first, last) = (315_532_800, 4_354_819_198)
        var instant = time_t(min(max(seconds, first), last))
        var parts = tm()
        gmtime_r(&instant, &parts)
        date = Int(parts.tm_year - 80) << 9 | Int(parts.tm_mon + 1) << 5 | Int(parts.tm_mday)
        time = Int(parts.tm_hour) << 11 | Int(parts.tm_min) << 5 | Int(parts.tm_sec) / 2
    }
}
