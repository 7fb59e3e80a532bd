package lurewatch.searchcli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import lurewatch.indexer.Digest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was tampered with is found and located, and nothing else is: packs, web archives, the
/// account of what analysts did. How many of each: `-Dlurewatch.tampering=1000`.
class TamperingIT {
    private static final int MUTATIONS = Integer.getInteger("lurewatch.tampering", 15);
    private static final long SEED = Long.getLong("lurewatch.seed", 20_261_128);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WACZ = "data/captures.wacz";

    @TempDir private static Path root;

    private static Path data = Path.of("");
    private static Path pack = Path.of("");
    private static Path older = Path.of("");
    private static Path foreign = Path.of("");
    private static List<Path> files = List.of();

    private final Random random = new Random(SEED);

    @BeforeAll
    static void makePacks() throws IOException {
        data = Files.createDirectory(root.resolve("data"));
        World.ofAll().archivedIn(data, "p-lure-en", "p-lure-ko");
        Path others = Folders.copy(data, root.resolve("others"));
        run("key", "new", "--data", data.toString());
        run("key", "new", "--data", others.toString());
        run("label", "p-formula", "true_lure", "--reason", "seen", "--data", data.toString());
        run("search", "flight", "--data", data.toString());
        older = export(data, "older", "class:lure lang:en");
        Files.copy(data.resolve("casework.db"), root.resolve("older.db"));
        pack = export(data, "pack", "*");
        foreign = export(others, "foreign", "*");
        try (Stream<Path> all = Files.walk(pack)) {
            files = all.filter(Files::isRegularFile).map(pack::relativize).sorted().toList();
        }
    }

    private static Cli.Run run(String... args) {
        return Cli.inPipe().run(args);
    }

    private static Path export(Path from, String name, String query) {
        Path place = root.resolve(name);
        List<String> args = new ArrayList<>(List.of("export", query, "--for", "korean-police"));
        args.addAll(List.of("--format", "wacz,jsonl,csv", "--reason", "114"));
        args.addAll(List.of("--as-of", "2026-11-20", "--data", from.toString()));
        args.addAll(List.of("--config", Folders.shippedConfig().toString()));
        args.addAll(List.of("--out", place.toString()));
        Cli.Run run = run(args.toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
        return place;
    }

    private static Cli.Run verify(Path path) {
        return run("verify", path.toString(), "--data", data.toString());
    }

    /// A look at something tampered with: whether it was found, and whether the place was named.
    private void expect(String what, Cli.Run run, List<String> places, List<String> missed) {
        boolean isFound = run.code() == 4 || run.out().contains("not one of this machine's");
        boolean isLocated = places.isEmpty() || places.stream().anyMatch(run.out()::contains);
        if (!isFound || !isLocated) {
            missed.add(what + ": " + run.code() + "\n" + run.out() + run.err());
        }
    }

    @Test
    void raisesNoAlarmWhereNothingWasTouched() {
        for (Path untouched : List.of(pack, older, pack.resolve(WACZ), older.resolve(WACZ))) {
            Cli.Run run = verify(untouched);
            assertThat(run.code()).as(untouched + "\n" + run.out() + run.err()).isZero();
            assertThat(run.out()).doesNotContain("note:");
        }
        assertThat(run("audit", "verify", "--data", data.toString()).code()).isZero();
        assertThat(verify(foreign).out()).contains("not one of this machine's");
    }

    @Test
    void findsAndLocatesWhatWasDoneToAPack() throws IOException {
        List<String> ways =
                List.of(
                        "flip",
                        "flip",
                        "cut",
                        "grow",
                        "delete",
                        "swap",
                        "reorder",
                        "double",
                        "add",
                        "add and list",
                        "strip",
                        "old checkpoint",
                        "old file",
                        "foreign",
                        "anew");
        Map<String, Integer> tried = new TreeMap<>();
        List<String> missed = new ArrayList<>();
        Path copy = root.resolve("copy");
        while (tried.values().stream().mapToInt(i -> i).sum() < MUTATIONS) {
            String way = ways.get(random.nextInt(ways.size()));
            Path file = files.get(random.nextInt(files.size()));
            Folders.copy(pack, copy);
            List<String> places = tamper(copy, file, way);
            if (!places.isEmpty()) {
                tried.merge(way, 1, Integer::sum);
                expect(way + " " + file, verify(copy), places, missed);
            }
            Folders.delete(copy);
        }
        report("packs", tried, missed);
    }

    private static void report(String what, Map<String, Integer> tried, List<String> missed) {
        int all = tried.values().stream().mapToInt(i -> i).sum();
        System.out.println(
                String.format(
                        Locale.ROOT,
                        "%s: %d mutations (seed %d), %d found and located %s",
                        what,
                        all,
                        SEED,
                        all - missed.size(),
                        tried));
        assertThat(missed).isEmpty();
    }

    /// Where the change should be located; nothing where it would change nothing.
    private List<String> tamper(Path copy, Path file, String way) throws IOException {
        Path target = copy.resolve(file.toString());
        byte[] bytes = Files.readAllBytes(target);
        byte[] changed = changed(bytes, way);
        if (changed.length > 0) {
            Files.write(target, changed);
            return Arrays.equals(bytes, changed) ? List.of() : List.of(file.toString());
        }
        switch (way) {
            case "delete" -> Files.delete(target);
            case "swap" -> {
                Path other = files.get(random.nextInt(files.size()));
                byte[] others = Files.readAllBytes(copy.resolve(other.toString()));
                Files.write(copy.resolve(other.toString()), bytes);
                Files.write(target, others);
                return Arrays.equals(others, bytes)
                        ? List.of()
                        : List.of(file.toString(), other.toString());
            }
            case "add" -> {
                Path added = Path.of("data", "x" + random.nextInt(1000));
                Files.write(copy.resolve(added.toString()), bytes);
                return List.of(added.toString());
            }
            case "add and list" -> {
                Path added = Path.of("custody", "stamped-x" + random.nextInt(1000) + ".txt");
                Files.write(copy.resolve(added.toString()), bytes);
                listed(copy, added.toString());
                return List.of(added.toString());
            }
            case "strip" -> {
                for (String name :
                        List.of(
                                "public-key.pem",
                                "seal.txt",
                                "seal.txt.sig",
                                "checkpoint.txt.sig")) {
                    Files.delete(copy.resolve("custody").resolve(name));
                }
                unlisted(copy);
                return List.of("custody/public-key.pem");
            }
            case "old checkpoint" -> {
                for (String name : List.of("checkpoint.txt", "checkpoint.txt.sig", "proofs.txt")) {
                    replace(copy, older, Path.of("custody", name));
                }
                return List.of("custody/checkpoint.txt", "custody/proofs.txt");
            }
            case "old file" -> {
                return replace(copy, older, file) ? List.of(file.toString()) : List.of();
            }
            case "foreign" -> {
                for (String name :
                        List.of("public-key.pem", "seal.txt.sig", "checkpoint.txt.sig")) {
                    replace(copy, foreign, Path.of("custody", name));
                }
                return List.of("custody/");
            }
            case "anew" -> {
                if (!file.startsWith("data")) {
                    return List.of();
                }
                Files.write(target, changed(bytes, "flip"));
                for (String manifest :
                        List.of(
                                "manifest-sha256.txt",
                                "custody/seal.txt",
                                "tagmanifest-sha256.txt")) {
                    digestsAnew(copy, manifest);
                }
                return List.of("custody/seal.txt");
            }
            default -> {
                return List.of();
            }
        }
        return List.of(file.toString());
    }

    /// The bytes as that way changes them; empty where it is none of bytes.
    private byte[] changed(byte[] bytes, String way) {
        return switch (way) {
            case "flip" -> flipped(bytes);
            case "cut" -> Arrays.copyOf(bytes, Math.max(1, random.nextInt(bytes.length)));
            case "grow" -> grown(bytes);
            case "reorder", "double" -> withLinesMoved(bytes, way);
            default -> new byte[0];
        };
    }

    private byte[] flipped(byte[] bytes) {
        byte[] flipped = bytes.clone();
        flipped[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        return flipped;
    }

    private byte[] grown(byte[] bytes) {
        byte[] grown = Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(64));
        grown[bytes.length] = (byte) random.nextInt();
        return grown;
    }

    private byte[] withLinesMoved(byte[] bytes, String way) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        List<String> lines = new ArrayList<>(List.of(text.split("(?<=\n)", -1)));
        int line = random.nextInt(lines.size());
        if (way.equals("double")) {
            lines.add(line, lines.get(line));
        } else {
            Collections.swap(lines, line, random.nextInt(lines.size()));
        }
        return String.join("", lines).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static boolean replace(Path copy, Path from, Path file) throws IOException {
        Path other = from.resolve(file.toString());
        Path here = copy.resolve(file.toString());
        if (!Files.exists(other) || Files.mismatch(other, here) < 0) {
            return false;
        }
        Files.write(here, Files.readAllBytes(other));
        return true;
    }

    private static void listed(Path copy, String added) throws IOException {
        Path manifest = copy.resolve("tagmanifest-sha256.txt");
        List<String> lines = new ArrayList<>(Files.readAllLines(manifest));
        lines.add(Digest.of(Files.readAllBytes(copy.resolve(added))).hex() + "  " + added);
        lines.sort(Comparator.comparing(line -> line.substring(66)));
        Files.writeString(manifest, String.join("\n", lines) + "\n");
    }

    /// Without the lines of what is not there.
    private static void unlisted(Path copy) throws IOException {
        Path manifest = copy.resolve("tagmanifest-sha256.txt");
        List<String> lines = new ArrayList<>(Files.readAllLines(manifest));
        lines.removeIf(line -> !Files.exists(copy.resolve(line.substring(66))));
        Files.writeString(manifest, String.join("\n", lines) + "\n");
    }

    private static void digestsAnew(Path copy, String manifest) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(copy.resolve(manifest))) {
            String name = line.substring(66);
            lines.add(Digest.of(Files.readAllBytes(copy.resolve(name))).hex() + "  " + name);
        }
        Files.writeString(copy.resolve(manifest), String.join("\n", lines) + "\n");
    }

    @Test
    void findsAndLocatesWhatWasDoneToAWebArchive() throws IOException {
        Map<String, byte[]> contents = contents(pack.resolve(WACZ));
        Map<String, byte[]> old = contents(older.resolve(WACZ));
        byte[] bytes = Files.readAllBytes(pack.resolve(WACZ));
        List<String> ways =
                List.of(
                        "flip",
                        "flip",
                        "cut",
                        "grow",
                        "inner flip",
                        "inner cut",
                        "drop",
                        "add",
                        "swap",
                        "reorder",
                        "old file",
                        "records",
                        "anew",
                        "dated");
        Map<String, Integer> tried = new TreeMap<>();
        List<String> missed = new ArrayList<>();
        Path file = root.resolve("captures.wacz");
        while (tried.values().stream().mapToInt(i -> i).sum() < MUTATIONS) {
            String way = ways.get(random.nextInt(ways.size()));
            byte[] direct = changed(bytes, way);
            List<String> places =
                    List.of("captures.wacz", "archive/", "indexes/", "pages/", "data");
            if (direct.length > 0 && !way.equals("reorder")) {
                Files.write(file, direct);
            } else {
                Map<String, byte[]> inner = new LinkedHashMap<>(contents);
                places = tamperInside(inner, old, way);
                write(file, inner, way.equals("dated"));
            }
            if (!places.isEmpty() && Files.mismatch(file, pack.resolve(WACZ)) >= 0) {
                tried.merge(way, 1, Integer::sum);
                expect(way, verify(file), places, missed);
            }
        }
        report("web archives", tried, missed);
    }

    private List<String> tamperInside(
            Map<String, byte[]> inner, Map<String, byte[]> old, String way) throws IOException {
        List<String> names = new ArrayList<>(inner.keySet());
        String name = names.get(random.nextInt(names.size()));
        String other = names.get(random.nextInt(names.size()));
        byte[] bytes = of(inner, name);
        switch (way) {
            case "inner flip" -> inner.put(name, changed(bytes, "flip"));
            case "inner cut" -> inner.put(name, changed(bytes, "cut"));
            case "drop" -> inner.remove(name);
            case "add" -> {
                inner.put("extra" + random.nextInt(100), bytes);
                return List.of("extra");
            }
            case "swap" -> {
                inner.put(name, of(inner, other));
                inner.put(other, bytes);
                return List.of(name, other);
            }
            case "reorder" -> {
                Collections.shuffle(names, random);
                Map<String, byte[]> copy = new LinkedHashMap<>(inner);
                inner.clear();
                names.forEach(key -> inner.put(key, of(copy, key)));
                return List.of("byte ");
            }
            case "old file" -> inner.put(name, of(old, name));
            case "records" -> {
                recordsSwapped(inner);
                return List.of("archive/");
            }
            case "anew" -> {
                if (name.startsWith("datapackage")) {
                    return List.of();
                }
                inner.put(name, changed(bytes, "flip"));
                describedAnew(inner);
                return List.of("datapackage");
            }
            case "dated" -> {
                return List.of("byte ");
            }
            default -> throw new IllegalArgumentException(way);
        }
        return List.of(name);
    }

    private static byte[] of(Map<String, byte[]> contents, String name) {
        return Objects.requireNonNull(contents.get(name), name);
    }

    /// The halves of the records, each whole, change places.
    private static void recordsSwapped(Map<String, byte[]> inner) {
        byte[] warc = of(inner, "archive/captures.warc.gz");
        int middle = warc.length / 2;
        byte[] swapped = new byte[warc.length];
        System.arraycopy(warc, middle, swapped, 0, warc.length - middle);
        System.arraycopy(warc, 0, swapped, warc.length - middle, middle);
        inner.put("archive/captures.warc.gz", swapped);
    }

    /// By somebody who makes all digests anew, but cannot sign.
    private static void describedAnew(Map<String, byte[]> inner) throws IOException {
        ObjectNode description = (ObjectNode) JSON.readTree(of(inner, "datapackage.json"));
        description
                .path("resources")
                .forEach(resource -> {
                    byte[] bytes = of(inner, resource.path("path").asText());
                    ((ObjectNode) resource)
                            .put("hash", Digest.of(bytes).toString())
                            .put("bytes", bytes.length);
                });
        byte[] described = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(description);
        inner.put("datapackage.json", described);
        ObjectNode digest = (ObjectNode) JSON.readTree(of(inner, "datapackage-digest.json"));
        digest.put("hash", Digest.of(described).toString());
        ((ObjectNode) digest.path("signedEd25519")).put("hash", Digest.of(described).toString());
        inner.put(
                "datapackage-digest.json",
                JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(digest));
    }

    private static Map<String, byte[]> contents(Path file) throws IOException {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                contents.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return contents;
    }

    private static void write(Path file, Map<String, byte[]> contents, boolean isDated)
            throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> content : contents.entrySet()) {
                ZipEntry entry = new ZipEntry(content.getKey());
                CRC32 crc = new CRC32();
                crc.update(content.getValue());
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(content.getValue().length);
                entry.setCrc(crc.getValue());
                entry.setTimeLocal(LocalDateTime.of(isDated ? 2026 : 1980, 1, 1, 0, 0));
                zip.putNextEntry(entry);
                zip.write(content.getValue());
                zip.closeEntry();
            }
        }
    }

    /// A file whose events are the same, and found under the same words, was not tampered with in
    /// any way that matters: SQLite leaves bytes unused.
    @Test
    void findsWhatWasDoneToTheAccount() throws IOException, SQLException {
        Path home = Files.createDirectory(root.resolve("account"));
        Path database = home.resolve("casework.db");
        byte[] bytes = Files.readAllBytes(data.resolve("casework.db"));
        Files.write(database, bytes);
        String before = account(home);
        String events = events(database);
        assertThat(before).startsWith("0 ");
        List<String> ways = List.of("flip", "cut", "old", "change", "drop", "exchange", "insert");
        Map<String, Integer> tried = new TreeMap<>();
        List<String> missed = new ArrayList<>();
        int unused = 0;
        while (tried.values().stream().mapToInt(i -> i).sum() < MUTATIONS) {
            String way = ways.get(random.nextInt(ways.size()));
            Folders.delete(home);
            Files.createDirectory(home);
            byte[] direct = changed(bytes, way);
            Files.write(
                    database,
                    way.equals("old")
                            ? Files.readAllBytes(root.resolve("older.db"))
                            : direct.length > 0 ? direct : bytes);
            if (direct.length == 0 && !way.equals("old")) {
                inSql(database, way);
            }
            String after = account(home);
            if (after.equals(before)) {
                if (events.equals(events(database))) {
                    unused++;
                } else {
                    missed.add(way + "\n" + after);
                }
            }
            tried.merge(way, 1, Integer::sum);
        }
        System.out.println("account: " + unused + " of them changed bytes that nothing uses");
        report("account", tried, missed);
    }

    /// What an operator sees: how `audit verify` ends, and the heads that he has noted elsewhere.
    private static String account(Path home) {
        Cli.Run run = run("audit", "verify", "--data", home.toString());
        return run.code()
                + " "
                + run.lines().stream()
                        .filter(line -> line.contains("head"))
                        .collect(Collectors.joining("\n"));
    }

    private static String events(Path database) {
        StringBuilder all = new StringBuilder();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            for (String query :
                    List.of(
                            "SELECT origin FROM logs ORDER BY log",
                            "SELECT number || time || analyst || kind || body || digest || hash"
                                    + " FROM events ORDER BY log, number",
                            "SELECT subject || event FROM subjects ORDER BY subject, event")) {
                try (ResultSet rows = statement.executeQuery(query)) {
                    while (rows.next()) {
                        all.append(rows.getString(1)).append('\n');
                    }
                }
            }
        } catch (SQLException e) {
            return "unreadable";
        }
        return all.toString();
    }

    private void inSql(Path database, String way) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TRIGGER events_stay");
            statement.execute("DROP TRIGGER events_hold");
            int events;
            try (ResultSet count = statement.executeQuery("SELECT count(*) FROM events")) {
                events = count.getInt(1);
            }
            int one = 1 + random.nextInt(events);
            int other = 1 + (one + random.nextInt(events - 1)) % events;
            List<String> columns = List.of("time", "analyst", "kind", "body", "digest", "hash");
            String column = columns.get(random.nextInt(columns.size()));
            switch (way) {
                case "change" ->
                        statement.execute(
                                "UPDATE events SET %s = replace(%s, substr(%s, 3, 1), '~') WHERE event = %d"
                                        .formatted(column, column, column, one));
                case "drop" -> {
                    statement.execute("DELETE FROM subjects WHERE event = " + one);
                    statement.execute("DELETE FROM events WHERE event = " + one);
                }
                case "exchange" ->
                        statement.execute(
                                "UPDATE events SET (time, analyst, kind, body, digest) = (SELECT"
                                        + " time, analyst,"
                                        + " kind, body, digest FROM events WHERE event = %d) WHERE event = %d"
                                                .formatted(other, one));
                case "insert" ->
                        statement.execute(
                                ("INSERT INTO events (log, number, time, analyst, kind, body,"
                                                + " digest, hash) SELECT log, %d, time, analyst, kind, body,"
                                                + " digest, hash FROM events WHERE event = %d")
                                        .formatted(events + 1, one));
                default -> throw new IllegalArgumentException(way);
            }
        }
    }
}
