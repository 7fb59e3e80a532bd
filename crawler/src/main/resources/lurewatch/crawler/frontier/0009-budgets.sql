-- What a site's and a host's budget of pages is counted by.

-- gone: pages that have not been there for long; they have no part in the budget. tells: 1 where the
-- site's own pages said which of its links lead to postings. budget: the most pages that its settings
-- allow. full_since: since when pages that are wanted are left out for it.
ALTER TABLE site ADD COLUMN gone INTEGER NOT NULL DEFAULT 0;
ALTER TABLE site ADD COLUMN tells INTEGER NOT NULL DEFAULT 0;
ALTER TABLE site ADD COLUMN budget INTEGER NOT NULL DEFAULT 0;
ALTER TABLE site ADD COLUMN full_since INTEGER;
ALTER TABLE host ADD COLUMN gone INTEGER NOT NULL DEFAULT 0;
UPDATE site SET gone = known.gone
FROM (SELECT site, count(*) AS gone FROM url WHERE misses >= 4 GROUP BY site) AS known
WHERE known.site = site.name;
UPDATE host SET gone = known.gone
FROM (SELECT host_id, count(*) AS gone FROM url WHERE misses >= 4 GROUP BY host_id) AS known
WHERE known.host_id = host.id;

-- Unclassified pages fetched below one path, and those of them that led to something.
CREATE TABLE path_yield (
    print INTEGER PRIMARY KEY,
    pages INTEGER NOT NULL,
    found INTEGER NOT NULL
) STRICT;
