package lurewatch.indexer;

/// One line of an HTTP header block as it stood; names are compared without case.
public record Header(String name, String value) {
    public boolean isNamed(String other) {
        return name.equalsIgnoreCase(other);
    }
}
