package lurewatch.indexer.search;

/// What fields of a query are about, in the order in which help lists them.
public enum FieldGroup {
    WORDS("Words of it"),
    ADDRESSES("Which one, and where"),
    LIKENESS("Others like it"),
    CONTENT("What it says, and how that was assessed"),
    TIMES("Times and changes"),
    CONTACTS("Contacts in it"),
    /// What analysts said of it, which is not in the index.
    CASEWORK("Casework");

    private final String heading;

    FieldGroup(String heading) {
        this.heading = heading;
    }

    /// As people read it.
    public String heading() {
        return heading;
    }
}
