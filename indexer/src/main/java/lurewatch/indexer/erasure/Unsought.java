package lurewatch.indexer.erasure;

import com.fasterxml.jackson.annotation.JsonIgnore;

/// How many traces are not looked for.
///
/// @param tooShort titles, names and contacts that would be found everywhere
/// @param tooMany beyond the most that are
public record Unsought(int tooShort, int tooMany) {
    /// Whether all is looked for.
    @JsonIgnore
    public boolean isNothing() {
        return tooShort == 0 && tooMany == 0;
    }
}
