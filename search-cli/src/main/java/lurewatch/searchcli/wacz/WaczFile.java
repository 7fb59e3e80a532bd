package lurewatch.searchcli.wacz;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import lurewatch.indexer.Capture;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.archive.ArchiveDamagedException;
import lurewatch.indexer.archive.ArchiveReader;
import lurewatch.indexer.archive.ArchivedRecords;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.searchcli.custody.Keys;
import lurewatch.searchcli.custody.SigningKey;
import lurewatch.searchcli.export.Cover;
import lurewatch.searchcli.export.HitList;
import lurewatch.searchcli.export.Item;
import lurewatch.searchcli.export.ItemJson;
import lurewatch.searchcli.export.PackWriter;
import lurewatch.searchcli.export.ReadBack;

/// The captures of the list's postings as a web archive (WACZ): their records as the archive has
/// them, an index, the pages by the postings' titles, and the digests of all of it, signed where
/// there is a key. Captures that also show what is kept back stay here.
///
/// The same list, made at the same time, gives the same bytes.
public final class WaczFile implements PackWriter {
    /// The name of the file in a pack.
    public static final String NAME = "captures.wacz";

    static final String PACKAGE = "datapackage.json";
    static final String PACKAGE_DIGEST = "datapackage-digest.json";
    static final String WARC = "captures.warc.gz";
    static final String WARC_PATH = "archive/" + WARC;
    static final String INDEX_PATH = "indexes/index.cdx.gz";
    static final String INDEX_BLOCKS_PATH = "indexes/index.idx";
    static final String PAGES_PATH = "pages/pages.jsonl";
    static final String SOFTWARE = "lurewatch ";

    /// The member of [#PACKAGE_DIGEST] that holds our signature.
    static final String SIGNED = "signedEd25519";

    static final JsonMapper JSON = ItemJson.mapper();

    private final Path data;

    /// A writer that takes the records from that data directory's archive and signs with its key.
    public WaczFile(Path data) {
        this.data = data;
    }

    /// Whether there is an archive to take records from.
    public static boolean isPossible(Path data) {
        return Files.isDirectory(data.resolve("archive"));
    }

    @Override
    public List<String> files() {
        return List.of(NAME);
    }

    @Override
    public void write(HitList list, Cover cover, Path folder) throws IOException {
        // Beside the payload, so that what a failure leaves goes with the pack's draft.
        Path work = Files.createTempDirectory(folder.toAbsolutePath().getParent(), "wacz");
        List<Part> parts = parts(list, cover, work);
        try (OutputStream out =
                new BufferedOutputStream(Files.newOutputStream(folder.resolve(NAME)))) {
            StoredZip.write(out, parts.stream().map(Part::entry).toList());
        }
        for (Part part : parts) {
            Files.delete(part.file());
        }
        Files.delete(work);
    }

    private List<Part> parts(HitList list, Cover cover, Path work) throws IOException {
        Path pages = work.resolve("pages");
        NavigableSet<Long> captures = new TreeSet<>();
        Optional<ObjectNode> home = writePages(list, pages, captures);
        List<IndexLine> index = new ArrayList<>();
        Path warc = work.resolve("warc");
        writeRecords(captures, cover, warc, index);
        Path lines = work.resolve("lines");
        Path blocks = work.resolve("blocks");
        IndexFile.write(index, lines, blocks);
        List<Part> parts = new ArrayList<>();
        parts.add(Part.of(WARC_PATH, warc));
        parts.add(Part.of(INDEX_PATH, lines));
        parts.add(Part.of(INDEX_BLOCKS_PATH, blocks));
        parts.add(Part.of(PAGES_PATH, pages));
        Path description = work.resolve("package");
        Files.writeString(description, description(cover, parts, home));
        Part described = Part.of(PACKAGE, description);
        Path digest = work.resolve("digest");
        Files.writeString(
                digest,
                PackageDigest.of(
                        described.measured().digest(),
                        seconds(cover.made()),
                        cover.tool(),
                        signer()));
        parts.add(described);
        parts.add(Part.of(PACKAGE_DIGEST, digest));
        return parts;
    }

    private Optional<PackageDigest.Signer> signer() throws IOException {
        Keys keys = Keys.in(data);
        Optional<SigningKey> key = keys.current();
        return key.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new PackageDigest.Signer(key.get(), keys.publicKey(key.get().name())));
    }

    /// A page for each posting and each payload that showed it, by the capture that first did.
    private static Optional<ObjectNode> writePages(
            HitList list, Path file, NavigableSet<Long> captures) throws IOException {
        List<ObjectNode> home = new ArrayList<>();
        try (BufferedWriter pages = Files.newBufferedWriter(file)) {
            pages.write(
                    "{\"format\":\"json-pages-1.0\",\"id\":\"pages\",\"title\":\"Postings\"}\n");
            list.forEach(item -> {
                Set<String> shown = new HashSet<>();
                for (Item.Seen seen : item.captures()) {
                    if (list.isWithheld(seen.capture())) {
                        continue;
                    }
                    captures.add(seen.capture());
                    if (seen.showsPosting() && shown.add(seen.payloadDigest())) {
                        ObjectNode page = page(item, seen);
                        pages.write(JSON.writeValueAsString(page));
                        pages.write('\n');
                        if (home.isEmpty()) {
                            home.add(page);
                        }
                    }
                }
            });
        }
        return home.stream().findFirst();
    }

    private static ObjectNode page(Item item, Item.Seen seen) {
        return JSON.createObjectNode()
                .put("id", item.id() + "-c" + seen.capture())
                .put("url", seen.url())
                .put("ts", seconds(seen.fetched()))
                .put("title", item.title())
                .put("posting", item.id())
                .put("shows", seen.shows());
    }

    /// As the index has it: to the second.
    static String seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private void writeRecords(
            NavigableSet<Long> captures, Cover cover, Path file, List<IndexLine> index)
            throws IOException {
        ArchiveReader archive = ArchiveReader.open(data.resolve("archive"));
        try (OutputStream warc = new BufferedOutputStream(Files.newOutputStream(file))) {
            byte[] preamble =
                    ArchivedRecords.preamble(
                            WARC,
                            cover.made(),
                            UUID.nameUUIDFromBytes(
                                    (cover.pack() + cover.made())
                                            .getBytes(StandardCharsets.UTF_8)));
            warc.write(preamble);
            long offset = preamble.length;
            for (long sequence : withOriginals(archive, captures)) {
                Capture capture = capture(archive, sequence);
                ArchivedRecords records = archive.records(capture);
                warc.write(records.bytes());
                index.add(IndexLine.of(capture, WARC, offset, records));
                offset += records.bytes().length;
            }
        } catch (ArchiveDamagedException e) {
            throw new CommandFailure(ExitCode.INTEGRITY, e.advice(), e);
        }
    }

    /// With the captures whose payloads others repeat: without them those would show nothing.
    private static NavigableSet<Long> withOriginals(
            ArchiveReader archive, NavigableSet<Long> captures) {
        NavigableSet<Long> all = new TreeSet<>(captures);
        for (long sequence : captures) {
            capture(archive, sequence).revisitOf().map(CaptureId::sequence).ifPresent(all::add);
        }
        return all;
    }

    private static Capture capture(ArchiveReader archive, long sequence) {
        return archive.capture(new CaptureId(sequence))
                .orElseThrow(() ->
                        new CommandFailure(
                                ExitCode.INTEGRITY,
                                "the archive does not hold c"
                                        + sequence
                                        + ", which facts.db names"));
    }

    private static String description(Cover cover, List<Part> parts, Optional<ObjectNode> home)
            throws IOException {
        ObjectNode description =
                JSON.createObjectNode()
                        // 1.2.0 says "wacz", which ReplayWeb.page 2.5.3 refuses to open.
                        .put("profile", "data-package")
                        .put("wacz_version", "1.1.1")
                        .put("title", cover.profile().title())
                        .put("description", said(cover))
                        .put("created", seconds(cover.made()))
                        .put("software", cover.tool());
        home.ifPresent(page ->
                description
                        .putObject("home")
                        .put("url", page.path("url").asText())
                        .put("ts", page.path("ts").asText()));
        var resources = description.putArray("resources");
        for (Part part : parts) {
            resources
                    .addObject()
                    .put("name", part.path().substring(part.path().lastIndexOf('/') + 1))
                    .put("path", part.path())
                    .put("hash", part.measured().digest().toString())
                    .put("bytes", part.measured().size());
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(description) + "\n";
    }

    private static String said(Cover cover) {
        return String.format(
                Locale.ROOT,
                "Captures of the %d postings of pack %s, %s, %s. Nothing is masked in them.",
                cover.postings(),
                cover.pack(),
                cover.marking().tlp().tag(),
                cover.marking().pap().tag());
    }

    @Override
    public List<String> remarks(HitList list) {
        int withheld = list.withheld();
        return withheld == 0
                ? List.of()
                : List.of(
                        String.format(
                                Locale.ROOT,
                                "%s is without %s what is kept back",
                                NAME,
                                withheld == 1
                                        ? "1 capture: it also shows"
                                        : withheld + " captures: they also show"));
    }

    @Override
    public void check(HitList list, Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        WaczCheck.Result result = WaczCheck.of(file, Keys.in(data));
        if (!result.problems().isEmpty()) {
            WaczCheck.Problem first = result.problems().getFirst();
            throw new IOException(
                    file.getFileName()
                            + " does not read back as written: "
                            + first.file()
                            + " "
                            + first.what());
        }
        Set<String> meant = new HashSet<>();
        list.forEach(item -> {
            for (Item.Seen seen : item.captures()) {
                if (!list.isWithheld(seen.capture())) {
                    meant.add("c" + seen.capture() + " " + seen.recordDigest());
                }
            }
        });
        Set<String> found = new HashSet<>();
        result.captures().forEach((capture, digest) -> found.add(capture + " " + digest));
        long held = meant.stream().filter(found::contains).count();
        ReadBack.compare(file, "captures", held, meant.size());
    }
}
