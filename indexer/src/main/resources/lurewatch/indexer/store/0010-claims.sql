-- When a capture was seen by the word of the file that it was brought in from. Those of captures
-- that came before this was kept are known again after `lurewatch replay`.
ALTER TABLE captures ADD COLUMN claimed_at TEXT;
