package lurewatch.indexer.rules;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.Digest;
import lurewatch.indexer.learned.WordingModel;
import lurewatch.indexer.settings.SettingsException;
import lurewatch.indexer.settings.SettingsPlace;
import lurewatch.indexer.settings.StrictYaml;

/// Reads one directory of rules.
final class RulesReader {
    private static final Pattern COUNTRY = Pattern.compile("(?:in|of):[A-Z]{2}");

    private static final Pattern PLAIN_WORD = Pattern.compile("[a-z]+");

    private static final int VERSION_DIGITS = 12;

    private static final List<String> FILES =
            List.of(
                    "signals.yaml",
                    "pay.yaml",
                    "places.tsv",
                    "traps.tsv",
                    "cues.tsv",
                    "context-words.tsv",
                    "context-weights.tsv",
                    "plain-words.tsv");

    /// What was read last, while memory lasts: the second command of a shell reads the same files.
    private static volatile SoftReference<Kept> kept = new SoftReference<>(null);

    private record Kept(String digest, Rules rules) {}

    private final Path directory;

    RulesReader(Path directory) {
        this.directory = directory;
    }

    Rules read() {
        String digest = digest();
        Kept last = kept.get();
        if (last != null && last.digest().equals(digest)) {
            return last.rules();
        }
        Rules rules = parsed(digest.substring(0, VERSION_DIGITS));
        // Files that changed meanwhile are read again the next time.
        if (digest().equals(digest)) {
            kept = new SoftReference<>(new Kept(digest, rules));
        }
        return rules;
    }

    /// Of the names and bytes of all files.
    private String digest() {
        MessageDigest digest = Digest.sha256();
        for (String name : FILES) {
            add(digest, name);
        }
        add(digest, WordingModel.FILE);
        if (Files.isDirectory(directory.resolve("lexicon"))) {
            for (Path file : lexiconFiles()) {
                add(digest, "lexicon/" + file.getFileName());
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private void add(MessageDigest digest, String name) {
        Path file = directory.resolve(name);
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        if (Files.exists(file)) { // what lacks is said when all before it was read
            digest.update(TsvFile.bytes(file));
        }
    }

    private Path file(String name) {
        Path file = directory.resolve(name);
        if (!Files.exists(file)) {
            throw new SettingsException(
                    "no such file: "
                            + file
                            + "; this version reads one: copy it from the config/ beside the program");
        }
        return file;
    }

    private Rules parsed(String version) {
        SignalsFile file = StrictYaml.read(file("signals.yaml"), SignalsFile.class);
        Map<String, SignalRule> signals = new LinkedHashMap<>();
        file.signals().forEach(rule -> signals.put(rule.id(), rule));
        PayTable pay = pay(file("pay.yaml"), signals.keySet());
        List<GazetteerPlace> places = new PlacesReader().read(file("places.tsv"));
        List<Trap> traps = traps(file("traps.tsv"));
        List<CueWord> cues = cues(file("cues.tsv"));
        List<ContextWord> contextWords = contextWords(file("context-words.tsv"));
        ContextWeights contextWeights =
                ContextWeights.read(file("context-weights.tsv"), signals.keySet(), contextWords);
        Set<String> plainWords = plainWords(file("plain-words.tsv"));
        Optional<WordingModel> wording = wording(directory.resolve(WordingModel.FILE));
        List<Phrase> phrases = new ArrayList<>();
        LexiconReader lexicon = new LexiconReader(signals.keySet());
        for (Path path : lexiconFiles()) {
            phrases.addAll(lexicon.read(path));
        }
        return new Rules(
                signals,
                phrases,
                traps,
                cues,
                contextWords,
                contextWeights,
                places,
                pay,
                plainWords,
                wording,
                file.thresholds(),
                version);
    }

    private static PayTable pay(Path file, Set<String> signals) {
        PayTable pay = StrictYaml.read(file, PayTable.class);
        pay.roles()
                .forEach((role, ids) -> {
                    for (int i = 0; i < ids.size(); i++) {
                        if (!signals.contains(ids.get(i))) {
                            throw SettingsPlace.fault(
                                    file,
                                    "/roles/" + role + "/" + i,
                                    "unknown signal '"
                                            + ids.get(i)
                                            + "'; allowed are the ids of signals.yaml");
                        }
                    }
                });
        return pay;
    }

    private static Optional<WordingModel> wording(Path file) {
        List<String> kinds = Arrays.stream(TextKind.values()).map(TextKind::label).toList();
        Optional<WordingModel> model = WordingModel.read(file);
        if (model.filter(m -> !m.kinds().equals(kinds)).isPresent()) {
            throw new SettingsException(
                    file
                            + ": tells other kinds of text than "
                            + TextKind.allowed()
                            + "; restore the shipped model or make it anew with 'lurewatch train'");
        }
        return model;
    }

    private static List<Trap> traps(Path file) {
        return TsvFile.read(file, List.of("language", "text")).stream()
                .map(row -> new Trap(row.field(0), row.field(1)))
                .toList();
    }

    private static List<CueWord> cues(Path file) {
        List<CueWord> cues = new ArrayList<>();
        for (TsvFile.Row row : TsvFile.read(file, List.of("channel", "language", "words"))) {
            String channel = row.field(0);
            boolean calls = channel.equals("calls");
            Optional<ContactKind> kind =
                    calls ? Optional.of(ContactKind.PHONE) : ContactKind.labelled(channel);
            Optional<CueWord.Plan> plan =
                    COUNTRY.matcher(channel).matches()
                            ? Optional.of(
                                    new CueWord.Plan(
                                            channel.substring("in:".length()),
                                            channel.startsWith("of:")))
                            : Optional.empty();
            boolean counted = channel.equals("counted");
            if (kind.isEmpty() && plan.isEmpty() && !counted && !channel.equals("other")) {
                throw row.error(
                        0,
                        "unknown channel '"
                                + channel
                                + "'; allowed are other, calls, counted, the contact kinds and in: or of: with a"
                                + " country's two letters, as in:ES");
            }
            for (String word : row.field(2).split("\\|", -1)) {
                cues.add(new CueWord(kind, plan, calls, counted, row.field(1), word));
            }
        }
        return cues;
    }

    private static List<ContextWord> contextWords(Path file) {
        List<ContextWord> words = new ArrayList<>();
        for (TsvFile.Row row : TsvFile.read(file, List.of("group", "language", "words"))) {
            for (String word : row.field(2).split("\\|", -1)) {
                if (word.isBlank()) {
                    throw row.error(2, "an empty word");
                }
                words.add(new ContextWord(row.field(0), row.field(1), word));
            }
        }
        return words;
    }

    private static Set<String> plainWords(Path file) {
        Set<String> words = new HashSet<>();
        for (TsvFile.Row row : TsvFile.read(file, List.of("source", "words"))) {
            for (String word : row.field(1).split("\\|", -1)) {
                if (!PLAIN_WORD.matcher(word).matches()) {
                    throw row.error(1, "'" + word + "' is no word in the letters a to z");
                }
                words.add(word);
            }
        }
        return words;
    }

    private List<Path> lexiconFiles() {
        try (Stream<Path> files = Files.list(directory.resolve("lexicon"))) {
            return files.filter(f -> f.toString().endsWith(".tsv")).sorted().toList();
        } catch (IOException e) {
            throw new SettingsException(
                    "cannot read " + directory.resolve("lexicon") + ": " + e.getMessage(), e);
        }
    }
}
