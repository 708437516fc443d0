import GRDB

/// The tables of a register. Migrations are named, append-only and written in the SQL of their day.
enum Schema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 journal, standards, evidence") { database in
            try database.execute(sql: journal + standards + evidence)
        }
        migrator.registerMigration("2 reviews, approvals, assessments, controls, credit") { database in
            try database.execute(sql: judgedFacts + decisions)
        }
        migrator.registerMigration("3 certificates, audits, findings") { database in
            try database.execute(sql: CycleSchema.tables)
        }
        migrator.registerMigration("4 reminders and calendar") { database in
            try database.execute(sql: ReminderSchema.tables)
        }
        migrator.registerMigration("5 packed bundles, origin of findings") { database in
            try database.execute(sql: BundleSchema.tables)
        }
        migrator.registerMigration("6 suggested links") { database in
            try database.execute(sql: suggestedLinks)
        }
        migrator.registerMigration("7 sources of files") { database in
            try database.execute(sql: SourceSchema.tables)
        }
        return migrator
    }

    /// The tables that a replay of the journal must rebuild, each in a fixed order.
    static let derivedTables = [
        "register", "standard", "clause", "evidence", "evidence_tag", "revision", "link",
        "approval", "assessment", "control", "credit", "certificate", "certificate_event", "audit",
        "audit_certificate", "audit_standard", "audit_clause", "finding", "finding_step", "road",
        "snooze", "bundle",
    ]

    /// The tables that say what was handed over when, and what files looked like on this machine: no facts, and no part of
    /// the journal.
    static let operatingTables = ["reminder_mark", "reminder_run", "calendar_item", "source_stamp"]

    /// What refuses to alter the journal, as SQLite keeps it.
    static let journalTriggers = ["update", "delete"].map { verb in
        """
        CREATE TRIGGER journal_refuses_\(verb) BEFORE \(verb.uppercased()) ON journal
            BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END
        """
    }

    private static let journal = """
        CREATE TABLE journal (
            sequence INTEGER PRIMARY KEY CHECK (sequence > 0),
            time TEXT NOT NULL,
            actor TEXT NOT NULL,
            change TEXT NOT NULL CHECK (json_valid(change)),
            previous TEXT NOT NULL CHECK (length(previous) = 64),
            hash TEXT NOT NULL CHECK (length(hash) = 64),
            evidence TEXT COLLATE NOCASE GENERATED ALWAYS AS (coalesce(
                json_extract(change, '$.id'), json_extract(change, '$.evidence.id'),
                json_extract(change, '$.link.evidence'))) VIRTUAL
        ) STRICT;
        CREATE INDEX journal_by_evidence ON journal (evidence) WHERE evidence IS NOT NULL;
        \(journalTriggers.joined(separator: ";\n"));
        CREATE TABLE register (
            single INTEGER PRIMARY KEY CHECK (single = 1),
            organization TEXT NOT NULL,
            last_generated INTEGER NOT NULL DEFAULT 0
        ) STRICT;

        """

    private static let standards = """
        CREATE TABLE standard (
            id TEXT NOT NULL PRIMARY KEY,
            designation TEXT NOT NULL,
            title TEXT NOT NULL,
            edition TEXT NOT NULL,
            published TEXT NOT NULL,
            amendments TEXT,
            status TEXT NOT NULL,
            successor TEXT,
            entry INTEGER NOT NULL REFERENCES journal (sequence)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE clause (
            standard TEXT NOT NULL REFERENCES standard (id),
            number TEXT NOT NULL,
            position INTEGER NOT NULL,
            title TEXT NOT NULL,
            parent TEXT,
            requirement INTEGER NOT NULL CHECK (requirement IN (0, 1)),
            demands TEXT NOT NULL,
            note TEXT NOT NULL,
            kinds TEXT NOT NULL,
            title_sources INTEGER NOT NULL,
            PRIMARY KEY (standard, number)
        ) STRICT, WITHOUT ROWID;

        """

    private static let evidence = """
        CREATE TABLE evidence (
            id TEXT NOT NULL COLLATE NOCASE PRIMARY KEY,
            title TEXT NOT NULL,
            kind TEXT NOT NULL,
            owner TEXT,
            classification TEXT,
            review_every INTEGER CHECK (review_every > 0),
            review_on TEXT,
            expires TEXT,
            retain INTEGER CHECK (retain > 0),
            note TEXT,
            retired TEXT,
            entry INTEGER NOT NULL REFERENCES journal (sequence)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE evidence_tag (
            evidence TEXT NOT NULL COLLATE NOCASE REFERENCES evidence (id),
            tag TEXT NOT NULL,
            PRIMARY KEY (evidence, tag)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE revision (
            evidence TEXT NOT NULL COLLATE NOCASE REFERENCES evidence (id),
            number INTEGER NOT NULL CHECK (number > 0),
            fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 64),
            size INTEGER NOT NULL CHECK (size >= 0),
            media_type TEXT NOT NULL,
            original_name TEXT NOT NULL,
            label TEXT,
            effective TEXT,
            period_first TEXT,
            period_last TEXT CHECK ((period_first IS NULL) = (period_last IS NULL)),
            received TEXT NOT NULL,
            entry INTEGER NOT NULL REFERENCES journal (sequence),
            PRIMARY KEY (evidence, number)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX revision_by_fingerprint ON revision (fingerprint);
        CREATE TABLE link (
            evidence TEXT NOT NULL COLLATE NOCASE REFERENCES evidence (id),
            standard TEXT NOT NULL,
            clause TEXT NOT NULL,
            locator TEXT,
            note TEXT,
            reviewed TEXT,
            entry INTEGER NOT NULL REFERENCES journal (sequence),
            PRIMARY KEY (evidence, standard, clause),
            FOREIGN KEY (standard, clause) REFERENCES clause (standard, number)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX link_by_clause ON link (standard, clause);
        """

    /// Links that the program made by the words of a document, until a person reviews them.
    private static let suggestedLinks = """
        ALTER TABLE link ADD COLUMN suggested INTEGER NOT NULL DEFAULT 0 CHECK (suggested IN (0, 1));
        """

    /// What standards say of themselves, where originals lie, and what was looked at for a link. Links of the first
    /// release name no edition: they are taken to have been made for the one that is held.
    private static let judgedFacts = """
        ALTER TABLE standard ADD COLUMN focus TEXT;
        ALTER TABLE standard ADD COLUMN audience TEXT;
        ALTER TABLE standard ADD COLUMN excludable TEXT;
        ALTER TABLE standard ADD COLUMN exclusions TEXT;
        ALTER TABLE standard ADD COLUMN controls TEXT;
        ALTER TABLE standard ADD COLUMN maintain TEXT;
        ALTER TABLE standard ADD COLUMN retain TEXT;
        ALTER TABLE evidence ADD COLUMN location TEXT;
        ALTER TABLE revision ADD COLUMN open_places INTEGER CHECK (open_places > 0);
        ALTER TABLE link ADD COLUMN edition TEXT;
        ALTER TABLE link ADD COLUMN answers TEXT;
        ALTER TABLE link ADD COLUMN reviewed_by TEXT;
        ALTER TABLE link ADD COLUMN reviewed_on TEXT;
        ALTER TABLE link ADD COLUMN reviewed_revision INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE link ADD COLUMN clause_changed INTEGER NOT NULL DEFAULT 0 CHECK (clause_changed IN (0, 1));
        UPDATE link SET reviewed_revision = coalesce((
            SELECT max(number) FROM revision
            WHERE revision.evidence = link.evidence AND revision.fingerprint = link.reviewed), 0);

        """

    private static let decisions = """
        CREATE TABLE approval (
            evidence TEXT NOT NULL COLLATE NOCASE,
            revision INTEGER NOT NULL,
            fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 64),
            by TEXT NOT NULL,
            day TEXT NOT NULL,
            note TEXT,
            PRIMARY KEY (evidence, revision),
            FOREIGN KEY (evidence, revision) REFERENCES revision (evidence, number)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE assessment (
            standard TEXT NOT NULL,
            clause TEXT NOT NULL,
            verdict TEXT NOT NULL,
            by TEXT NOT NULL,
            reason TEXT NOT NULL,
            day TEXT NOT NULL,
            PRIMARY KEY (standard, clause),
            FOREIGN KEY (standard, clause) REFERENCES clause (standard, number)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE control (
            standard TEXT NOT NULL,
            clause TEXT NOT NULL,
            exclusion TEXT,
            inclusion TEXT,
            owner TEXT,
            PRIMARY KEY (standard, clause),
            FOREIGN KEY (standard, clause) REFERENCES clause (standard, number)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE credit (
            standard TEXT NOT NULL,
            clause TEXT NOT NULL,
            from_standard TEXT NOT NULL,
            from_clause TEXT NOT NULL,
            missing TEXT NOT NULL,
            by TEXT NOT NULL,
            day TEXT NOT NULL,
            PRIMARY KEY (standard, clause, from_standard, from_clause),
            FOREIGN KEY (standard, clause) REFERENCES clause (standard, number),
            FOREIGN KEY (from_standard, from_clause) REFERENCES clause (standard, number)
        ) STRICT, WITHOUT ROWID;

        """
}
