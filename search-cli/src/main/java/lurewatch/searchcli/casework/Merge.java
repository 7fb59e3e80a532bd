package lurewatch.searchcli.casework;

/// What an import brought.
///
/// @param events how many the file holds
/// @param added how many of them were not here
/// @param filled how many of them stood here with their digest alone
public record Merge(long events, long added, long filled) {
    public boolean isNews() {
        return added + filled > 0;
    }
}
