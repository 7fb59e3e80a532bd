-- What keeps the cost of a step the same when millions of URLs are known.

-- Unclassified pages, which a link may yet make a posting's or a listing's.
CREATE INDEX url_other ON url (url) WHERE class = 2;

-- Only pages never seen have ranks: what is due of the others is one range of url_due.
UPDATE url SET rank = 0 WHERE lane <> 2 AND rank <> 0;

-- URLs never fetched, counted once here and kept with every commit from now on.
INSERT OR REPLACE INTO meta SELECT 'queued', count(*) FROM url WHERE last_at IS NULL;
