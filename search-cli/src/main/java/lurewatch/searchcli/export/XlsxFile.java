package lurewatch.searchcli.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// A workbook for Excel and its like: every cell is a typed string, so that none can be a formula.
/// Rows are handed to the file as they come; no more than a few are in memory.
public final class XlsxFile implements PackWriter {
    private static final String NAME = "hits.xlsx";

    /// What the format allows (ECMA-376 implementations agree on it).
    private static final int LONGEST_CELL = 32_767;

    private static final int ROWS_IN_MEMORY = 200;

    private final Optional<String> whole;
    private final String cut;

    /// @param whole the file of the same pack that has every text whole, if there is one
    public XlsxFile(Optional<String> whole) {
        this.whole = whole;
        this.cut = whole.map(file -> " … (cut; whole in " + file + ")").orElse(" … (cut)");
    }

    @Override
    public List<String> files() {
        return List.of(NAME);
    }

    @Override
    public void write(HitList list, Cover cover, Path folder) throws IOException {
        Path draft = folder.resolve(NAME + ".draft");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft));
                Workbook book = new Workbook(out, "lurewatch", null)) {
            // One sheet after the other: only the one being written may be unfinished.
            postings(list, book.newWorksheet("postings"));
            contacts(list, book.newWorksheet("contacts"));
        }
        SameZip.copy(draft, folder.resolve(NAME));
        Files.delete(draft);
    }

    private void postings(HitList list, Worksheet sheet) throws IOException {
        int[] row = new int[1];
        put(sheet, row, Tables.POSTINGS);
        list.forEach(item -> put(sheet, row, Tables.posting(item)));
        sheet.finish();
    }

    private void contacts(HitList list, Worksheet sheet) throws IOException {
        int[] row = new int[1];
        put(sheet, row, Tables.CONTACTS);
        list.forEach(item -> {
            for (Item.Contact contact : item.contacts()) {
                put(sheet, row, Tables.contact(item, contact));
            }
        });
        sheet.finish();
    }

    private void put(Worksheet sheet, int[] row, List<String> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            sheet.inlineString(row[0], column, cell(cells.get(column)));
        }
        if (++row[0] % ROWS_IN_MEMORY == 0) {
            sheet.flush();
        }
    }

    /// Like a cell of CSV, so that a copy of it into another table starts no formula either.
    private String cell(String text) {
        String safe = CsvCell.of(text);
        if (safe.length() <= LONGEST_CELL) {
            return safe;
        }
        int end = LONGEST_CELL - cut.length();
        boolean isInside = Character.isSurrogatePair(safe.charAt(end - 1), safe.charAt(end));
        return safe.substring(0, isInside ? end - 1 : end) + cut;
    }

    @Override
    public List<String> remarks(HitList list) {
        int cells = list.cutCells();
        return cells == 0
                ? List.of()
                : List.of(
                        String.format(
                                Locale.ROOT,
                                "%s has %d cell%s cut at %d characters; whole in %s",
                                NAME,
                                cells,
                                cells == 1 ? "" : "s",
                                LONGEST_CELL,
                                whole.orElse("no file of this pack")));
    }

    /// How many of its cells are longer than a workbook's may be.
    static int cutCells(Item item) {
        return (int)
                Stream.concat(
                                Tables.posting(item).stream(),
                                item.contacts().stream()
                                        .flatMap(contact -> Tables.contact(item, contact).stream()))
                        .filter(text -> CsvCell.of(text).length() > LONGEST_CELL)
                        .count();
    }

    @Override
    public void check(HitList list, Path folder) throws IOException {
        List<String> contacts = new ArrayList<>();
        list.forEach(item -> item.contacts().forEach(_ -> contacts.add(item.id())));
        Path file = folder.resolve(NAME);
        ReadBack.compare(file, ids(file, 1), list.ids());
        ReadBack.compare(file, ids(file, 2), contacts);
    }

    /// The first cell of every row but the header.
    private static List<String> ids(Path file, int sheet) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry entry = zip.getEntry("xl/worksheets/sheet" + sheet + ".xml");
            if (entry == null) {
                throw new IOException(file.getFileName() + " has no sheet " + sheet);
            }
            try (InputStream in = zip.getInputStream(entry)) {
                List<String> first = firstCells(in);
                return first.isEmpty() ? first : first.subList(1, first.size());
            }
        } catch (XMLStreamException e) {
            throw new IOException(file.getFileName() + " does not read back as written", e);
        }
    }

    private static List<String> firstCells(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        // They count "&amp;" too, of which a long list has any number; without a DTD there are no
        // others.
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", 0);
        factory.setProperty("jdk.xml.totalEntitySizeLimit", 0);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        XMLStreamReader xml = factory.createXMLStreamReader(in);
        List<String> found = new ArrayList<>();
        boolean isFirst = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
                isFirst = xml.getAttributeValue(null, "r").matches("A\\d+");
            } else if (event == XMLStreamConstants.START_ELEMENT
                    && isFirst
                    && xml.getLocalName().equals("t")) {
                found.add(xml.getElementText());
            }
        }
        return found;
    }
}
