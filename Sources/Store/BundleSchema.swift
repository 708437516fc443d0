/// What is remembered of bundles, and of the findings that came back with them, in the SQL of its day.
enum BundleSchema {
    static let tables = """
        CREATE TABLE bundle (
            entry INTEGER PRIMARY KEY REFERENCES journal (sequence),
            id TEXT NOT NULL CHECK (length(id) = 64),
            index_fingerprint TEXT NOT NULL CHECK (length(index_fingerprint) = 64),
            standard TEXT NOT NULL REFERENCES standard (id),
            day TEXT NOT NULL,
            audit TEXT COLLATE NOCASE REFERENCES audit (id),
            recipient TEXT,
            file_name TEXT NOT NULL,
            octets INTEGER NOT NULL CHECK (octets >= 0),
            signed INTEGER NOT NULL CHECK (signed IN (0, 1)),
            encrypted INTEGER NOT NULL CHECK (encrypted IN (0, 1))
        ) STRICT;
        ALTER TABLE finding ADD COLUMN origin_index TEXT;
        ALTER TABLE finding ADD COLUMN origin_number INTEGER;
        ALTER TABLE finding ADD COLUMN origin_evidence TEXT;

        """
}
