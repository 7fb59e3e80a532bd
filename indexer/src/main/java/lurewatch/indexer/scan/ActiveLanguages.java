package lurewatch.indexer.scan;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import lurewatch.indexer.text.Languages;

/// Which languages' words may be looked for in a text: those it is written in, their close kin, and
/// English, which is everywhere; and in a part of it, those that the part is written in besides.
///
/// @param all in the order of their names: likelihoods are added up in it, and another order would
///   give another last digit
public record ActiveLanguages(Optional<String> main, Set<String> all, PassageLanguages passages) {
    /// Kana and Chinese characters stand from here on.
    private static final char FIRST_KANA = '\u3041';

    private static final char FIRST_ARABIC = '\u0600';
    private static final char LAST_ARABIC = '\u06FF';
    private static final char FIRST_DEVANAGARI = '\u0900';
    private static final char LAST_DEVANAGARI = '\u097F';

    private static final List<Set<String>> KIN =
            List.of(
                    Set.of("zh-Hans", "zh-Hant"),
                    Set.of("id", "ms"),
                    Set.of("hi", "ne", "mr"),
                    Set.of("tl", "ceb"),
                    Set.of("ur", "ar", "fa"),
                    Set.of("pt", "pt-BR"),
                    Set.of("ru", "uk", "kk", "ky", "mn"));

    /// Languages without phrases of their own, and whose phrases are looked for in their texts.
    private static final Map<String, String> READ_AS =
            Map.of("jv", "id", "su", "id", "xh", "zu", "tk", "tr", "af", "nl", "gl", "pt-BR");

    public ActiveLanguages {
        all = Collections.unmodifiableSet(new LinkedHashSet<>(new TreeSet<>(all)));
    }

    /// Of a text whose language may have been told by its page.
    public static ActiveLanguages of(String text, Optional<String> told) {
        List<String> found = Languages.in(text);
        Set<String> all = new HashSet<>(found);
        told.ifPresent(all::add);
        all.add("en");
        all.add("und");
        addKin(text, all);
        return new ActiveLanguages(
                found.stream().findFirst().or(() -> told), all, new PassageLanguages(text));
    }

    /// The languages of a part of a text, and their close kin.
    static Set<String> withKin(String part) {
        Set<String> all = new HashSet<>(Languages.in(part));
        addKin(part, all);
        return all;
    }

    private static void addKin(String text, Set<String> all) {
        READ_AS.forEach((language, other) -> {
            if (all.contains(language)) {
                all.add(other);
            }
        });
        for (Set<String> kin : KIN) {
            if (!Collections.disjoint(kin, all)) {
                all.addAll(kin);
            }
        }
        if (isRomanised(text, all)) {
            all.add("hi");
            all.add("ur");
        }
        addHanLanguages(text, all);
    }

    /// In Latin letters Hindi and Urdu are the same words.
    private static boolean isRomanised(String text, Set<String> all) {
        return (all.contains("hi") || all.contains("ur"))
                && text.chars()
                        .noneMatch(c ->
                                (c >= FIRST_DEVANAGARI && c <= LAST_DEVANAGARI)
                                        || (c >= FIRST_ARABIC && c <= LAST_ARABIC));
    }

    /// Japanese with its few kanji is no Chinese text, and Chinese without kana no Japanese one.
    private static void addHanLanguages(String text, Set<String> all) {
        int kana = 0;
        int han = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= FIRST_KANA) {
                kana += Scripts.isKana(c) ? 1 : 0;
                han += Scripts.isHan(c) ? 1 : 0;
            }
        }
        if (han == 0) {
            return;
        }
        if (kana * 4 < han) {
            all.add("zh-Hans");
            all.add("zh-Hant");
        }
        if (kana > 0) {
            all.add("ja");
        }
    }

    public boolean allows(String language) {
        return all.contains(language);
    }

    /// Whether what stands at the offset may be in the language, whatever else the text holds.
    boolean allowsAt(String language, int at) {
        return all.contains(language) || passages.mayBe(language, at);
    }

    /// The languages that say what is meant at the offset: that of the sentence, or of those around
    /// it, or of the text.
    public Set<String> near(int at) {
        Set<String> near = passages.near(at);
        return near.isEmpty() ? main.map(Set::of).orElse(Set.of()) : near;
    }

    /// Whether words without blanks around them may be looked for.
    boolean allowsSquashed() {
        return all.stream().anyMatch(Scripts::isSquashed);
    }
}
