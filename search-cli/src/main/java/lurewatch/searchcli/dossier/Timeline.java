package lurewatch.searchcli.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// How many postings were first seen when, as bars. Steps are days, or wider where there would be
/// too many of them; steps without a posting are drawn empty and not left out.
final class Timeline {
    private static final int MOST_BARS = 60;
    private static final int WIDTH = 720;
    private static final int HEIGHT = 140;
    private static final int FOOT = 24;
    private static final int HEAD = 16;

    private Timeline() {}

    static String svg(List<Instant> times) {
        LocalDate first = day(Collections.min(times));
        LocalDate last = day(Collections.max(times));
        long days = ChronoUnit.DAYS.between(first, last) + 1;
        long step = Math.max(1, (days + MOST_BARS - 1) / MOST_BARS);
        int bars = (int) ((days + step - 1) / step);
        int[] counts = new int[bars];
        for (Instant time : times) {
            counts[(int) (ChronoUnit.DAYS.between(first, day(time)) / step)]++;
        }
        return drawn(counts, first, step);
    }

    private static LocalDate day(Instant time) {
        return time.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static String drawn(int[] counts, LocalDate first, long step) {
        int highest = 1;
        for (int count : counts) {
            highest = Math.max(highest, count);
        }
        double width = Math.min(48, (double) WIDTH / counts.length);
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            double height = (double) counts[i] / highest * (HEIGHT - FOOT - HEAD);
            parts.add(
                    String.format(
                            Locale.ROOT,
                            "<rect class=\"bar\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
                            i * width + 1,
                            HEIGHT - FOOT - height,
                            Math.max(1, width - 2),
                            height));
        }
        int labelStep = Math.max(1, (int) Math.ceil(80 / width));
        for (int i = 0; i < counts.length; i += labelStep) {
            parts.add(
                    String.format(
                            Locale.ROOT,
                            "<text x=\"%.1f\" y=\"%d\">%s</text>",
                            i * width + 1,
                            HEIGHT - 8,
                            first.plusDays(i * step)));
        }
        return String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"postings over time\">"
                        + "<text x=\"1\" y=\"11\">highest bar: %d; each bar %s, UTC</text>"
                        + "<line x1=\"0\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>%s</svg>",
                WIDTH,
                HEIGHT,
                highest,
                step == 1 ? "one day" : step + " days",
                HEIGHT - FOOT,
                WIDTH,
                HEIGHT - FOOT,
                String.join("", parts));
    }
}
