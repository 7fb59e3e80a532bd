-- What a listing showed when it was last seen, in its order: sixteen bytes for each link, its
-- fingerprint and, where it leads to a posting, its id in url, otherwise 0. Every listing has a row
-- now, not its first page alone; at its next visit it has nothing to compare with.
-- From now on told_by may be 4: a listing that showed the page shows it no more.
DELETE FROM shown;
