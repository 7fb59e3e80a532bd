-- Which version of a posting each page showed when it was last seen there: an article and the feed
-- that leads to it show one posting in two lengths.
CREATE TABLE pages (
    posting INTEGER NOT NULL REFERENCES postings,
    url TEXT NOT NULL,
    version INTEGER NOT NULL REFERENCES versions,
    shown_at TEXT NOT NULL,
    PRIMARY KEY (posting, url)
) STRICT, WITHOUT ROWID;

INSERT INTO pages (posting, url, version, shown_at)
SELECT posting, url, version, fetched_at FROM (
    SELECT s.posting, c.url, s.version, c.fetched_at,
        row_number() OVER (
            PARTITION BY s.posting, c.url ORDER BY c.fetched_at DESC, c.sequence DESC) AS age
    FROM sightings s JOIN captures c ON c.sequence = s.capture)
WHERE age = 1;
