-- What pay comes to in US dollars a month; null where its currency has no rate. And why a signal was
-- raised, where its words alone do not tell.
ALTER TABLE pay ADD COLUMN usd_month_low REAL;
ALTER TABLE pay ADD COLUMN usd_month_high REAL;
ALTER TABLE signals ADD COLUMN reason TEXT;
