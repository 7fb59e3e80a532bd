package lurewatch.indexer.detect;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lurewatch.indexer.Contact;
import lurewatch.indexer.ContactKind;

/// Channels of which a text says that the name or number there is the one just given: `LINE:
/// name_01 … WeChat is the same`, `라인 name_01 / 위챗 동일`, `wa 0812… , tele sama nomor`.
final class SameContacts {
    /// How far back the name or number ends.
    private static final int MAX_BACK = 70;

    /// How far behind the channel it is said.
    private static final int REACH = 28;

    /// How far behind the word another channel is named: `same as my Viber`.
    private static final int REACH_OF_OTHER = 12;

    private static final int SHORTEST = 5;

    /// Behind it: what is the same is a number, and no name.
    private static final Pattern NUMBER =
            Pattern.compile(
                    "\\s?(?:number|num\\b|no\\b|no\\.|nomor|nomer|nombor|número|numero|numéro|nummer|numer|номер|번호|番号|番號|号码|號碼|số|เบอร์|नंबर|नम्बर|নাম্বার|নম্বর|نمبر|رقم|شماره|raqam|နံပါတ်|លេខ|ເບີ|எண்|నంబర్|අංක|дугаар|нөмір|ნომერ|ቁጥር)",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /// `the same as my tg but with a dot`: behind it, what is not the same.
    private static final Pattern BUT =
            Pattern.compile(
                    "[^\\n.!?。]{0,20}(?:(?<!\\p{L})(?:but|except|only with|minus|without|pero|menos|sauf|aber|außer|nur ohne|maar|ale|tapi|cuma|nhưng|trừ|но|только без|але|lekin|faqat|бірақ|ama|lakin|yalnız|magar)(?!\\p{L})|다만|단 |근데|하지만|但|只是|不过|ただし|但し|だけど|แต่|ແຕ່|ប៉ុន្តែ|ဒါပေမဲ့|लेकिन|मगर|কিন্তু|لیکن|مگر|لكن|ஆனால்|නමුත්)",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern SAME =
            Pattern.compile(
                    "[\\s\"'’:：,+=→➡>-]{0,4}(?:\\p{L}{1,8}(?:이랑|랑|과|와|하고)\\s?)?(?:(?:is|id|ids|no|nos|number|nomor|at|on|has|with|the|a|use|also|too|juga|pun|jg|por|el|la|con|o|le|c'est|aussi|ist|auch|è|tem|com|to|też|тоже|также|по|на|de|da|ham|cũng|là|số|pun|guna|pakai|pake|dùng|use|using|usa|dipakai|dgn|the|my|ก็|ใช้|ไอดี|เบอร์|id는|아이디|아이디도|도|는|은|も|は|でも|号|號|也|也是|是|都|都係|係|都可以|名|ชื่อ|ชื่อก็|nick|username|nama|namanya|tên|nombre|nome|nom|name|имя|ник|isim|ad|，|和|跟|用)\\s{0,2}){0,4}"
                            + "(?:same\\b|동일|같은|같음|같아|같습|똑같|同|一樣|一样|sama\\b|sama\\s|giống|cùng|như trên|呢個(?:number|號|号|冧把)|เดียวกัน|เหมือนกัน|เบอร์เดียว|mism[oa]\\b|mesm[oa]\\b|même|stess[oa]\\b|gleiche?|derselbe|dieselbe|hetzelfde|ten sam|taki sam|aynı|тот же|такой же|та же|той самий|такий самий|shu (?:raqam|nomer)|shu\\b|осы|वही|यही|একই|அதே|उही|یہی|نفس|លេខដដែល|លេខដូច|ដដែល|ເບີດຽວກັນ|ດຽວກັນ|အတူတူ|အဲဒီနံပါတ်|ဒီနံပါတ်|ተመሳሳይ|yeye|hiyo hiyo|ileile|එම අංකය|එකම|همین|همان|همون|ഇതേ|అదే|ಅದೇ|આ જ|aynısı|o'sha|сол|ye hi|yehi|wahi|wohi|same2|(?:만|으?로만?)? ?\\p{L}{0,6} ?(?:그|이|위|저) ?번호|that (?:number|no\\b)|this (?:number|no\\b)|nomor (?:itu|ini|tsb)|ese (?:número|numero)|esse número|ce numéro|(?:этот|этому|тот) (?:номер|номеру)|เบอร์นั้น|เบอร์นี้|这个号|這個號|この番号|số đó|số này|số trên|số ấy|no tu|nombor tu|idem|ídem|ditto)",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final String raw;
    private final Cues cues;
    private final ContactList contacts;

    private SameContacts(Reading reading, Cues cues, ContactList contacts) {
        this.raw = reading.raw();
        this.cues = cues;
        this.contacts = contacts;
    }

    static void findIn(Reading reading, Cues cues, ContactList contacts) {
        new SameContacts(reading, cues, contacts).find();
    }

    private void find() {
        List<Contact> known = contacts.contacts().stream().filter(Contact::isInText).toList();
        if (known.isEmpty()) {
            return;
        }
        for (Match cue : cues.inTextOrder()) {
            Optional<ContactKind> kind = Cues.of(cue).named().filter(k -> !contacts.holds(k));
            if (kind.isPresent() && (Cues.isMessenger(cue) || ProfileNames.areOf(kind.get()))) {
                endOfSame(cue)
                        .flatMap(end -> given(cue, end, known).filter(c -> mayBeMeant(c, end)))
                        .ifPresent(given -> add(kind.get(), given, wordsAround(cue, given)));
            }
        }
    }

    /// Where the words end that say it of the channel; empty where none do.
    private Optional<Integer> endOfSame(Match cue) {
        Matcher same =
                SAME.matcher(raw).region(cue.end(), Math.min(raw.length(), cue.end() + REACH));
        if (same.lookingAt()) {
            return Optional.of(same.end());
        }
        return raw.substring(cue.start(), cue.end()).contains("同")
                ? Optional.of(cue.end())
                : Optional.empty();
    }

    /// The name or number of the channel that the words compare with: `라인 → 카톡이랑 같음`, `TG same as
    /// Viber`; the last one given where they name none.
    private Optional<Contact> given(Match cue, int end, List<Contact> known) {
        Optional<ContactKind> other =
                cues.inTextOrder().stream()
                        .filter(c -> c.start() >= cue.end() && c.start() - end < REACH_OF_OTHER)
                        .filter(c -> raw.substring(cue.end(), c.start()).indexOf('\n') < 0)
                        .findFirst()
                        .filter(Cues::isMessenger)
                        .flatMap(c -> Cues.of(c).channel());
        return other.flatMap(kind ->
                        lastBefore(cue, known.stream().filter(c -> c.kind() == kind).toList()))
                .or(() -> lastBefore(cue, known));
    }

    private boolean mayBeMeant(Contact given, int end) {
        return given.value().startsWith("+")
                || !(NUMBER.matcher(raw).region(end, raw.length()).lookingAt()
                        || BUT.matcher(raw).region(end, raw.length()).lookingAt());
    }

    private static Optional<Contact> lastBefore(Match cue, List<Contact> known) {
        return known.stream()
                .filter(c -> c.end() <= cue.start() && cue.start() - c.end() <= MAX_BACK)
                .reduce((_, later) -> later);
    }

    private String wordsAround(Match cue, Contact given) {
        int end = Math.min(raw.length(), cue.end() + REACH);
        return raw.substring(Math.min(given.end(), cue.start()), end).toLowerCase(Locale.ROOT);
    }

    private void add(ContactKind kind, Contact given, String said) {
        boolean number = given.value().startsWith("+");
        boolean fits =
                number
                        ? PhoneReading.isFoundByNumber(kind)
                        : HandleContacts.hasNames(given.kind())
                                && given.value().length() >= SHORTEST
                                && new Handle(given.value(), 0, 0, true, false).fits(kind);
        if (fits) {
            if (number && AlsoCalled.isOnly(said)) {
                contacts.remove(given); // a telephone that answers there only is that messenger's
            }
            contacts.add(
                    new Contact(
                            kind,
                            number ? PhoneReading.valueFor(kind, given.value()) : given.value(),
                            given.raw(),
                            given.start(),
                            given.end(),
                            Math.min(given.confidence(), 0.8),
                            given.method() + ", said to be the same for " + kind.label()));
        }
    }
}
