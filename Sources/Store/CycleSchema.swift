/// The tables of certificates, audits, findings and roads, in the SQL of their day. Lists without a question of their
/// own are JSON.
enum CycleSchema {
    static let tables = certificates + audits + findings

    private static let certificates = """
        CREATE TABLE certificate (
            id TEXT NOT NULL COLLATE NOCASE PRIMARY KEY,
            standard TEXT NOT NULL REFERENCES standard (id),
            body TEXT NOT NULL,
            number TEXT,
            scope TEXT NOT NULL,
            sites TEXT NOT NULL CHECK (json_valid(sites)),
            profile TEXT NOT NULL CHECK (json_valid(profile)),
            continues TEXT COLLATE NOCASE
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE certificate_event (
            certificate TEXT NOT NULL COLLATE NOCASE REFERENCES certificate (id),
            number INTEGER NOT NULL CHECK (number > 0),
            kind TEXT NOT NULL,
            day TEXT NOT NULL,
            expiry TEXT,
            months INTEGER CHECK (months > 0),
            target TEXT,
            note TEXT,
            withdrawn TEXT,
            PRIMARY KEY (certificate, number)
        ) STRICT, WITHOUT ROWID;

        """

    private static let audits = """
        CREATE TABLE audit (
            id TEXT NOT NULL COLLATE NOCASE PRIMARY KEY,
            kind TEXT NOT NULL,
            state TEXT NOT NULL,
            first TEXT NOT NULL,
            last TEXT NOT NULL CHECK (last >= first),
            mode TEXT,
            counts INTEGER CHECK (counts IN (0, 1)),
            auditors TEXT NOT NULL CHECK (json_valid(auditors)),
            sites TEXT NOT NULL CHECK (json_valid(sites)),
            reports TEXT NOT NULL CHECK (json_valid(reports)),
            note TEXT
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE audit_certificate (
            audit TEXT NOT NULL COLLATE NOCASE REFERENCES audit (id),
            certificate TEXT NOT NULL COLLATE NOCASE REFERENCES certificate (id),
            PRIMARY KEY (audit, certificate)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX audit_by_certificate ON audit_certificate (certificate);
        CREATE TABLE audit_standard (
            audit TEXT NOT NULL COLLATE NOCASE REFERENCES audit (id),
            standard TEXT NOT NULL REFERENCES standard (id),
            PRIMARY KEY (audit, standard)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE audit_clause (
            audit TEXT NOT NULL COLLATE NOCASE REFERENCES audit (id),
            standard TEXT NOT NULL,
            clause TEXT NOT NULL,
            PRIMARY KEY (audit, standard, clause),
            FOREIGN KEY (standard, clause) REFERENCES clause (standard, number)
        ) STRICT, WITHOUT ROWID;

        """

    private static let findings = """
        CREATE TABLE finding (
            id TEXT NOT NULL COLLATE NOCASE PRIMARY KEY,
            grade TEXT NOT NULL,
            audit TEXT NOT NULL COLLATE NOCASE REFERENCES audit (id),
            standard TEXT,
            clause TEXT,
            statement TEXT NOT NULL,
            by TEXT NOT NULL,
            day TEXT NOT NULL,
            owner TEXT,
            due TEXT,
            CHECK ((standard IS NULL) = (clause IS NULL)),
            FOREIGN KEY (standard, clause) REFERENCES clause (standard, number)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE finding_step (
            finding TEXT NOT NULL COLLATE NOCASE REFERENCES finding (id),
            number INTEGER NOT NULL CHECK (number > 0),
            kind TEXT NOT NULL,
            text TEXT NOT NULL,
            by TEXT NOT NULL,
            day TEXT NOT NULL,
            due TEXT,
            owner TEXT,
            evidence TEXT NOT NULL CHECK (json_valid(evidence)),
            effective INTEGER CHECK (effective IN (0, 1)),
            PRIMARY KEY (finding, number)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE road (
            standard TEXT NOT NULL PRIMARY KEY REFERENCES standard (id),
            items TEXT NOT NULL CHECK (json_valid(items))
        ) STRICT, WITHOUT ROWID;

        """
}
