-- Which observation made a posting gone ('gone') or brought it back ('back'), and since when it had been
-- missed then: what a watch asks for, which no later state of the posting tells. A replay fills both
-- for what was recorded before.
ALTER TABLE observations ADD COLUMN turned TEXT;
ALTER TABLE observations ADD COLUMN missed_since TEXT;
