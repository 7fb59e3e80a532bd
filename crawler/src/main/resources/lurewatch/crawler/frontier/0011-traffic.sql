-- traffic: bytes that a host has sent of late, as a level that its budget of a day works off,
-- traffic_at: when it was so high.
ALTER TABLE host ADD COLUMN traffic INTEGER NOT NULL DEFAULT 0;
ALTER TABLE host ADD COLUMN traffic_at INTEGER NOT NULL DEFAULT 0;
