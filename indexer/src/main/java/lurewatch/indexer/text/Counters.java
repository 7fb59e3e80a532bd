package lurewatch.indexer.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What many boards write into an ad's text and what changes with every visit: how often it was
/// seen, and how long ago something was.
///
/// No word boundaries: to tell one among marks, Java looks back to the letter that they stand on.
public final class Counters {
    private static final Pattern SEEN_OR_AGO =
            Pattern.compile(
                    // how often it was seen
                    "(?:조회수?|(?<![A-Za-z0-9])view(?:s|ed)|(?<![A-Za-z0-9])hits|浏览[量次数]{0,4}|阅读[量次数]{0,4}|点击[量次数]{0,4}|瀏覽[量次數]{0,4}|閲覧数?|lượt xem"
                            + "|ผู้เข้าชม|(?<![A-Za-z0-9])dilihat|просмотр\\p{L}{0,3})[ :：]{0,3}[0-9][0-9.,]{0,11}+"
                            + "|(?<![A-Za-z0-9])[0-9][0-9.,]{0,11}+ ?(?:views(?![A-Za-z0-9])|회 조회|次浏览|次阅读|次瀏覽|lượt xem|просмотр)"
                            // how long ago
                            + "|(?<![A-Za-z0-9])[0-9]{1,4}+ ?(?:(?:second|minute|min|hour|day|week|month)s? ago(?![A-Za-z0-9])"
                            + "|(?:초|분|시간|일|주|개월) ?전|(?:秒|分钟|分鐘|分|小时|小時|時間|天|日|周|週|个月|個月|ヶ月)前"
                            + "|(?:giây|phút|giờ|ngày|tuần|tháng) trước|(?:วินาที|นาที|ชั่วโมง|วัน|สัปดาห์|เดือน)ที่แล้ว"
                            + "|(?:detik|menit|jam|hari|minggu|bulan) (?:yang )?lalu"
                            + "|(?:секунд|минут|час|день|дн|недел|месяц)\\p{L}{0,3} назад)",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /// More than the expression reads before the first digit of what it finds, and from it on.
    private static final int BEFORE = 24;

    private static final int BEHIND = 40;

    private Counters() {}

    /// The text without their numbers: what is left says whether anything else changed.
    public static String without(String text) {
        int digit = digit(text, 0);
        if (digit < 0) {
            return text;
        }
        StringBuilder left = new StringBuilder(text.length());
        Matcher counters = SEEN_OR_AGO.matcher(text).useTransparentBounds(true);
        int done = 0;
        // All of them stand around a digit, and most of a text is far from any.
        while (digit >= 0) {
            int start = Math.max(done, digit - BEFORE);
            int end = digit;
            do {
                end = Math.min(text.length(), digit + BEHIND);
                digit = digit(text, digit + 1);
            } while (digit >= 0 && digit - BEFORE <= end);
            counters.region(start, end);
            while (counters.find()) {
                left.append(text, done, counters.start()).append('#');
                done = counters.end();
            }
        }
        return left.append(text, done, text.length()).toString();
    }

    private static int digit(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter >= '0' && letter <= '9') {
                return i;
            }
        }
        return -1;
    }
}
