-- What links led to.

-- anchor: the words of the link that the page was found by. relevance: the highest score of a posting
-- on it when it was last seen, 0 to 1.
ALTER TABLE url ADD COLUMN anchor TEXT;
ALTER TABLE url ADD COLUMN relevance REAL;

-- The model of links, written once in a while.
CREATE TABLE focus (
    id       INTEGER PRIMARY KEY,
    examples INTEGER NOT NULL,
    memory   BLOB    NOT NULL
) STRICT;

-- Pages of a host fetched for the first time, and what they were worth together.
CREATE TABLE yield (
    host_id   INTEGER PRIMARY KEY REFERENCES host (id),
    pages     INTEGER NOT NULL,
    relevance REAL    NOT NULL
) STRICT;
