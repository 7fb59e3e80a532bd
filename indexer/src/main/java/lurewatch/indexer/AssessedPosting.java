package lurewatch.indexer;

/// A posting and what it was taken for.
public record AssessedPosting(JobPosting posting, Assessment assessment) {}
