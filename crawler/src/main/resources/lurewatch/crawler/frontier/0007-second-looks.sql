-- What came of the last look at a page under another user agent.

-- verdict: SAME, DIFFERENT, CHANGING or UNKNOWN.
CREATE TABLE second_look (
    url_id  INTEGER PRIMARY KEY REFERENCES url (id),
    at      INTEGER NOT NULL,
    verdict TEXT    NOT NULL,
    detail  TEXT    NOT NULL
) STRICT;
