package lurewatch.indexer.rules;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lurewatch.indexer.learned.WordingModel;

/// Everything in `config/signals`. Immutable.
///
/// @param signals by id, in the order of their file
/// @param plainWords in lower-case Latin letters; what is none of them may be a name
/// @param wording how lures are worded, where the directory has a model of it
/// @param version digest prefix over all files: equal versions judge alike
public record Rules(
        Map<String, SignalRule> signals,
        List<Phrase> phrases,
        List<Trap> traps,
        List<CueWord> cues,
        List<ContextWord> contextWords,
        ContextWeights contextWeights,
        List<GazetteerPlace> places,
        PayTable pay,
        Set<String> plainWords,
        Optional<WordingModel> wording,
        Thresholds thresholds,
        String version) {
    public Rules {
        signals = Collections.unmodifiableMap(new LinkedHashMap<>(signals));
        phrases = List.copyOf(phrases);
        traps = List.copyOf(traps);
        cues = List.copyOf(cues);
        contextWords = List.copyOf(contextWords);
        places = List.copyOf(places);
        plainWords = Set.copyOf(plainWords);
    }

    /// Reads and checks all files of the directory; a
    /// [lurewatch.indexer.settings.SettingsException] names the first thing that is wrong.
    public static Rules read(Path signalsDir) {
        return new RulesReader(signalsDir).read();
    }

    /// The same with other weights of contexts, to be compared with these. They keep the version.
    public Rules with(ContextWeights weights) {
        return new Rules(
                signals,
                phrases,
                traps,
                cues,
                contextWords,
                weights,
                places,
                pay,
                plainWords,
                wording,
                thresholds,
                version);
    }

    /// The rule for a signal that is known to exist.
    public SignalRule signal(String id) {
        SignalRule rule = signals.get(id);
        if (rule == null) {
            throw new IllegalArgumentException("unknown signal '" + id + "'");
        }
        return rule;
    }

    /// How much there is, in words.
    public String summary() {
        return String.format(
                Locale.ROOT,
                "%d signals, %d phrases, %d places",
                signals.size(),
                phrases.size(),
                places.size());
    }
}
