-- What others say of a page: its sitemap, a feed, a listing that shows it anew.

-- told_by: 1 sitemap, 2 feed, 3 listing. told_at: when the page changed, as they claim. news_at: when
-- a claim reached us that we had not heard before; a page last fetched before that has news.
ALTER TABLE url ADD COLUMN told_by INTEGER;
ALTER TABLE url ADD COLUMN told_at INTEGER;
ALTER TABLE url ADD COLUMN news_at INTEGER;

-- How visits of a host's pages ended of which somebody had claimed a change, or had not.
CREATE TABLE trust (
    host_id        INTEGER NOT NULL REFERENCES host (id),
    source         INTEGER NOT NULL,
    told_changed   REAL    NOT NULL,
    told_same      REAL    NOT NULL,
    silent_changed REAL    NOT NULL,
    silent_same    REAL    NOT NULL,
    PRIMARY KEY (host_id, source)
) STRICT, WITHOUT ROWID;

-- What a listing's first page showed when it was last seen: eight bytes for each link.
CREATE TABLE shown (
    url_id INTEGER PRIMARY KEY,
    links  BLOB    NOT NULL
) STRICT;
