package lurewatch.searchcli.watch;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;

/// What has to happen to a posting that a watch's query finds.
public sealed interface Trigger {
    /// It is there and was not when the watch was made; or it was, and says only now what the query
    /// asks for.
    record New() implements Trigger {}

    /// It is where it had been, after visits did not find it for so many days; or another one comes
    /// after all that the query found had been gone for so long.
    record Reappear(int days) implements Trigger {}

    /// It is gone.
    record Gone() implements Trigger {}

    /// There are so many new ones, within that time of one another where one is set.
    record Count(int postings, Optional<Duration> window) implements Trigger {}

    /// One comes into the campaign of a posting that the query finds and that was there before,
    /// whatever it says itself.
    record JoinsCampaign() implements Trigger {}

    /// The forms in which triggers are written.
    List<String> FORMS =
            List.of("new", "reappear:30d", "gone", "count:10", "count:10/7d", "joins-campaign");

    /// The trigger that is written so.
    ///
    /// @throws CommandFailure where none is
    static Trigger read(String written) {
        Matcher reappear = Pattern.compile("reappear:(\\d{1,4})d").matcher(written);
        Matcher count = Pattern.compile("count:(\\d{1,6})(?:/(\\d{1,4})([hd]))?").matcher(written);
        if (written.equals("new")) {
            return new New();
        }
        if (written.equals("gone")) {
            return new Gone();
        }
        if (written.equals("joins-campaign")) {
            return new JoinsCampaign();
        }
        if (reappear.matches()) {
            return new Reappear(positive(written, reappear.group(1)));
        }
        if (count.matches()) {
            return new Count(positive(written, count.group(1)), window(written, count));
        }
        throw wrong(written);
    }

    private static Optional<Duration> window(String written, Matcher count) {
        if (count.group(2) == null) {
            return Optional.empty();
        }
        int amount = positive(written, count.group(2));
        return Optional.of(
                count.group(3).equals("h") ? Duration.ofHours(amount) : Duration.ofDays(amount));
    }

    private static int positive(String written, String digits) {
        int number = Integer.parseInt(digits);
        if (number == 0) {
            throw wrong(written);
        }
        return number;
    }

    private static CommandFailure wrong(String written) {
        return new CommandFailure(
                ExitCode.USAGE,
                String.format(
                        Locale.ROOT,
                        "--on: '%s' is no trigger; write one of %s",
                        written,
                        String.join(", ", FORMS)));
    }

    /// As it is written.
    default String written() {
        return switch (this) {
            case New _ -> "new";
            case Gone _ -> "gone";
            case JoinsCampaign _ -> "joins-campaign";
            case Reappear(int days) -> "reappear:" + days + "d";
            case Count(int postings, Optional<Duration> window) ->
                    "count:" + postings + window.map(Trigger::written).orElse("");
        };
    }

    private static String written(Duration window) {
        long hours = window.toHours();
        return hours % 24 == 0 ? "/" + hours / 24 + "d" : "/" + hours + "h";
    }
}
