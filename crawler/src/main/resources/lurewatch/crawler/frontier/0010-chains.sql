-- chain: redirects from a page that something else led to; 0 for such a page itself.
ALTER TABLE url ADD COLUMN chain INTEGER NOT NULL DEFAULT 0;
CREATE INDEX url_chained ON url (url) WHERE chain > 0;
