package lurewatch.searchcli.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// How many postings there are of each kind, and nothing about any one of them. Small counts are
/// not told ([SmallCells]).
public final class StatisticsFiles implements PackWriter {
    private static final String JSON_NAME = "statistics.json";
    private static final String CSV_NAME = "statistics.csv";
    private static final String UNTOLD = "so few that the cells would give one another away";
    private static final Set<String> ONE_CELL_EACH = Set.of("week", "class", "language");
    private static final JsonMapper JSON = ItemJson.mapper();

    private final int smallest;

    /// Statistics for a profile.
    ///
    /// @param smallest the smallest count that is told
    public StatisticsFiles(int smallest) {
        this.smallest = smallest;
    }

    @Override
    public List<String> files() {
        return List.of(JSON_NAME, CSV_NAME);
    }

    @Override
    public void write(HitList list, Cover cover, Path folder) throws IOException {
        Map<String, SmallCells> tables = tables();
        Map<String, String> signals = new TreeMap<>();
        list.forEach(item -> {
            count(item, tables);
            item.why().forEach(why -> signals.put(why.signal(), why.meaning().orElse("")));
        });
        ObjectNode root = JSON.createObjectNode().put("v", 1).put("postings", total(list));
        String tlp = cover.marking().tlp().tag();
        String pap = cover.marking().pap().tag();
        root.put("tlp", tlp).put("pap", pap);
        root.put("counts_below_are_not_told", smallest);
        ObjectNode told = root.putObject("tables");
        ObjectNode meanings = root.putObject("meanings");
        ArrayNode untold = root.putArray("tables_not_told");
        try (CsvWriter csv =
                CsvWriter.builder()
                        .lineDelimiter(LineDelimiter.CRLF)
                        .build(Files.newBufferedWriter(folder.resolve(CSV_NAME)))) {
            csv.writeRecord("table", "value", "postings", "meaning", "tlp", "pap");
            csv.writeRecord("all", "", total(list), "", tlp, pap);
            for (var table : tables.entrySet()) {
                ObjectNode rows = told.putObject(table.getKey());
                ObjectNode named = meanings.putObject(table.getKey());
                if (table.getValue().isUntold()) {
                    untold.add(table.getKey());
                    csv.writeRecord(table.getKey(), "", "not told", UNTOLD);
                }
                for (var cell : table.getValue().told().entrySet()) {
                    String meaning = meaning(table.getKey(), cell.getKey(), signals);
                    rows.put(cell.getKey(), cell.getValue());
                    named.put(cell.getKey(), meaning);
                    csv.writeRecord(
                            table.getKey(),
                            CsvCell.of(cell.getKey()),
                            CsvCell.of(cell.getValue()),
                            CsvCell.of(meaning),
                            tlp,
                            pap);
                }
            }
        }
        Files.writeString(
                folder.resolve(JSON_NAME),
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
    }

    /// A code as people read it.
    ///
    /// @param signals what those of the list mean
    private static String meaning(String table, String value, Map<String, String> signals) {
        return switch (table) {
            case "week" -> "first seen in the week from that Monday on, UTC";
            case "class" -> Names.assessment(value);
            case "country" -> Names.country(value) + " is named";
            case "language" -> Names.language(value);
            case "signal" -> signals.getOrDefault(value, "");
            case "contact_kind" -> "a contact of that kind is given";
            default -> throw new IllegalArgumentException("no such table: " + table);
        };
    }

    private String total(HitList list) {
        return list.ids().size() < smallest
                ? SmallCells.below(smallest)
                : Integer.toString(list.ids().size());
    }

    private Map<String, SmallCells> tables() {
        Map<String, SmallCells> tables = new LinkedHashMap<>();
        for (String name :
                List.of("week", "class", "country", "language", "signal", "contact_kind")) {
            SmallCells.Sum sum =
                    ONE_CELL_EACH.contains(name) ? SmallCells.Sum.TOTAL : SmallCells.Sum.OTHER;
            tables.put(name, new SmallCells(smallest, sum));
        }
        return tables;
    }

    private static void count(Item item, Map<String, SmallCells> tables) {
        LocalDate monday =
                item.first()
                        .atOffset(ZoneOffset.UTC)
                        .toLocalDate()
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        count(tables, "week", List.of(monday.toString()));
        count(tables, "class", List.of(item.assessmentClass()));
        count(tables, "country", item.countries());
        count(tables, "language", List.of(item.lang().orElse("unknown")));
        count(tables, "signal", item.signals());
        count(
                tables,
                "contact_kind",
                item.contacts().stream().map(Item.Contact::kind).distinct().toList());
    }

    private static void count(Map<String, SmallCells> tables, String name, List<String> values) {
        Optional.ofNullable(tables.get(name)).ifPresent(table -> values.forEach(table::count));
    }

    @Override
    public void check(HitList list, Path folder) throws IOException {
        JsonNode root = JSON.readTree(folder.resolve(JSON_NAME).toFile());
        if (!root.path("postings").asText().equals(total(list))) {
            throw new IOException(JSON_NAME + " does not read back as written");
        }
        String written = Files.readString(folder.resolve(JSON_NAME));
        for (String id : list.ids()) {
            if (written.contains(id)) {
                throw new IOException(JSON_NAME + " names a posting");
            }
        }
    }
}
