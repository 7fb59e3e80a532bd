package lurewatch.indexer.extract;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lurewatch.indexer.LowerCase;

/// What stands before a message in a chat that was written into a text file.
///
/// @param day as it is written; empty where a line of its own above names it
/// @param writtenTime as it is written
/// @param author empty for what the messenger itself says
/// @param textStart where in the line the text begins
public record ChatHead(
        Optional<String> day, String writtenTime, Optional<String> author, int textStart) {
    private static final Set<String> MORNING = Set.of("am", "오전", "上午", "午前", "ก่อนเที่ยง", "sa");
    private static final Set<String> AFTERNOON = Set.of("pm", "오후", "下午", "午後", "หลังเที่ยง", "ch");

    private static final Pattern TIME =
            Pattern.compile(
                    "(?<before>\\P{Nd}{0,20})(?<hour>\\p{Nd}{1,2})[:.](?<minute>\\p{Nd}{2})"
                            + "(?:[:.](?<second>\\p{Nd}{2}))?(?<after>\\P{Nd}{0,20})");

    /// By the clock of whoever wrote the file; empty where its half of the day is in words that are
    /// not known.
    public Optional<LocalTime> time() {
        Matcher time = TIME.matcher(writtenTime);
        if (!time.matches()) {
            return Optional.empty();
        }
        String half =
                LowerCase.of(
                        (time.group("before") + time.group("after"))
                                .replaceAll("[.\\s\\u00A0\\u202F]", ""));
        int hour = Integer.parseInt(time.group("hour"));
        if (MORNING.contains(half)) {
            hour = hour == 12 ? 0 : hour;
        } else if (AFTERNOON.contains(half)) {
            hour = hour < 12 ? hour + 12 : hour;
        } else if (!half.isEmpty()) {
            return Optional.empty();
        }
        try {
            String second = time.group("second");
            return Optional.of(
                    LocalTime.of(
                            hour,
                            Integer.parseInt(time.group("minute")),
                            second == null ? 0 : Integer.parseInt(second)));
        } catch (DateTimeException _) {
            return Optional.empty(); // 25:61
        }
    }
}
