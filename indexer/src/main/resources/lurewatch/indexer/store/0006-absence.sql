-- What each visit of a page showed, and what became of postings. A replay fills it for what was
-- recorded before.

-- outcome: how the visit ended for whoever stood there. Signatures: equal where the page said the same,
-- and where it named the same contacts, pay and places; the bytes have payload_digest. template: of
-- short pages without a contact, what they say whatever numbers stand in it.
ALTER TABLE captures ADD COLUMN outcome TEXT NOT NULL DEFAULT 'page';
ALTER TABLE captures ADD COLUMN text_signature TEXT;
ALTER TABLE captures ADD COLUMN evidence_signature TEXT;
ALTER TABLE captures ADD COLUMN template TEXT;
CREATE INDEX captures_by_template ON captures (site, template) WHERE template IS NOT NULL;

-- status: live, suspect, gone. absent_since: the first visit that did not find it where it stood.
ALTER TABLE postings ADD COLUMN status TEXT NOT NULL DEFAULT 'live';
ALTER TABLE postings ADD COLUMN absent_since TEXT;
ALTER TABLE postings ADD COLUMN reappeared_at TEXT;
CREATE INDEX postings_suspect ON postings (site) WHERE status = 'suspect';

CREATE INDEX observations_by_capture ON observations (capture);

-- A posting with nearly the text of an earlier one, and a contact of it.
CREATE TABLE reposts (
    posting INTEGER PRIMARY KEY REFERENCES postings,
    earlier INTEGER NOT NULL REFERENCES postings,
    likeness REAL NOT NULL
) STRICT;
CREATE INDEX reposts_by_earlier ON reposts (earlier);
