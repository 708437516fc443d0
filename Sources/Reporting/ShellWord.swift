extension String {
    /// In single quotes, as a shell reads it as one word whatever is in it (POSIX, Shell Command Language 2.2.2).
    public var quotedForShell: String { "'\(replacing("'", with: "'\\''"))'" }
}
