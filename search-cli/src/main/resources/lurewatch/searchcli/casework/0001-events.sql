-- What analysts did, in order. Everything else that is known of cases follows from these rows.
-- Statements are parted by empty lines.
PRAGMA application_id = 0x4c757263;

-- A log is written in one place by whoever works there; logs of other places come by import.
-- place: where this file lay when the log was begun; NULL for logs that came from elsewhere.
CREATE TABLE logs (
    log INTEGER PRIMARY KEY,
    origin TEXT NOT NULL UNIQUE,
    place TEXT UNIQUE
) STRICT;

-- digest: SHA-256 of body. hash: SHA-256 of the hash before, a line feed and the digest, so that a chain
-- can be checked where bodies are withheld (NULL). time, analyst, kind are copies out of the body.
CREATE TABLE events (
    event INTEGER PRIMARY KEY,
    log INTEGER NOT NULL REFERENCES logs,
    number INTEGER NOT NULL,
    time TEXT,
    analyst TEXT,
    kind TEXT,
    body TEXT,
    digest TEXT NOT NULL,
    hash TEXT NOT NULL,
    UNIQUE (log, number)
) STRICT;

CREATE INDEX events_by_kind ON events (kind, time);

-- What an event is about: cases, postings, packs, watches; copies out of the body.
CREATE TABLE subjects (
    subject TEXT NOT NULL,
    event INTEGER NOT NULL REFERENCES events,
    PRIMARY KEY (subject, event)
) STRICT, WITHOUT ROWID;

CREATE INDEX subjects_by_event ON subjects (event);

-- Not against an attacker, whom the chain finds, but against a slip.
CREATE TRIGGER events_stay BEFORE DELETE ON events
BEGIN
    SELECT raise(ABORT, 'events are never deleted');
END;

CREATE TRIGGER events_hold BEFORE UPDATE ON events
WHEN old.body IS NOT NULL OR new.digest <> old.digest OR new.hash <> old.hash
BEGIN
    SELECT raise(ABORT, 'events are never changed');
END;
