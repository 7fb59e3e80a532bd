-- What the policy of revisits remembers. Gaps and times in events and hours are hours.

-- events, hours: how often the page changes, or gets new postings, as seen and slowly forgotten.
-- content: a hash of what the page said when it was last seen. born: when a posting appeared, as far
-- as that can be told. demand, demand_kind: what it asks of the budget (0 elastic, 1 eager, 2 fixed).
-- watched: 1 where the operator watches this very page.
ALTER TABLE url ADD COLUMN changes INTEGER NOT NULL DEFAULT 0;
ALTER TABLE url ADD COLUMN events REAL NOT NULL DEFAULT 0;
ALTER TABLE url ADD COLUMN hours REAL NOT NULL DEFAULT 0;
ALTER TABLE url ADD COLUMN content INTEGER;
ALTER TABLE url ADD COLUMN born INTEGER;
ALTER TABLE url ADD COLUMN demand REAL NOT NULL DEFAULT 0;
ALTER TABLE url ADD COLUMN demand_kind INTEGER NOT NULL DEFAULT 0;
ALTER TABLE url ADD COLUMN watched INTEGER NOT NULL DEFAULT 0;

-- What a host's pages were like, one pair of events and hours for each kind.
CREATE TABLE habit (
    host_id INTEGER NOT NULL REFERENCES host (id),
    kind    INTEGER NOT NULL,
    events  REAL    NOT NULL,
    hours   REAL    NOT NULL,
    PRIMARY KEY (host_id, kind)
) STRICT, WITHOUT ROWID;

-- What all pages were like, and the price of a visit.
CREATE TABLE policy (
    name   TEXT PRIMARY KEY,
    first  REAL NOT NULL,
    second REAL NOT NULL
) STRICT;
