package lurewatch.indexer.extract;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How a messenger writes a chat into a text file: each message begins with a head, and goes on
/// until the next one.
///
/// Every phone writes days and times as its language does, so that a head's day is given as it
/// stands there: which of its numbers is the month, only the whole file can tell.
public enum ChatForm {
    /// `[01/08/2026, 09:30:15] Name: text` and `8/1/26, 9:30 AM - Name: text`.
    WHATSAPP(
            "\\[" + Written.DAY + ",?_" + Written.TIME + "\\]_" + Written.NAMED,
            Written.DAY + ",?_" + Written.TIME + "_-_" + Written.NAMED),

    /// `2026년 8월 1일 오전 9:30, Name : text` and `Aug 1, 2026 at 9:30 AM, Name : text`.
    KAKAOTALK(
            "(?<day>#{4}[년.]_#{1,2}[월.]_#{1,2}[일.])_" + Written.TIME + Written.NAMED_BEHIND,
            "(?<day>\\p{L}{3,9}_#{1,2},_#{4})(?:,|_at)_" + Written.TIME + Written.NAMED_BEHIND),

    /// `[Name] [오전 9:30] text`, below a line with the day.
    KAKAOTALK_PC("\\[(?<author>[^\\]]{1,60})\\]_\\[" + Written.TIME + "\\]_"),

    /// `09:30`, the name and the text, a tabulator between two, below a line with the day.
    LINE(Written.TIME + "\\t(?:(?<author>[^\\t]{1,60})\\t)?");

    /// No head is longer: the rest of a line is not looked at.
    private static final int LONGEST_HEAD = 250;

    /// A line that holds nothing but a day: `2026/08/01(土)`, `2026.08.01 Saturday`, `วันเสาร์ที่
    /// 01/08/2026`, `--------------- 2026년 8월 1일 토요일 ---------------`.
    private static final Pattern DAY =
            Written.pattern(
                    "(?:-{3,}_)?(?:\\p{L}{2,4}[.,]{1,2}_|วัน[\\p{L}\\p{M}]{1,20}_)?"
                            + "(?<day>#{4}[/.年-]#{1,2}[/.月-]#{1,2}日?|#{4}년_#{1,2}월_#{1,2}일"
                            + "|#{1,2}[/.-]#{1,2}[/.-]#{4}|\\p{L}{3,9}_#{1,2},_#{4})"
                            + "(?:_?[(（][^)）]{1,12}[)）]|_(?:\\p{L}{3,6}day|.요일|星期.|.曜日))?(?:_-{3,})?");

    @SuppressWarnings("ImmutableEnumChecker") // a list that nobody can change
    private final List<Pattern> heads;

    ChatForm(String... heads) {
        this.heads = Stream.of(heads).map(Written::pattern).toList();
    }

    /// The head that the line begins with; empty where it goes on with the message before it.
    public Optional<ChatHead> head(String line) {
        String start = line.substring(0, Math.min(line.length(), LONGEST_HEAD));
        return heads.stream()
                .map(head -> head.matcher(start))
                .filter(Matcher::lookingAt)
                .map(ChatForm::head)
                .findFirst();
    }

    private static ChatHead head(Matcher head) {
        boolean hasDay = head.namedGroups().containsKey("day");
        return new ChatHead(
                hasDay ? Optional.of(head.group("day")) : Optional.empty(),
                head.group("time"),
                Optional.ofNullable(head.group("author")).map(String::strip),
                head.end());
    }

    /// The day, as it is written, of a line that holds nothing else.
    public static Optional<String> day(String line) {
        Matcher day = DAY.matcher(line.strip());
        return day.matches() ? Optional.of(day.group("day")) : Optional.empty();
    }

    /// Pieces of heads, in which `_` is a blank of any kind and `#` a digit of any script.
    private static final class Written {
        /// `AM`, `p. m.`, `오전`, `ก่อนเที่ยง`.
        private static final String HALF =
                "[\\p{L}\\p{M}][\\p{L}\\p{M}.]{0,12}(?:_[\\p{L}.]{1,2})?";

        private static final String MARKS =
                "[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]*";

        static final String DAY = "(?<day>#{1,4}[/.-]_?#{1,2}[/.-]_?#{1,4}\\.?)";

        static final String TIME =
                "(?<time>(?:" + HALF + "_?)?#{1,2}[:.]#{2}(?:[:.]#{2})?(?:_?" + HALF + ")?)";

        /// What nobody says has no name: that somebody joined. Quotation marks are of such words.
        static final String NAMED = MARKS + "(?:(?<author>[^:\"“”]{1,60}):(?:_|$)" + MARKS + ")?";

        static final String NAMED_BEHIND = "(?:,_(?:(?<author>.{1,60}?)_:_)?|$)";

        static Pattern pattern(String written) {
            return Pattern.compile(
                    MARKS + written.replace("_", "[ \\u00A0\\u202F]").replace("#", "\\p{Nd}"));
        }
    }
}
