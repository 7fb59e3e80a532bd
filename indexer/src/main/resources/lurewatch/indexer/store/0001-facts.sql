-- What was found in the captures. Derived: archive and config give all of it again.
-- Times are UTC with nine decimals, so that text order is time order.
-- `ordinal` keeps the order in which things were found.

PRAGMA application_id = 1282765413;

CREATE TABLE captures (
    sequence INTEGER PRIMARY KEY,
    site TEXT NOT NULL,
    url TEXT NOT NULL,
    fetched_at TEXT NOT NULL,
    status INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    payload_digest TEXT NOT NULL,
    payload_length INTEGER NOT NULL,
    truncated TEXT,
    record_digest TEXT NOT NULL,
    file TEXT NOT NULL,
    file_offset INTEGER NOT NULL,
    file_length INTEGER NOT NULL,
    provenance TEXT NOT NULL,
    revisit_of INTEGER
) STRICT;

CREATE INDEX captures_by_url ON captures (site, url, sequence);
CREATE INDEX captures_by_time ON captures (fetched_at);

CREATE TABLE failures (
    capture INTEGER NOT NULL REFERENCES captures,
    ordinal INTEGER NOT NULL,
    message TEXT NOT NULL,
    PRIMARY KEY (capture, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE postings (
    posting INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    site TEXT NOT NULL,
    url TEXT NOT NULL,
    first_seen TEXT NOT NULL,
    last_seen TEXT NOT NULL,
    last_capture INTEGER NOT NULL REFERENCES captures,
    current_version INTEGER
) STRICT;

CREATE INDEX postings_by_url ON postings (site, url);

-- A posting's content from one sighting until it differs.
CREATE TABLE versions (
    version INTEGER PRIMARY KEY,
    posting INTEGER NOT NULL REFERENCES postings,
    number INTEGER NOT NULL,
    first_capture INTEGER NOT NULL REFERENCES captures,
    content_digest TEXT NOT NULL,
    title TEXT NOT NULL,
    author TEXT,
    employer TEXT,
    location TEXT,
    salary TEXT,
    posted_at TEXT,
    blocks TEXT NOT NULL,
    links TEXT NOT NULL,
    UNIQUE (posting, number)
) STRICT;

CREATE TABLE sightings (
    posting INTEGER NOT NULL REFERENCES postings,
    capture INTEGER NOT NULL REFERENCES captures,
    version INTEGER NOT NULL REFERENCES versions,
    ordinal INTEGER NOT NULL,
    PRIMARY KEY (posting, capture)
) STRICT, WITHOUT ROWID;

CREATE INDEX sightings_by_capture ON sightings (capture, ordinal);

-- What was observed about a posting without seeing it.
CREATE TABLE observations (
    posting INTEGER NOT NULL REFERENCES postings,
    capture INTEGER NOT NULL REFERENCES captures,
    kind TEXT NOT NULL,
    PRIMARY KEY (posting, capture)
) STRICT, WITHOUT ROWID;

CREATE TABLE assessments (
    version INTEGER PRIMARY KEY REFERENCES versions,
    language TEXT,
    score REAL NOT NULL,
    class TEXT NOT NULL,
    context TEXT NOT NULL,
    contributions TEXT NOT NULL,
    rules_version TEXT NOT NULL,
    failures TEXT NOT NULL
) STRICT;

CREATE TABLE signals (
    version INTEGER NOT NULL REFERENCES versions,
    ordinal INTEGER NOT NULL,
    signal TEXT NOT NULL,
    weight REAL NOT NULL,
    evidence TEXT NOT NULL,
    PRIMARY KEY (version, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE contacts (
    contact INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    UNIQUE (kind, value)
) STRICT;

CREATE TABLE mentions (
    version INTEGER NOT NULL REFERENCES versions,
    ordinal INTEGER NOT NULL,
    contact INTEGER NOT NULL REFERENCES contacts,
    raw TEXT NOT NULL,
    text_start INTEGER NOT NULL,
    text_end INTEGER NOT NULL,
    confidence REAL NOT NULL,
    method TEXT NOT NULL,
    PRIMARY KEY (version, ordinal)
) STRICT, WITHOUT ROWID;

CREATE INDEX mentions_by_contact ON mentions (contact);

CREATE TABLE places (
    version INTEGER NOT NULL REFERENCES versions,
    ordinal INTEGER NOT NULL,
    place TEXT NOT NULL,
    name TEXT NOT NULL,
    country TEXT NOT NULL,
    risk TEXT NOT NULL,
    role TEXT NOT NULL,
    quote TEXT NOT NULL,
    text_start INTEGER NOT NULL,
    text_end INTEGER NOT NULL,
    PRIMARY KEY (version, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE pay (
    version INTEGER NOT NULL REFERENCES versions,
    ordinal INTEGER NOT NULL,
    low TEXT NOT NULL,
    high TEXT NOT NULL,
    currency TEXT,
    period TEXT,
    quote TEXT NOT NULL,
    text_start INTEGER NOT NULL,
    text_end INTEGER NOT NULL,
    PRIMARY KEY (version, ordinal)
) STRICT, WITHOUT ROWID;
