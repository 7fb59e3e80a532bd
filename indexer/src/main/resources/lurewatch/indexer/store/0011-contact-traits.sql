-- Whether a contact is a number at which no messenger or mobile answers, and whether it was written
-- so that a plain search misses it. Both stood in the words of `method`. Of contacts that came
-- before this was kept they are known again after `lurewatch replay`.
ALTER TABLE mentions ADD COLUMN land_line INTEGER NOT NULL DEFAULT 0;
ALTER TABLE mentions ADD COLUMN disguised INTEGER NOT NULL DEFAULT 0;
