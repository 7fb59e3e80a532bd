package lurewatch.searchcli.export;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import lurewatch.indexer.search.Hit;
import lurewatch.searchcli.render.ContactUri;

/// CSV by RFC 4180 (UTF-8, CRLF, a header row): one row per posting, and beside it, under
/// `NAME.contacts.csv`, one row per posting and contact.
public final class CsvExport implements Export {
    /// Whether the files start with a byte order mark, without which Excel garbles UTF-8.
    public enum Mark {
        WITH_BOM,
        WITHOUT_BOM
    }

    private static final List<String> COLUMNS =
            List.of(
                    "id",
                    "score",
                    "class",
                    "context",
                    "lang",
                    "title",
                    "url",
                    "site",
                    "employer",
                    "location",
                    "countries",
                    "places",
                    "signals",
                    "contacts",
                    "posted",
                    "first_seen",
                    "last_seen",
                    "versions",
                    "text");

    private static final List<String> CONTACT_COLUMNS =
            List.of("id", "kind", "contact", "score", "url", "first_seen", "last_seen");

    private final Mark mark;
    private int neutralised;

    public CsvExport(Mark mark) {
        this.mark = mark;
    }

    @Override
    public List<Path> files(Path target) {
        return List.of(target, contactsBeside(target));
    }

    private static Path contactsBeside(Path target) {
        String name = String.valueOf(target.getFileName());
        String stem = name.endsWith(".csv") ? name.substring(0, name.length() - 4) : name;
        return target.resolveSibling(stem + ".contacts.csv");
    }

    @Override
    public Written write(HitList list, Path target) throws IOException {
        neutralised = 0;
        List<String> contactIds = new ArrayList<>();
        list.forEach(hit -> hit.contacts().forEach(_ -> contactIds.add(hit.id())));
        WholeFile.write(
                contactsBeside(target),
                out -> writeContacts(list, out),
                written -> check(written, contactIds));
        WholeFile.write(
                target, out -> writePostings(list, out), written -> check(written, list.ids()));
        return new Written(list.ids().size(), neutralised);
    }

    private void writePostings(HitList list, OutputStream out) throws IOException {
        try (CsvWriter csv = csv(out)) {
            csv.writeRecord(COLUMNS);
            list.forEach(hit -> csv.writeRecord(safe(posting(hit))));
        }
    }

    private void writeContacts(HitList list, OutputStream out) throws IOException {
        try (CsvWriter csv = csv(out)) {
            csv.writeRecord(CONTACT_COLUMNS);
            for (Hit hit : list) {
                for (String key : hit.contacts()) {
                    csv.writeRecord(safe(contact(hit, key)));
                }
            }
        }
    }

    private CsvWriter csv(OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        if (mark == Mark.WITH_BOM) {
            writer.write('\uFEFF');
        }
        return CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer);
    }

    private static List<String> posting(Hit hit) {
        return List.of(
                hit.id(),
                number(hit.score()),
                hit.assessmentClass(),
                hit.context(),
                hit.language().orElse(""),
                hit.title(),
                hit.url(),
                hit.site(),
                hit.employer().orElse(""),
                hit.location().orElse(""),
                String.join(" ", hit.countries()),
                String.join(" ", hit.places()),
                String.join(" ", hit.signals()),
                hit.contacts().stream().map(ContactUri::ofKey).collect(Collectors.joining(" ")),
                hit.posted().map(Instant::toString).orElse(""),
                hit.firstSeen().toString(),
                hit.lastSeen().toString(),
                Integer.toString(hit.versions()),
                hit.text());
    }

    private static List<String> contact(Hit hit, String key) {
        return List.of(
                hit.id(),
                key.substring(0, key.indexOf(':')),
                ContactUri.ofKey(key),
                number(hit.score()),
                hit.url(),
                hit.firstSeen().toString(),
                hit.lastSeen().toString());
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private List<String> safe(List<String> cells) {
        neutralised += (int) cells.stream().filter(CsvCell::isFormula).count();
        return cells.stream().map(CsvCell::of).toList();
    }

    private static void check(Path written, List<String> ids) throws IOException {
        List<String> found = new ArrayList<>();
        try (var reader = Files.newBufferedReader(written);
                CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(reader)) {
            csv.forEach(record -> found.add(record.getField(0)));
        }
        List<String> cells = ids.stream().map(CsvCell::of).toList();
        if (found.isEmpty() || !found.subList(1, found.size()).equals(cells)) {
            throw new IOException(
                    String.format(
                            Locale.ROOT,
                            "%s does not read back as written: %d rows of %d",
                            written,
                            Math.max(0, found.size() - 1),
                            ids.size()));
        }
    }
}
