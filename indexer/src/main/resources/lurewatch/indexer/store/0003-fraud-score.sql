-- What the text model for job fraud said; null where it said nothing.
ALTER TABLE assessments ADD COLUMN fraud_score REAL;
ALTER TABLE assessments ADD COLUMN fraud_model TEXT;
ALTER TABLE assessments ADD COLUMN fraud_words TEXT;
