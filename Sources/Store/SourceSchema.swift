/// Where the files of revisions lie, in the SQL of its day.
///
/// The column is rebuilt from the journal. A stamp says what a file of this machine held when it had this size and was
/// last changed at this time, in nanoseconds since 1970: whoever deletes the stamps makes the next look at the files
/// slower, no more.
enum SourceSchema {
    static let tables = """
        ALTER TABLE revision ADD COLUMN source TEXT;
        CREATE TABLE source_stamp (
            path TEXT NOT NULL PRIMARY KEY,
            size INTEGER NOT NULL CHECK (size >= 0),
            modified INTEGER NOT NULL,
            fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 64)
        ) STRICT, WITHOUT ROWID;

        """
}
