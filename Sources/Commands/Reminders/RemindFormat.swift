import ArgumentParser

/// How reminders are handed over.
enum RemindFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, mail

    /// What was told by one way is still new by another (rule RM-3).
    var channel: String { rawValue }
}
