-- Times are milliseconds since 1970 in UTC; gaps are milliseconds.

-- One row per host name. due_at is when its earliest URL is due, but not before its rest is over,
-- NULL while the workbench in memory holds the host.
CREATE TABLE host (
    id            INTEGER PRIMARY KEY,
    name          TEXT    NOT NULL UNIQUE,
    address       TEXT,
    gap           INTEGER NOT NULL DEFAULT 0,
    next_at       INTEGER NOT NULL DEFAULT 0,
    strikes       INTEGER NOT NULL DEFAULT 0,
    blocked_until INTEGER,
    crawl_delay   INTEGER,
    pages         INTEGER NOT NULL DEFAULT 0,
    due_at        INTEGER
) STRICT;
CREATE INDEX host_due ON host (due_at) WHERE due_at IS NOT NULL;

-- class: 0 hub, 1 detail, 2 other. lane: 0 evidence, 1 hub, 2 discovery (never fetched, all due).
CREATE TABLE url (
    id            INTEGER PRIMARY KEY,
    url           TEXT    NOT NULL UNIQUE,
    host_id       INTEGER NOT NULL REFERENCES host (id),
    site          TEXT    NOT NULL,
    class         INTEGER NOT NULL,
    lane          INTEGER NOT NULL,
    rank          INTEGER NOT NULL,
    due_at        INTEGER NOT NULL,
    depth         INTEGER NOT NULL,
    paging        INTEGER NOT NULL,
    hops          INTEGER NOT NULL DEFAULT 0,
    visits        INTEGER NOT NULL DEFAULT 0,
    fails         INTEGER NOT NULL DEFAULT 0,
    misses        INTEGER NOT NULL DEFAULT 0,
    interrupted   INTEGER NOT NULL DEFAULT 0,
    etag          TEXT,
    last_modified TEXT,
    first_seen    INTEGER NOT NULL,
    last_at       INTEGER,
    last_ok       INTEGER,
    status        INTEGER,
    capture       INTEGER NOT NULL DEFAULT 0,
    parent_id     INTEGER
) STRICT;
CREATE INDEX url_due ON url (host_id, lane, rank, due_at);

-- URLs being fetched. A row found here at start was cut short, and is still due.
CREATE TABLE lease (
    url_id INTEGER PRIMARY KEY,
    since  INTEGER NOT NULL
) STRICT;

CREATE TABLE robots (
    origin     TEXT    PRIMARY KEY,
    fetched_at INTEGER NOT NULL,
    status     INTEGER NOT NULL,
    body       BLOB    NOT NULL
) STRICT;

CREATE TABLE fetch_log (
    id      INTEGER PRIMARY KEY,
    at      INTEGER NOT NULL,
    site    TEXT    NOT NULL,
    url     TEXT    NOT NULL,
    ending  TEXT    NOT NULL,
    status  INTEGER,
    detail  TEXT    NOT NULL,
    bytes   INTEGER NOT NULL,
    took    INTEGER NOT NULL,
    capture INTEGER
) STRICT;

CREATE TABLE site (
    name         TEXT    PRIMARY KEY,
    pages        INTEGER NOT NULL DEFAULT 0,
    fetches      INTEGER NOT NULL DEFAULT 0,
    errors       INTEGER NOT NULL DEFAULT 0,
    last_success INTEGER,
    last_error   TEXT
) STRICT;

CREATE TABLE meta (
    name  TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) STRICT;
