-- When a site last gave a page: asked for each ad of it that is missed again.
CREATE INDEX captures_well ON captures (site, fetched_at) WHERE outcome IN ('page', 'unchanged');
