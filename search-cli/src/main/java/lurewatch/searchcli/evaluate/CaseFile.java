package lurewatch.searchcli.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads cases: a table with the columns `id lang label expected_signals text` between tabs, or
/// JSON Lines, which can also name contacts and places; and ordinary ads, none of which is a lure.
public final class CaseFile {
    private static final List<String> HEADER =
            List.of("id", "lang", "label", "expected_signals", "text");

    private final JsonCase json;

    public CaseFile(PlaceNames places) {
        this.json = new JsonCase(places);
    }

    /// Gives every case of the file, in order.
    public void read(Path file, Consumer<Case> to) throws IOException {
        try (LabelledLines lines = LabelledLines.open(file)) {
            Optional<LabelledLines.Line> first = lines.next();
            if (first.isEmpty()) {
                throw LabelledLines.wrong(file, 1, "the file is empty");
            }
            if (first.get().text().stripLeading().startsWith("{")) {
                to.accept(json.of(first.get()));
                rest(lines, line -> to.accept(json.of(line)));
            } else if (List.of(first.get().text().split("\t", -1)).equals(HEADER)) {
                rest(lines, line -> to.accept(row(line)));
            } else {
                throw first.get()
                        .error(
                                "neither a JSON object nor the header "
                                        + String.join(" ", HEADER)
                                        + ", between tabs");
            }
        }
    }

    /// Gives every ad of a file of JSON Lines with `id lang title company location salary text`, of
    /// which any but one of the texts may be missing. Ads without any text are passed over.
    public void readAds(Path file, Consumer<Case> to) throws IOException {
        try (LabelledLines lines = LabelledLines.open(file)) {
            rest(lines, line -> json.ad(line).ifPresent(to));
        }
    }

    private static void rest(LabelledLines lines, Consumer<LabelledLines.Line> to)
            throws IOException {
        for (var line = lines.next(); line.isPresent(); line = lines.next()) {
            to.accept(line.get());
        }
    }

    private static Case row(LabelledLines.Line line) {
        List<String> cells = List.of(line.text().split("\t", -1));
        if (cells.size() != HEADER.size()) {
            throw line.error(cells.size() + " columns instead of " + HEADER.size());
        }
        return new Case(
                line.origin(),
                cells.get(0),
                cells.get(1),
                label(line, cells.get(2)),
                cells.get(4),
                Optional.empty(),
                Optional.empty());
    }

    static Label label(LabelledLines.Line line, String label) {
        return Label.labelled(label)
                .orElseThrow(() ->
                        line.error(
                                "unknown label '" + label + "'; allowed are " + Label.allowed()));
    }
}
