package lurewatch.indexer.rules;

/// Innocent words that hold risky ones by chance (`中国公司` holds `国公`): nothing counts that stands
/// wholly inside them.
public record Trap(String language, String text) {}
