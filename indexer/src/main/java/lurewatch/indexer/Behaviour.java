package lurewatch.indexer;

/// What the other postings that are known say about one: a signal that its text alone does not
/// show, and what that makes of its assessment.
///
/// @param points what the signal adds to the score
/// @param score with these points
public record Behaviour(
        Signal signal, double points, double score, AssessmentClass assessmentClass) {}
