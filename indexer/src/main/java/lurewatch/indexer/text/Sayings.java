package lurewatch.indexer.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What texts say of the names, numbers and channels in them, in many languages: that a name is to
/// be read backwards, that a number goes on in the next line; and what they call their own parts.
/// One table a subject, so that who knows a language can mend its row. Immutable.
///
/// A table has three columns: the saying's name, the language (ISO 639-1, or `und` for signs of
/// all), and ways to say it, parted by `|`. They are parts of regular expressions, matched without
/// regard to case; those that [#words] gives are plain strings. Lines that begin with `#` explain.
public final class Sayings {
    public static final Sayings OF_NAMES = read("names.tsv");
    public static final Sayings OF_NUMBERS = read("numbers.tsv");
    public static final Sayings OF_CHANNELS = read("channels.tsv");
    public static final Sayings OF_TEXTS = read("texts.tsv");

    private static final int COLUMNS = 3;

    private final String file;
    private final Map<String, List<Row>> bySaying = new LinkedHashMap<>();

    /// How one language says it.
    ///
    /// @param ways parted by `|`
    public record Row(String language, String ways) {}

    private Sayings(String file) {
        this.file = file;
    }

    private static Sayings read(String file) {
        Sayings sayings = new Sayings(file);
        for (String line : JarText.rows(Sayings.class, "sayings/" + file)) {
            String[] columns = line.split("\t", -1);
            if (columns.length != COLUMNS) {
                throw new IllegalStateException(file + ": not three columns: " + line);
            }
            sayings.bySaying
                    .computeIfAbsent(columns[0], _ -> new ArrayList<>())
                    .add(new Row(columns[1], columns[2]));
        }
        return sayings;
    }

    /// The names of all sayings of the table.
    public Set<String> all() {
        return bySaying.keySet();
    }

    /// The saying's rows, in the order of the table.
    public List<Row> rows(String saying) {
        List<Row> rows = bySaying.get(saying);
        if (rows == null) {
            throw new IllegalArgumentException("no saying " + saying + " in " + file);
        }
        return rows;
    }

    /// A regular expression for all ways to say it: alternatives without a group around them.
    public String either(String saying) {
        return String.join("|", rows(saying).stream().map(Row::ways).toList());
    }

    /// Finds a saying that stands as words of its own, or as its row `…-within` says it in scripts
    /// that leave no blanks or add to their words.
    public Pattern pattern(String saying) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{M}])(?:"
                        + either(saying)
                        + ")(?![\\p{L}\\p{M}])|"
                        + either(saying + "-within"),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /// All ways to say it, as plain strings.
    public List<String> words(String saying) {
        return rows(saying).stream().flatMap(row -> Stream.of(row.ways().split("\\|"))).toList();
    }
}
