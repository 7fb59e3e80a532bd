-- Which postings use a contact that may link them, and since when; and what a posting's company there
-- makes of it. A replay fills both for what was recorded before.
CREATE TABLE contact_uses (
    contact INTEGER NOT NULL REFERENCES contacts,
    posting INTEGER NOT NULL REFERENCES postings,
    site TEXT NOT NULL,
    language TEXT,
    used_at TEXT NOT NULL,
    PRIMARY KEY (contact, posting)
) STRICT, WITHOUT ROWID;

CREATE INDEX contact_uses_by_time ON contact_uses (contact, used_at);

CREATE TABLE behaviours (
    posting INTEGER PRIMARY KEY REFERENCES postings,
    signal TEXT NOT NULL,
    weight REAL NOT NULL,
    evidence TEXT NOT NULL,
    reason TEXT,
    points REAL NOT NULL,
    score REAL NOT NULL,
    class TEXT NOT NULL
) STRICT;
