package lurewatch.searchcli.export;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// CSV by RFC 4180 (UTF-8, CRLF, a header row): one row per posting, and beside it, under
/// `NAME.contacts.csv`, one row per posting and contact.
public final class CsvFiles implements ListWriter {
    /// Whether the files start with a byte order mark, without which Excel garbles UTF-8.
    public enum Mark {
        WITH_BOM,
        WITHOUT_BOM
    }

    private final String name;
    private final Mark mark;
    private final AtomicInteger neutralised = new AtomicInteger();

    public CsvFiles(String name, Mark mark) {
        this.name = name;
        this.mark = mark;
    }

    @Override
    public List<String> files() {
        String stem = name.endsWith(".csv") ? name.substring(0, name.length() - 4) : name;
        return List.of(name, stem + ".contacts.csv");
    }

    /// How many cells would have been formulas.
    public int neutralised() {
        return neutralised.get();
    }

    @Override
    public void write(HitList list, Path folder) throws IOException {
        try (CsvWriter postings = csv(folder.resolve(files().getFirst()));
                CsvWriter contacts = csv(folder.resolve(files().getLast()))) {
            postings.writeRecord(Tables.POSTINGS);
            contacts.writeRecord(Tables.CONTACTS);
            list.forEach(item -> {
                postings.writeRecord(safe(Tables.posting(item)));
                for (Item.Contact contact : item.contacts()) {
                    contacts.writeRecord(safe(Tables.contact(item, contact)));
                }
            });
        }
    }

    private CsvWriter csv(Path file) throws IOException {
        BufferedWriter writer = Files.newBufferedWriter(file);
        if (mark == Mark.WITH_BOM) {
            writer.write('\uFEFF');
        }
        return CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer);
    }

    private List<String> safe(List<String> cells) {
        neutralised.addAndGet((int) cells.stream().filter(CsvCell::isFormula).count());
        return cells.stream().map(CsvCell::of).toList();
    }

    @Override
    public void check(HitList list, Path folder) throws IOException {
        List<String> postings = new ArrayList<>();
        List<String> contacts = new ArrayList<>();
        list.forEach(item -> {
            postings.add(CsvCell.of(item.id()));
            item.contacts().forEach(_ -> contacts.add(CsvCell.of(item.id())));
        });
        ReadBack.compare(folder.resolve(name), ids(folder.resolve(name)), postings);
        Path second = folder.resolve(files().getLast());
        ReadBack.compare(second, ids(second), contacts);
    }

    private static List<String> ids(Path file) throws IOException {
        List<String> found = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
            csv.forEach(record -> found.add(record.getField(0)));
        }
        return found.isEmpty() ? found : found.subList(1, found.size());
    }
}
