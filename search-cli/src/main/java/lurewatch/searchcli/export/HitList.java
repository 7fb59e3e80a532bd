package lurewatch.searchcli.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lurewatch.indexer.Digest;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Writing;
import lurewatch.indexer.store.CurrentPosting;
import lurewatch.indexer.store.FactsReader;
import lurewatch.indexer.store.StoredPosting;
import lurewatch.searchcli.campaigns.Campaigns;

/// What is handed on: decided, marked and redacted once, in one state of the facts, before any
/// writer starts. Every writer gets exactly this and nothing else.
///
/// The items lie in a file of JSON Lines and are walked over one at a time, so that a list of a
/// million needs no memory for them; their ids, in order, are in memory.
public final class HitList {
    private static final JsonMapper JSON = ItemJson.mapper();

    /// Takes an item.
    @FunctionalInterface
    public interface Action {
        void take(Item item) throws IOException;
    }

    private final Optional<Path> file;
    private final Digest digest;
    private final Redactor redactor;
    private final List<String> ids;
    private final Map<Dropped, List<String>> dropped;
    private final int redacted;
    private final Set<Long> withheld;
    private final int withoutUrl;
    private final int witnessed;
    private final int unsuspected;
    private final int cutCells;

    private HitList(
            Optional<Path> file,
            Digest digest,
            Redactor redactor,
            List<String> ids,
            Map<Dropped, List<String>> dropped,
            int redacted,
            Set<Long> withheld,
            int withoutUrl,
            int witnessed,
            int unsuspected,
            int cutCells) {
        this.file = file;
        this.digest = digest;
        this.redactor = redactor;
        this.ids = List.copyOf(ids);
        this.dropped = dropped;
        this.redacted = redacted;
        this.withheld = Set.copyOf(withheld);
        this.withoutUrl = withoutUrl;
        this.witnessed = witnessed;
        this.unsuspected = unsuspected;
        this.cutCells = cutCells;
    }

    /// Whether the captures themselves go along.
    public enum Captures {
        /// They are named, with their digests.
        CITED,
        /// Their bytes are handed on too, so it matters what else they show.
        ENCLOSED
    }

    /// Draws the list of these postings, in this order, into that file. Without one the list is
    /// only looked at: it has ids and counts, and no items to walk over.
    ///
    /// @param campaigns of the same facts
    public static HitList draw(
            List<String> found,
            Selection selection,
            Captures captures,
            Campaigns campaigns,
            FactsReader facts,
            Optional<Path> file) {
        return facts.inOneState(() -> {
            try {
                return file.isPresent()
                        ? Writing.to(
                                file.get(),
                                () -> drawn(found, selection, captures, campaigns, facts, file))
                        : drawn(found, selection, captures, campaigns, facts, file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static HitList drawn(
            List<String> found,
            Selection selection,
            Captures captures,
            Campaigns campaigns,
            FactsReader facts,
            Optional<Path> file)
            throws IOException {
        Redactor redactor = new Redactor(selection.redaction());
        CampaignNumbers numbers = new CampaignNumbers(campaigns);
        List<String> ids = new ArrayList<>();
        Map<Dropped, List<String>> dropped = new EnumMap<>(Dropped.class);
        int unsuspected = 0;
        for (String id : found) {
            CurrentPosting posting = current(facts, id);
            Optional<Dropped> reason = selection.reasonToDrop(posting);
            if (reason.isPresent()) {
                dropped.computeIfAbsent(reason.get(), _ -> new ArrayList<>()).add(id);
            } else {
                redactor.learn(posting.current());
                numbers.add(posting.id());
                ids.add(id);
                unsuspected += selection.isUnsuspected(posting) ? 1 : 0;
            }
        }
        ItemMaker maker = selection.maker();
        Neighbours neighbours = new Neighbours(selection, facts, ids);
        Set<Long> withheld = new HashSet<>();
        int redacted = 0;
        int withoutUrl = 0;
        int witnessed = 0;
        int cutCells = 0;
        MessageDigest sha256 = Digest.sha256();
        OutputStream kept =
                file.isPresent()
                        ? Files.newOutputStream(file.get())
                        : OutputStream.nullOutputStream();
        try (Writer lines =
                new BufferedWriter(
                        new OutputStreamWriter(
                                new DigestOutputStream(kept, sha256), StandardCharsets.UTF_8))) {
            for (String id : ids) {
                StoredPosting posting = posting(facts, id);
                Item item = redactor.redacted(maker.of(posting, numbers.of(posting.current())));
                redacted += item.redacted();
                withoutUrl += item.hasUrl() ? 0 : 1;
                witnessed += item.witnesses().isEmpty() ? 0 : 1;
                cutCells += XlsxFile.cutCells(item);
                if (captures == Captures.ENCLOSED) {
                    item.captures().stream()
                            .map(Item.Seen::capture)
                            .filter(neighbours::isAmongKeptBack)
                            .forEach(withheld::add);
                }
                lines.write(JSON.writeValueAsString(item));
                lines.write('\n');
            }
        }
        return new HitList(
                file,
                new Digest(HexFormat.of().formatHex(sha256.digest())),
                redactor,
                ids,
                dropped,
                redacted,
                withheld,
                withoutUrl,
                witnessed,
                unsuspected,
                cutCells);
    }

    /// Puts a translation beside each text that is in another language than the recipient's; the
    /// translator gets what leaves and no more.
    public void translate(Translator translator) throws IOException {
        Path items = items();
        Path translated = items.resolveSibling("translated.jsonl");
        try {
            translator.translate(this, redactor, translated);
            Files.move(translated, items, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(translated);
        }
    }

    private Path items() {
        return file.orElseThrow(
                () -> new IllegalStateException("a list that is only looked at has no items"));
    }

    static CurrentPosting current(FactsReader facts, String id) {
        return facts.current(new PostingId(id)).orElseThrow(() -> unknown(id));
    }

    private static StoredPosting posting(FactsReader facts, String id) {
        return facts.posting(new PostingId(id)).orElseThrow(() -> unknown(id));
    }

    private static CommandFailure unknown(String id) {
        return new CommandFailure(
                ExitCode.NOT_USABLE,
                "there is no posting '"
                        + id
                        + "' in facts.db; where a search found it, run 'lurewatch replay'");
    }

    /// Of all that the items say, translations aside.
    public Digest digest() {
        return digest;
    }

    /// The ids, in order.
    public List<String> ids() {
        return ids;
    }

    /// Words about the list, without what is masked in it.
    public String masked(String words) {
        return redactor.masked(words);
    }

    /// What was found and does not go along.
    public Map<Dropped, List<String>> dropped() {
        return dropped;
    }

    /// How many places are masked.
    public int redacted() {
        return redacted;
    }

    /// Whether a capture also shows a posting that may not go along. Known only of a list whose
    /// captures are enclosed.
    public boolean isWithheld(long capture) {
        return withheld.contains(capture);
    }

    /// How many postings have no address on the web, or one of which something is masked.
    public int withoutUrl() {
        return withoutUrl;
    }

    /// How many postings another desk has captured too.
    public int witnessed() {
        return witnessed;
    }

    /// How many postings of a list of suspects are classed low and labelled lure by nobody.
    public int unsuspected() {
        return unsuspected;
    }

    /// How many captures are withheld.
    public int withheld() {
        return withheld.size();
    }

    /// Whether postings were found and every one of them is kept back for what kind of text it is.
    public boolean isAllProtected() {
        return ids.isEmpty()
                && !dropped.isEmpty()
                && EnumSet.of(Dropped.CONTEXT, Dropped.LABELLED).containsAll(dropped.keySet());
    }

    /// How many cells of its table are too long for a workbook, translations aside.
    int cutCells() {
        return cutCells;
    }

    /// Walks over the items, in order.
    public void forEach(Action action) throws IOException {
        Path items = items();
        try (BufferedReader lines = Files.newBufferedReader(items)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                action.take(JSON.readValue(line, Item.class));
            }
        } catch (JsonProcessingException e) {
            throw new IOException(items + " does not read back as written", e);
        }
    }
}
