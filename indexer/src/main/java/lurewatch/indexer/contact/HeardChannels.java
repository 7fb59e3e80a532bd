package lurewatch.indexer.contact;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.scan.Cue;
import lurewatch.indexer.scan.Match;
import lurewatch.indexer.scan.Scripts;
import lurewatch.indexer.scan.Target;
import lurewatch.indexer.text.Sayings;

/// Names of channels in spellings that no row of the rules has, beside a name or number: told by
/// their consonants, which are the same in every script (`ዋትሳአፕ`, `वट्सऐप`, `왓쓰앱`, `воцап`).
final class HeardChannels {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 24;

    /// How far a name or number may be from the word before it, and from the one behind it.
    private static final int MAX_GAP = 5;

    private static final int MAX_GAP_BEHIND = 3;

    /// A channel by what its name sounds like.
    ///
    /// @param fewer with fewer consonants, which other words have in some scripts
    private record Sound(ContactKind kind, Pattern consonants, boolean fewer) {}

    private static final List<Sound> SOUNDS =
            List.of(
                    new Sound(ContactKind.WHATSAPP, Pattern.compile("W(?:T[SC]|S?C)P$"), false),
                    new Sound(ContactKind.WHATSAPP, Pattern.compile("WSP$"), true),
                    new Sound(ContactKind.TELEGRAM, Pattern.compile("TLKL[MN]$"), false),
                    new Sound(ContactKind.MESSENGER, Pattern.compile("M[SC]NCL$"), false),
                    new Sound(ContactKind.SIGNAL, Pattern.compile("SKNL$"), true),
                    new Sound(ContactKind.DISCORD, Pattern.compile("TSKLT$"), false));

    /// Latin names that are no other words' beginnings.
    private static final Map<String, ContactKind> WITH_ENDINGS =
            Map.of(
                    "whatsapp", ContactKind.WHATSAPP,
                    "telegram", ContactKind.TELEGRAM,
                    "viber", ContactKind.VIBER,
                    "zalo", ContactKind.ZALO,
                    "wechat", ContactKind.WECHAT,
                    "discord", ContactKind.DISCORD);

    /// What is left of Latin names without their vowels and `h`.
    private static final Map<String, ContactKind> MISSPELLED =
            Map.ofEntries(
                    Map.entry("tlgrm", ContactKind.TELEGRAM),
                    Map.entry("tlkrm", ContactKind.TELEGRAM),
                    Map.entry("nstgrm", ContactKind.INSTAGRAM),
                    Map.entry("nstkrm", ContactKind.INSTAGRAM),
                    Map.entry("wtsp", ContactKind.WHATSAPP),
                    Map.entry("msngr", ContactKind.MESSENGER),
                    Map.entry("msnkr", ContactKind.MESSENGER),
                    Map.entry("msnjr", ContactKind.MESSENGER),
                    Map.entry("dskrd", ContactKind.DISCORD),
                    Map.entry("kktlk", ContactKind.KAKAOTALK));

    /// What those begin with, however they are spelled.
    private static final String FIRST_OF_MISSPELLED = "tTwWvVmMdDkKcCqQiIeEhH";

    private static final String NO_CONSONANTS = "aeiouyhıøæœ";

    private static final int SHORTEST_MISSPELLED = 5;
    private static final int LONGEST_MISSPELLED = 12;

    /// No channel's name, nor a name with a picture in it, has as many.
    private static final int MOST_LETTERS = 32;

    /// Names that people put a picture into; those in scripts without blanks are read past it
    /// anyway.
    private static final Map<String, ContactKind> PARTED = channels("in-pieces");

    /// Letters that Arabic writes with dots, each before what it is without: `واٮس`. Those that
    /// look alike within a word are one.
    private static final Map<Character, Character> UNDOTTED = undotted();

    /// No language needs them in a channel's name.
    private static final String DOTLESS = "\u066E\u066F\u06A1\u06BA";

    /// Names as they are without dots.
    private static final Map<String, ContactKind> BARE =
            channels("dotted").entrySet().stream()
                    .collect(
                            Collectors.toMap(
                                    name -> withoutDots(name.getKey()),
                                    Map.Entry::getValue,
                                    (kind, _) -> kind));

    private static final List<String> ARABIC_PREFIXES =
            List.of("بال", "عال", "وال", "فال", "ال", "لل", "ع", "ب");

    /// Part the letters of a word, and nothing else where letters stand on both sides.
    private static final String INNER_SIGNS = "-.·•*~_/";

    private static final int LONGEST_ENDING = 6;

    private static final String ARABIC_ARTICLE = "ال";

    private final String raw;

    private HeardChannels(String raw) {
        this.raw = raw;
    }

    /// Those that none of the known cues covers, in text order.
    ///
    /// @param known in text order, none within another
    static List<Match> in(String raw, List<Match> known) {
        return new HeardChannels(raw).find(known);
    }

    private List<Match> find(List<Match> known) {
        List<Match> heard = new ArrayList<>();
        int next = 0;
        int i = 0;
        while (i < raw.length()) {
            int end = i;
            while (end < raw.length() && isOfWord(raw.charAt(end))) {
                end++;
            }
            while (next < known.size() && known.get(next).end() <= i) {
                next++;
            }
            boolean latin = end == i && Scripts.isAsciiLetter(raw.charAt(i));
            if (latin) {
                end = endOfWord(i);
            }
            boolean isKnown = next < known.size() && known.get(next).start() < end;
            int parted = isKnown || end == i ? i : afterPicture(end);
            if (parted > end) {
                int whole = wordEnd(parted);
                Optional<Match> channel = inPieces(i, end, parted, whole);
                boolean apart = next == known.size() || known.get(next).start() >= whole;
                if (channel.isPresent() && apart) {
                    heard.add(channel.get());
                    i = whole;
                    continue;
                }
            }
            int word = i;
            if (!isKnown && latin) {
                withEnding(i, end).or(() -> misspelled(word)).ifPresent(heard::add);
            } else if (end > i && !isKnown) {
                int whole = signedEnd(end);
                boolean apart = next == known.size() || known.get(next).start() >= whole;
                boolean beside = isBeside(i, whole) || isBeforeDigitWord(whole);
                Optional<Match> signed =
                        whole > end && apart
                                ? inPieces(i, whole)
                                        .or(() -> beside ? hear(word, whole) : Optional.empty())
                                : Optional.empty();
                Optional<Match> undotted = withoutDots(i, end);
                if (signed.isPresent()) {
                    heard.add(signed.get());
                    end = whole;
                } else if (undotted.isPresent()) {
                    heard.add(undotted.get());
                } else if (end - i >= SHORTEST && isBeside(i, end)) {
                    hear(i, end).ifPresent(heard::add);
                }
            }
            i = Math.max(end, i + 1);
        }
        return heard;
    }

    /// `теле🐖гу`, `Sig🎯nal`: a channel's name with a picture between its letters.
    private Optional<Match> inPieces(int start, int end, int parted, int whole) {
        return named(raw.substring(start, end) + raw.substring(parted, whole), start, whole);
    }

    /// Names of channels from the table's sayings for that, one for each channel.
    private static Map<String, ContactKind> channels(String written) {
        Map<String, ContactKind> channels = new HashMap<>();
        for (ContactKind kind : ContactKind.values()) {
            String saying = LowerCase.of(kind.name()) + "-" + written;
            if (Sayings.OF_CHANNELS.all().contains(saying)) {
                Sayings.OF_CHANNELS.words(saying).forEach(name -> channels.put(name, kind));
            }
        }
        return Map.copyOf(channels);
    }

    private static Map<Character, Character> undotted() {
        Map<Character, Character> letters = new HashMap<>();
        String[] alike = {
            "بتثنيئپٮںیىٹ",
            "جحخچ",
            "دذڈ",
            "رزژڑ",
            "سش",
            "صض",
            "طظ",
            "عغ",
            "فقڡٯڤ",
            "كکگ",
            "هةہھ",
            "اأإآ",
            "وؤ"
        };
        for (String group : alike) {
            group.chars().forEach(c -> letters.put((char) c, group.charAt(0)));
        }
        return letters;
    }

    private static String withoutDots(String word) {
        StringBuilder bare = new StringBuilder();
        word.chars().forEach(c -> bare.append(UNDOTTED.getOrDefault((char) c, (char) c)));
        return bare.toString();
    }

    /// `للٮواصل واٮس`: a channel's name in Arabic of which somebody left out dots.
    private Optional<Match> withoutDots(int start, int end) {
        boolean arabic = raw.charAt(start) >= 0x600 && raw.charAt(start) < 0x700;
        if (!arabic
                || end - start > LONGEST
                || raw.substring(start, end).chars().noneMatch(c -> DOTLESS.indexOf(c) >= 0)) {
            return Optional.empty();
        }
        String bare = withoutDots(raw.substring(start, end).replace("\u0640", ""));
        Optional<ContactKind> kind = Optional.ofNullable(BARE.get(bare));
        for (String prefix : ARABIC_PREFIXES) {
            String written = withoutDots(prefix);
            if (kind.isEmpty() && bare.startsWith(written)) {
                kind = Optional.ofNullable(BARE.get(bare.substring(written.length())));
            }
        }
        return kind.map(k -> new Match(new Target.OfCue(cueOf(k)), start, end, true));
    }

    /// `وا.تس`, `भाइ-बर`: a channel's name with signs between its letters.
    private Optional<Match> inPieces(int start, int end) {
        StringBuilder name = new StringBuilder();
        for (int i = start; i < end; i++) {
            if (isOfWord(raw.charAt(i))) {
                name.append(raw.charAt(i));
            }
        }
        return named(name.toString(), start, end);
    }

    private static Optional<Match> named(String name, int start, int end) {
        return Optional.ofNullable(PARTED.get(LowerCase.of(name)))
                .map(kind ->
                        new Match(new Target.OfCue(new Cue(Optional.of(kind))), start, end, true));
    }

    /// Where the word ends that goes on behind `end` with a sign between any two of its pieces;
    /// `end` where it does not.
    private int signedEnd(int end) {
        int i = end;
        while (i + 1 < raw.length()
                && i - end < LONGEST
                && INNER_SIGNS.indexOf(raw.charAt(i)) >= 0
                && isOfWord(raw.charAt(i + 1))) {
            i++;
            while (i < raw.length() && isOfWord(raw.charAt(i))) {
                i++;
            }
        }
        return i;
    }

    /// Past one picture and its variation; `from` where none stands.
    private int afterPicture(int from) {
        if (from >= raw.length()) {
            return from;
        }
        int picture = raw.codePointAt(from);
        if (Character.getType(picture) != Character.OTHER_SYMBOL) {
            return from;
        }
        int end = from + Character.charCount(picture);
        return end < raw.length() && raw.charAt(end) == '\uFE0F' ? end + 1 : end;
    }

    /// Where the word ends, or what is already longer than any channel's name.
    private int wordEnd(int start) {
        int end = start;
        int last = Math.min(raw.length(), start + MOST_LETTERS);
        while (end < last && Character.isLetter(raw.charAt(end))) {
            end++;
        }
        return end;
    }

    private int endOfWord(int start) {
        int end = start;
        while (end < raw.length() && Scripts.isAsciiWord(raw.charAt(end))) {
            end++;
        }
        return end;
    }

    /// A channel's whole name with an ending of the language on it, before a number or what can be
    /// nothing but a name: `Whatsappnya 0812…`, `Viberiga 90 …`.
    private Optional<Match> withEnding(int start, int end) {
        for (Map.Entry<String, ContactKind> name : WITH_ENDINGS.entrySet()) {
            int stem = name.getKey().length();
            int ending = end - start - stem;
            if (ending > 0
                    && ending <= LONGEST_ENDING
                    && raw.regionMatches(true, start, name.getKey(), 0, stem)
                    && raw.substring(start + stem, end).chars().allMatch(Character::isLowerCase)
                    && leadsToContact(end)) {
                return Optional.of(
                        new Match(
                                new Target.OfCue(new Cue(Optional.of(name.getValue()))),
                                start,
                                end,
                                false));
            }
        }
        return Optional.empty();
    }

    /// A channel's name with other vowels, with letters doubled or not, or spelled by ear, before
    /// the same: `Telgıram: name_01`, `Enstagram name_01`, `Vatsap 0812…`.
    private Optional<Match> misspelled(int start) {
        if (FIRST_OF_MISSPELLED.indexOf(raw.charAt(start)) < 0) {
            return Optional.empty();
        }
        int end = wordEnd(start);
        if (end - start < SHORTEST_MISSPELLED
                || end - start > LONGEST_MISSPELLED
                || (start > 0 && Character.isLetterOrDigit(raw.charAt(start - 1)))
                || !leadsToContact(end)) {
            return Optional.empty();
        }
        return Optional.ofNullable(MISSPELLED.get(skeleton(raw.substring(start, end))))
                .map(kind -> new Match(new Target.OfCue(cueOf(kind)), start, end, false));
    }

    private static Cue cueOf(ContactKind kind) {
        return kind.isNetwork()
                ? new Cue(Optional.empty(), false, false, Optional.of(kind))
                : new Cue(Optional.of(kind));
    }

    /// The consonants of a Latin word, each once where it stands twice, those that sound alike as
    /// one.
    private static String skeleton(String word) {
        String plain = Normalizer.normalize(LowerCase.of(word), Normalizer.Form.NFD);
        StringBuilder skeleton = new StringBuilder();
        char last = 'a';
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            c = c == 'v' ? 'w' : c == 'c' || c == 'q' ? 'k' : c;
            boolean mute = NO_CONSONANTS.indexOf(c) >= 0 || !Character.isLetter(c);
            if (!mute && c != last) {
                skeleton.append(c);
            }
            last = Character.isLetter(c) ? c : last;
        }
        return skeleton.toString();
    }

    private boolean leadsToContact(int from) {
        int i = from;
        while (i < raw.length()
                && i - from < MAX_GAP
                && " \n:：=-–—(+@".indexOf(raw.charAt(i)) >= 0) {
            i++;
        }
        for (int next = i; next < raw.length() && Scripts.isAsciiWord(raw.charAt(next)); next++) {
            if (raw.charAt(next) == '_' || Scripts.isAsciiDigit(raw.charAt(next))) {
                return true;
            }
        }
        return i > from && i < raw.length() && raw.charAt(i - 1) == '@';
    }

    /// Letters and their marks in any script but the Latin one.
    private static boolean isOfWord(char c) {
        if (c < 0x370) {
            return false;
        }
        int type = Character.getType(c);
        return Character.isLetter(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.FORMAT;
    }

    /// Whether what may be a name or number begins right behind the word or ends right before it.
    private boolean isBeside(int start, int end) {
        int next = end;
        while (next < raw.length() && next - end < MAX_GAP && isBetween(raw.charAt(next))) {
            next++;
        }
        if (next > end && next < raw.length() && mayBegin(raw.codePointAt(next))) {
            return true;
        }
        int before = start;
        while (before > 0 && start - before < MAX_GAP_BEHIND && isBetween(raw.charAt(before - 1))) {
            before--;
        }
        return before > 0 && before < start && Character.isDigit(raw.charAt(before - 1));
    }

    /// Whether a number in words begins right behind.
    private boolean isBeforeDigitWord(int end) {
        int next = end;
        while (next < raw.length() && next - end < MAX_GAP && isBetween(raw.charAt(next))) {
            next++;
        }
        return next > end && next < raw.length() && NumberWords.endAt(raw, next) > next;
    }

    private static boolean isBetween(char c) {
        return " :：-–—→=()（）[]፡.@".indexOf(c) >= 0;
    }

    private static boolean mayBegin(int c) {
        return Character.isDigit(c)
                || c == '+'
                || (c < 0x80 ? Scripts.isAsciiWord((char) c) : isLatinInDisguise(c));
    }

    /// `⓪`, `⁰`, `⒮`, `🅂`, `𝘀`: digits and Latin letters in rings, brackets, squares or other
    /// forms.
    private static boolean isLatinInDisguise(int c) {
        boolean other =
                c < 0xC0
                        || (c >= 0x2070 && c < 0x20A0)
                        || (c >= 0x2460 && c < 0x2500)
                        || (c >= 0xFF00 && c < 0xFF5F)
                        || (c >= 0x1D400 && c < 0x1D800)
                        || (c >= 0x1F100 && c < 0x1F200);
        if (!other) {
            return false;
        }
        int type = Character.getType(c);
        return type == Character.OTHER_NUMBER
                || type == Character.OTHER_SYMBOL
                || Character.isLetter(c);
    }

    /// In scripts without blanks the end of what stands between signs, in others all of it.
    private Optional<Match> hear(int start, int end) {
        boolean squashed = Scripts.isWithoutSpaces(raw.charAt(end - 1));
        int first = squashed ? Math.max(start, end - LONGEST) : start;
        if (end - first > LONGEST) {
            return Optional.empty();
        }
        boolean arabic = raw.charAt(start) >= 0x590 && raw.charAt(start) < 0x780;
        if (raw.startsWith(ARABIC_ARTICLE, start)) {
            first += ARABIC_ARTICLE.length();
        }
        StringBuilder consonants = new StringBuilder();
        List<Integer> places = new ArrayList<>();
        for (int i = first; i < end; i++) {
            for (char sound : Consonants.of(raw.charAt(i)).toCharArray()) {
                int last = consonants.length() - 1;
                if (last < 0 || consonants.charAt(last) != sound) {
                    consonants.append(sound);
                    places.add(i);
                }
            }
        }
        for (Sound sound : SOUNDS) {
            Matcher matcher = sound.consonants().matcher(consonants);
            if (!(sound.fewer() && (squashed || arabic))
                    && matcher.find()
                    && (squashed || matcher.start() == 0)) {
                int from = squashed ? places.get(matcher.start()) : start;
                Cue cue = new Cue(Optional.of(sound.kind()));
                return Optional.of(new Match(new Target.OfCue(cue), from, end, false));
            }
        }
        return Optional.empty();
    }
}
