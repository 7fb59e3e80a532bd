package lurewatch.indexer.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lurewatch.indexer.ContactKind;

/// The words in a text that name a channel, found by where they stand.
final class Cues {
    /// How far a name or number may be from its cue: longer gaps lead into other sentences.
    static final int MAX_GAP = 28;

    /// A cue after its number stands right behind it: `0912 345 678 (Zalo)`.
    private static final int MAX_GAP_AFTER = 5;

    /// How many cues may be named together, as in `Call/WhatsApp/Viber`.
    private static final int MAX_TOGETHER = 4;

    private static final int MAX_JOINT = 8;
    private static final int MAX_LED_OVER = 14;

    /// May stand between a number and the channel where it answers: `… 345 (only WhatsApp)`, `… 345
    /// same number on WhatsApp`, `… 345 (có Zalo)`.
    private static final Set<String> BEHIND_NUMBER =
            HandleWords.words(
                    """
                    only just on via same number also and or available use my with is this the no
                    na chỉ có cũng là số này dùng luôn cùng qua và hanya nomor ini juga ada bisa aktif dan
                    sirf sadece só solo sólo apenas seulement por también mismo número e é o mesmo tem
                    même numéro aussi только тот же номер есть также и เฉพาะ มี เบอร์ เดียวกัน 只 仅 僅 同
                    anche även också też także auch ook тоже також ham hem rin din pati sia pure və әм да
                    केवल सिर्फ यही नंबर aynı numara at din po ang 加 加我 我 也 是
                    he she has have i i'm that one too reach me text there it works for active call calls
                    nhắn gọi nghe máy kết bạn tin ko không nt add pe par pr mein me hai wala wali bhi sirf pakai guna
                    dekat kat je lang naka ay yung meron ni ya yangu tu pekee pia ina iko ma cha maa matra
                    पर में है वाला भी मा छ मात्र पे پر میں ہے والا بھی صرف هم فقط دارم دارد روی در على عليه عليها فيه
                    তে এ আছে শুধু একই নম্বরে এই நம்பரில் உள்ளது மட்டும் මේ අංකයේ තියෙනවා
                    в у на з це той самий є лише var vardır da ve bor ham shu raqamda бар осы нөмірде w jest też ten sam
                    mit über per auf auch nur ist sur avec c'est aussi seul seulement en tiene con es solamente tem com
                    no pelo apenas su con anche ook op via alleen ที่ ใช้ ใช้ได้ ทาง ได้ อย่างเดียว ရှိ လည်း ပဲ မှာ មាន តែ
                    x wave momo bkash gcash imo ມີ ແມ່ນ ເທົ່ານັ້ນ ነው ብቻ 이 번호로 번호 이번호로 이번호 여기로 で この番号 用 在 有 可加 可 也可 都可以 上 請用 请用
                    """);

    /// Those of them that say that a number is for two channels.
    private static final Set<String> SAME =
            HandleWords.words("same mismo mesmo même тот aynı 同 เดียวกัน ini này यही");

    private static final int MAX_BEHIND_NUMBER = 30;

    /// How far behind its channel a name that `@` marks may stand.
    private static final int MAX_BEFORE_MARK = 14;

    private static final int REACH_IN_SENTENCE = 60;

    private static final String TENGE = "тг";

    /// Fewer digits are an amount.
    private static final int SHORTEST_NUMBER = 8;

    /// How far behind its name a number that nobody calls stands.
    private static final int MAX_COUNTED = 14;

    /// Stand between a channel and the name there without blanks: `微信搜name_01`.
    private static final String LEADING = "搜索号號加是添은는は";

    /// Between two channels these say that the second is another matter.
    private static final Set<String> NEITHER =
            HandleWords.words("nor neither ولا ni ни нито ani nici noch maupun cũng");

    private static final Pattern NUMBER_AHEAD =
            Pattern.compile("[ :.]{0,3}(?:me ?/|namba |nambari |no\\.? )?[+\\d]");

    /// `… 345 (no WhatsApp)`, `… 345, không Zalo`
    private static final Pattern NOT_THERE =
            Pattern.compile(
                    "\\s?[(（,;，]\\s?no\\s|(?:\\s?[(（,;，]\\s?|.*\\s)(?:not|not on|không|ko|k có|không có|ko có|tanpa|bukan|tidak ada|gak ada|tak ada|без|нет|не|немає|sin|no hay|no tiene|sem|não|pas|pas de|sans|kein|ohne|senza|geen|yok|wala|walang|nahi|नहीं|نہیں|لا|بدون|ليس|没有|无|沒有|無|不|ไม่มี|ไม่ใช่|si|hakuna)\\s?",
                    Pattern.DOTALL);

    /// `… 345, ватсапа нет`
    private static final Pattern NOT_HERE =
            Pattern.compile(
                    "(?:[аa]|[''’]?(?:ım|im|um)|m|은|는|이|도)?\\s?(?:нет(?!\\p{L})|нету|немає|нема(?!\\p{L})|yok(?!\\p{L})|yo['‘’]q|жоқ|없|안\\s?(?:해|합|씀|써)|(?:पर |भी )?नहीं|छैन|নেই|نہیں|ندار|غير متوفر|ไม่มี|không có|ko có|(?:gak|nggak|tidak|tak|tiada) ada|没有|沒有|なし|ありません|மில்லை|இல்லை|නැ|မရှိ|គ្មាន|ບໍ່ມີ|የለ)");

    /// `… 345 (KKTC), wp var`
    private static final Pattern REMARK =
            Pattern.compile("^\\s?[(（][\\p{L}\\p{M} .]{2,14}[)）](?=[ ,;/])");

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}]+");
    private static final Set<String> JOINTS =
            Set.of(
                    "or",
                    "and",
                    "&",
                    "+",
                    "hoặc",
                    "và",
                    "atau",
                    "dan",
                    "或",
                    "和",
                    "与",
                    "與",
                    "跟",
                    "及",
                    "및",
                    "또는",
                    "이나",
                    "や",
                    "と",
                    "または",
                    "หรือ",
                    "และ",
                    "o",
                    "e",
                    "ou",
                    "y",
                    "et",
                    "или",
                    "и",
                    "veya",
                    "ve",
                    "أو",
                    "و",
                    "یا",
                    "या",
                    "বা",
                    "au",
                    "na",
                    "ወይም",
                    "ឬ",
                    "ຫຼື",
                    "သို့မဟုတ်");

    /// Join the names of two channels, and are too many other things to join anything else.
    private static final Set<String> JOINTS_OF_CHANNELS =
            HandleWords.words(
                    """
                    at oder und lub albo i sau si și en of plus also maupun sama i̇le ile
                    이랑 랑 하고 와 과 나 或者 或是 还有 還有 以及 都有 とか か กับ або та va yoki және немесе ба эсвэл болон
                    और aur ya ও এবং অথবা र वा اور සහ හෝ அல்லது மற்றும் లేదా మరియు ಅಥವಾ ಮತ್ತು അല്ലെങ്കിൽ അഥവാ
                    અથવા અને እና နှင့် နဲ့ និង ແລະ も 也 도 còn ho yaki
                    """);

    private final String raw;
    private final List<Match> byStart;
    private final List<Match> byEnd;

    /// The names of numbers that nobody calls, by where they end.
    private final List<Match> counted;

    /// By where they begin, the names and numbers of lists in the order of their channels.
    private final Map<Integer, Match> inOrder;

    Cues(Reading reading) {
        this(
                reading.raw(),
                withHeard(
                        reading.raw(),
                        reading.languages().main().filter("sw"::equals).isPresent()
                                ? withoutParticles(reading.raw(), reading.cues())
                                : reading.cues()));
    }

    /// `2550 тг`: behind an amount these letters are Kazakhstan's money and not Telegram.
    private static boolean isMoney(String raw, Match cue) {
        if (cue.length() != TENGE.length() || !raw.startsWith(TENGE, cue.start())) {
            return false;
        }
        int i = cue.start();
        int digits = 0;
        while (i > 0
                && (" \u00A0.-".indexOf(raw.charAt(i - 1)) >= 0
                        || Character.isDigit(raw.charAt(i - 1)))) {
            i--;
            digits += Character.isDigit(raw.charAt(i)) ? 1 : 0;
        }
        boolean goesOn = i > 0 && (raw.charAt(i - 1) == ')' || raw.charAt(i - 1) == '_');
        return digits > 1 && digits < SHORTEST_NUMBER && !goesOn;
    }

    private static List<Match> withHeard(String raw, List<Match> cues) {
        List<Match> heard = HeardChannels.in(raw, Matches.longest(cues));
        return heard.isEmpty()
                ? cues
                : Stream.concat(cues.stream(), heard.stream())
                        .sorted(Matches.IN_TEXT_ORDER)
                        .toList();
    }

    /// In Swahili `wa` is a particle wherever no number follows it.
    private static List<Match> withoutParticles(String raw, List<Match> cues) {
        return cues.stream()
                .filter(cue ->
                        !raw.substring(cue.start(), cue.end()).equals("wa")
                                || NUMBER_AHEAD
                                        .matcher(raw)
                                        .region(cue.end(), raw.length())
                                        .lookingAt())
                .toList();
    }

    private Cues(String raw, List<Match> cues) {
        this.raw = raw;
        List<Match> longest =
                Matches.longest(cues).stream().filter(cue -> !isMoney(raw, cue)).toList();
        this.byStart = longest.stream().filter(cue -> !of(cue).counted()).toList();
        this.counted = longest.stream().filter(cue -> of(cue).counted()).toList();
        this.byEnd = byStart.stream().sorted(Comparator.comparingInt(Match::end)).toList();
        this.inOrder = new ListsInOrder(raw, this).items();
    }

    /// Of a text that nobody looked for channels in.
    static Cues none() {
        return new Cues("", List.of());
    }

    static Cue of(Match match) {
        return ((Target.OfCue) match.target()).cue();
    }

    List<Match> inTextOrder() {
        return byStart;
    }

    /// Whether the number that begins at the raw offset is none to call: right behind `Passport
    /// no.`, and no word for a telephone or channel nearer.
    boolean isCounted(int rawStart) {
        int last = countEndingBy(counted, rawStart) - 1;
        if (last < 0 || rawStart - counted.get(last).end() > MAX_COUNTED) {
            return false;
        }
        int end = counted.get(last).end();
        return raw.substring(end, rawStart)
                        .chars()
                        .noneMatch(c -> c == '\n' || Character.isDigit(c))
                && before(rawStart).filter(cue -> cue.start() >= end).isEmpty();
    }

    /// Whether a telephone or messenger is named in the sentence of what stands between the
    /// offsets.
    boolean isNamedInSentence(int rawStart, int rawEnd) {
        for (int i = countStartingBefore(Math.max(0, rawStart - REACH_IN_SENTENCE));
                i < byStart.size() && byStart.get(i).start() < rawEnd + REACH_IN_SENTENCE;
                i++) {
            Match cue = byStart.get(i);
            boolean named = isMessenger(cue) || of(cue).isFor(ContactKind.PHONE);
            if (named && !endsSentence(cue.end(), rawStart) && !endsSentence(rawEnd, cue.start())) {
                return true;
            }
        }
        return false;
    }

    private boolean endsSentence(int from, int to) {
        for (int i = from; i < to; i++) {
            char c = raw.charAt(i);
            if ("\n。!?！？।။።".indexOf(c) >= 0
                    || (c == '.' && i + 1 < to && raw.charAt(i + 1) == ' ')) {
                return true;
            }
        }
        return false;
    }

    /// The last cue shortly before the raw offset.
    Optional<Match> before(int rawAt) {
        int last = countEndingBy(byEnd, rawAt) - 1;
        return last < 0 || rawAt - byEnd.get(last).end() > MAX_GAP
                ? Optional.empty()
                : Optional.of(byEnd.get(last));
    }

    /// The last cue shortly before the raw offset and those named together with it, nearest first.
    List<Match> allBefore(int rawAt) {
        List<Match> together = new ArrayList<>();
        before(rawAt).ifPresent(together::add);
        for (int i = countEndingBy(byEnd, rawAt) - 2;
                !together.isEmpty() && i >= 0 && together.size() < MAX_TOGETHER;
                i--) {
            if (!areJoined(byEnd.get(i).end(), together.getLast().start())) {
                break;
            }
            together.add(byEnd.get(i));
        }
        return withChannelBefore(together);
    }

    /// By where they begin in the raw text, the names and numbers of lists that follow their
    /// channels in the same order, with the channel of each.
    Map<Integer, Match> inOrder() {
        return inOrder;
    }

    /// The cues that name a number's channels: in brackets behind it, before it, behind it.
    List<Match> beside(int rawStart, int rawEnd, ContactList contacts) {
        Match own = inOrder.get(rawStart);
        if (own != null) {
            return List.of(own);
        }
        List<Match> before = allBefore(rawStart);
        int from = before.isEmpty() ? rawStart : before.getFirst().end();
        if (contacts.isTaken(from, rawStart)) {
            before = List.of(); // it has led to something else
        }
        List<Match> after = allAfter(rawEnd);
        return after.isEmpty() || before.stream().anyMatch(Cues::isMessenger)
                ? before
                : Stream.concat(before.stream(), after.stream()).toList();
    }

    /// `WhatsApp पर संपर्क करें`, `왓츠앱으로 연락`: a word that only asks for contact leads on from the
    /// channel named shortly before it.
    private List<Match> withChannelBefore(List<Match> together) {
        if (together.isEmpty() || together.stream().anyMatch(Cues::isMessenger)) {
            return together;
        }
        int start = together.getLast().start();
        int before = countEndingBy(byEnd, start) - 1;
        if (before < 0 || !isMessenger(byEnd.get(before)) || !leadsOver(byEnd.get(before), start)) {
            return together;
        }
        List<Match> all = new ArrayList<>(together);
        all.add(byEnd.get(before));
        return all;
    }

    /// Whether nothing but a few words of the same clause stands between a cue and `start`.
    private boolean leadsOver(Match cue, int start) {
        if (start - cue.end() > MAX_LED_OVER) {
            return false;
        }
        for (int i = cue.end(); i < start; i++) {
            char c = raw.charAt(i);
            if (Character.isDigit(c) || ".,;!?\n。，、；！？@/|()（）".indexOf(c) >= 0) {
                return false;
            }
        }
        return NO_LETTERS
                .splitAsStream(raw.substring(cue.end(), start).toLowerCase(Locale.ROOT))
                .noneMatch(NEITHER::contains);
    }

    /// The cues that name channels together with this one, itself first: `텔/카톡 동일`.
    List<Match> togetherWith(Match cue) {
        List<Match> together = new ArrayList<>(List.of(cue));
        int start = cue.start();
        for (int i = countEndingBy(byEnd, start) - 1;
                i >= 0 && together.size() < MAX_TOGETHER && areJoined(byEnd.get(i).end(), start);
                i--) {
            together.add(byEnd.get(i));
            start = byEnd.get(i).start();
        }
        return together;
    }

    /// The cues that follow this one and name channels together with it.
    List<Match> listedAfter(Match cue) {
        List<Match> together = new ArrayList<>();
        int end = cue.end();
        for (int i = countStartingBefore(end);
                i < byStart.size()
                        && together.size() < MAX_TOGETHER
                        && areJoined(end, byStart.get(i).start());
                i++) {
            together.add(byStart.get(i));
            end = byStart.get(i).end();
        }
        return together;
    }

    /// The cues that follow at once after the raw offset, with nothing behind them that they lead
    /// to.
    List<Match> allAfter(int rawAt) {
        List<Match> together = new ArrayList<>();
        for (int i = countStartingBefore(rawAt);
                i < byStart.size() && together.size() < MAX_TOGETHER;
                i++) {
            Match cue = byStart.get(i);
            if (NOT_HERE.matcher(raw).region(cue.end(), raw.length()).lookingAt()) {
                break;
            }
            boolean follows =
                    together.isEmpty()
                            ? follows(rawAt, cue.start())
                            : areJoined(together.getLast().end(), cue.start());
            if (!follows) {
                break;
            }
            together.add(cue);
        }
        while (!together.isEmpty() && leadsOn(together.getLast().end())) {
            Match last = together.removeLast();
            boolean apart =
                    !together.isEmpty()
                            && (isParted(together.getLast().end(), last.start())
                                    || of(together.getLast()).channel().isEmpty()
                                    || (of(together.getLast()).isFor(ContactKind.WHATSAPP)
                                            && leadsToName(last.end())));
            if (!apart) {
                return List.of();
            }
        }
        return together;
    }

    /// Whether a bracket or a part of the sentence ends between the two: `… 345（微信同号） QQ：…`, `… 345
    /// WhatsApp, TG @…`.
    private boolean isParted(int from, int to) {
        for (int i = from; i < to; i++) {
            if (")）]】」,;，،、|၊។".indexOf(raw.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /// Whether a cue covers the raw text between the offsets.
    boolean covers(int rawStart, int rawEnd) {
        return endAt(rawStart) >= rawEnd;
    }

    /// The cue that starts at the raw offset.
    Optional<Match> at(int rawStart) {
        int i = countStartingBefore(rawStart);
        return i < byStart.size() && byStart.get(i).start() == rawStart
                ? Optional.of(byStart.get(i))
                : Optional.empty();
    }

    /// The end of the cue that starts at the raw offset; the offset where none does.
    int endAt(int rawStart) {
        return at(rawStart).map(Match::end).orElse(rawStart);
    }

    /// Whether it names a bank, or a network whose names are none of ours.
    static boolean isOfOthers(Match match) {
        return of(match).channel().filter(kind -> kind != ContactKind.BANK).isEmpty();
    }

    static boolean isMessenger(Match match) {
        return of(match).isMessenger();
    }

    private boolean areJoined(int end, int start) {
        if (start < end) {
            return false;
        }
        if (start - end > MAX_JOINT) {
            return start - end <= MAX_BEHIND_NUMBER && isSaidToBeSame(end, start);
        }
        String joint = raw.substring(end, start);
        String word = joint.strip().toLowerCase(Locale.ROOT);
        return JOINTS.contains(word)
                || JOINTS_OF_CHANNELS.contains(word)
                || (start - end <= 3 && isOnlySigns(end, start) && joint.indexOf(':') < 0);
    }

    /// `Viber (same number on WeChat): …`: whether what stands between two channels says that one
    /// number is for both.
    private boolean isSaidToBeSame(int end, int start) {
        String between = raw.substring(end, start).toLowerCase(Locale.ROOT);
        return raw.charAt(end) == ' '
                && between.startsWith(" (")
                && SAME.stream().anyMatch(between::contains)
                && NO_LETTERS
                        .splitAsStream(between)
                        .allMatch(word -> word.isEmpty() || BEHIND_NUMBER.contains(word));
    }

    /// Whether it is a word that joins two of one kind, in lower case.
    static boolean isJoint(String word) {
        return JOINTS.contains(word);
    }

    /// Whether only signs, or words that say that the number answers there, stand between the two.
    private boolean follows(int end, int start) {
        if (start - end <= MAX_GAP_AFTER && isOnlySigns(end, start)) {
            return true;
        }
        if (start - end > MAX_BEHIND_NUMBER || start <= end) {
            return false;
        }
        String behind = raw.substring(end, start).toLowerCase(Locale.ROOT);
        if (NOT_THERE.matcher(behind).matches()) {
            return false;
        }
        String between = REMARK.matcher(behind).replaceFirst("");
        if (between.indexOf('/') >= 0 && between.chars().anyMatch(Character::isDigit)) {
            return false; // another number stands nearer; of those behind commas it may be for all
        }
        for (String word : NO_LETTERS.split(between, -1)) {
            if (!word.isEmpty() && !BEHIND_NUMBER.contains(word)) {
                return false;
            }
        }
        return between.indexOf('\n') < 0
                && ".。!?！？".chars().noneMatch(c -> between.indexOf(c) >= 0);
    }

    private boolean isOnlySigns(int from, int to) {
        for (int i = from; i < to; i++) {
            char c = raw.charAt(i);
            if (Character.isLetterOrDigit(c) || "\n.。!?！？।။።".indexOf(c) >= 0) {
                return false;
            }
        }
        return true;
    }

    /// Whether a name or a number of its own follows a cue that ends there.
    private boolean leadsOn(int end) {
        int i = end;
        while (i < raw.length()
                && i - end < MAX_GAP_AFTER
                && (raw.charAt(i) == ' ' || LEADING.indexOf(raw.charAt(i)) >= 0)) {
            i++;
        }
        int word = i;
        while (word < raw.length() && word - i < MAX_JOINT && isOfWord(raw.charAt(word))) {
            word++;
        }
        if (word > i && HandleWords.isFiller(raw.substring(i, word).toLowerCase(Locale.ROOT))) {
            i = word;
            while (i < raw.length() && raw.charAt(i) == ' ') {
                i++;
            }
        }
        if (i == raw.length()) {
            return false;
        }
        if (isMarkedSoon(i)) {
            return true;
        }
        char c = raw.charAt(i);
        if (c == ':' || c == '：' || c == '@' || c == '+' || Character.isDigit(c)) {
            return true;
        }
        int start = i;
        while (i < raw.length() && i - start < MAX_GAP && Scripts.isAsciiWord(raw.charAt(i))) {
            if (raw.charAt(i) == '_' || Scripts.isAsciiDigit(raw.charAt(i))) {
                return true;
            }
            i++;
        }
        return false;
    }

    /// Whether a name that `@` marks follows behind a word or two of the same clause: `Telegram
    /// က @name_01`, `tele me at @name_01`.
    private boolean isMarkedSoon(int start) {
        for (int i = start; i + 1 < raw.length() && i - start < MAX_BEFORE_MARK; i++) {
            char c = raw.charAt(i);
            if (c == '@') {
                return Scripts.isAsciiWord(raw.charAt(i + 1));
            }
            if (c != ' ' && !isOfWord(c)) {
                return false;
            }
        }
        return false;
    }

    /// Whether letters follow, so that a number before the cue is another channel's that has no
    /// names: `… 345 WhatsApp or WeChat name_01`.
    private boolean leadsToName(int end) {
        int i = end;
        while (i < raw.length() && i - end < MAX_GAP_AFTER && " :：@".indexOf(raw.charAt(i)) >= 0) {
            i++;
        }
        return i < raw.length() && Scripts.isAsciiLetter(raw.charAt(i));
    }

    private static boolean isOfWord(char c) {
        return Character.isLetter(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    private static int countEndingBy(List<Match> matches, int rawAt) {
        int low = 0;
        int high = matches.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (matches.get(middle).end() <= rawAt) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int countStartingBefore(int rawAt) {
        int low = 0;
        int high = byStart.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (byStart.get(middle).start() < rawAt) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
