package lurewatch.searchcli.watch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.store.Happening;

/// Decides what a watch has to say of what happened. Its answers depend on the watch, on what
/// happened and on what had happened before, never on when or how often somebody asks: whoever asks
/// every hour is told the same as who asks once a month.
final class TriggerRules {
    private final Watch watch;
    private final Past past;
    private final Tally tally;
    private final Set<String> now = new HashSet<>();

    TriggerRules(Watch watch, Past past, Tally tally) {
        this.watch = watch;
        this.past = past;
        this.tally = tally;
    }

    /// What has to be matched with the query before anything can be said. Postings that were there
    /// when the watch was made and say what they said are not among it.
    Set<Shown> asked(List<Happening> happenings) {
        Set<Shown> asked = new LinkedHashSet<>();
        for (Happening happening : happenings) {
            switch (watch.trigger()) {
                case Trigger.New _, Trigger.Count _ -> askNew(happening, asked);
                case Trigger.Gone _ -> {
                    if (happening instanceof Happening.Gone) {
                        asked.add(Shown.by(happening));
                    }
                }
                case Trigger.JoinsCampaign _ -> {
                    if (isFirstSeenSince(happening) && !past.hasFired(joinId(happening))) {
                        asked.addAll(past.campaignBefore(happening));
                    }
                }
                case Trigger.Reappear _ -> {
                    if (happening instanceof Happening.Back) {
                        asked.add(Shown.by(happening));
                    } else if (isNewVersionOfNew(happening)) {
                        asked.add(Shown.by(happening));
                        asked.addAll(versionsBefore(happening));
                    }
                }
            }
        }
        return asked;
    }

    private void askNew(Happening happening, Set<Shown> asked) {
        if (!(happening instanceof Happening.Seen seen) || isKnown(seen.posting())) {
            return;
        }
        if (isFirstSeenSince(seen)) {
            asked.add(Shown.by(seen));
        } else if (isEditedSince(seen)) {
            asked.add(Shown.by(seen));
            asked.addAll(versionsUntil(seen, watch.since()));
        }
    }

    private boolean isKnown(PostingId posting) {
        return watch.trigger() instanceof Trigger.Count
                ? tally.knows(posting)
                : past.hasFired(newId(posting));
    }

    private boolean isFirstSeenSince(Happening happening) {
        return happening instanceof Happening.Seen seen
                && seen.postingSince().sequence() > watch.since();
    }

    private boolean isEditedSince(Happening.Seen seen) {
        return seen.versionSince().sequence() > watch.since();
    }

    /// A feed may show less of a posting than its page, which is visited after.
    private boolean isNewVersionOfNew(Happening happening) {
        return happening instanceof Happening.Seen seen
                && isFirstSeenSince(seen)
                && seen.versionSince().equals(seen.capture());
    }

    private List<Shown> versionsBefore(Happening happening) {
        return versionsUntil(happening, happening.capture().sequence() - 1);
    }

    private List<Shown> versionsUntil(Happening happening, long sequence) {
        return past.versionsUntil(happening.posting(), sequence).stream()
                .map(version -> new Shown(happening.posting(), version))
                .toList();
    }

    private String newId(PostingId posting) {
        return Fired.id(watch, "new", posting, "");
    }

    /// What is to be told, in the order in which it happened.
    ///
    /// @param matching of what was [#asked], what the query finds
    List<Fired> fired(List<Happening> happenings, Set<Shown> matching) {
        List<Fired> fired = new ArrayList<>();
        for (Happening happening : happenings) {
            boolean isAsked =
                    watch.trigger() instanceof Trigger.JoinsCampaign
                            || matching.contains(Shown.by(happening));
            if (isAsked) {
                told(happening, matching)
                        .filter(event -> now.add(event.id()) && !past.hasFired(event.id()))
                        .ifPresent(fired::add);
            }
        }
        return fired;
    }

    private Optional<Fired> told(Happening happening, Set<Shown> matching) {
        return switch (watch.trigger()) {
            case Trigger.New _ -> come(happening, matching);
            case Trigger.Count(int full, var window) ->
                    come(happening, matching)
                            .filter(event -> !tally.knows(event.posting()))
                            .flatMap(event ->
                                    counted(
                                            event,
                                            tally.count(
                                                    new Tally.Member(event.posting(), event.at()),
                                                    full,
                                                    window)));
            case Trigger.Gone _ -> gone(happening);
            case Trigger.JoinsCampaign _ -> joined(happening, matching);
            case Trigger.Reappear(int days) -> back(happening, days, matching);
        };
    }

    private Optional<Fired> come(Happening happening, Set<Shown> matching) {
        if (!(happening instanceof Happening.Seen seen)) {
            return Optional.empty();
        }
        String id = newId(seen.posting());
        if (isFirstSeenSince(seen)) {
            return Optional.of(Fired.of(id, Fired.What.NEW, seen, Optional.empty()));
        }
        boolean isChangedInto =
                isEditedSince(seen)
                        && versionsUntil(seen, watch.since()).stream()
                                .noneMatch(matching::contains);
        return isChangedInto
                ? Optional.of(Fired.of(id, Fired.What.EDITED, seen, Optional.empty()))
                : Optional.empty();
    }

    private String joinId(Happening happening) {
        return Fired.id(watch, "joins", happening.posting(), "");
    }

    private Optional<Fired> joined(Happening happening, Set<Shown> matching) {
        if (!isFirstSeenSince(happening)) {
            return Optional.empty();
        }
        List<PostingId> found =
                past.campaignBefore(happening).stream()
                        .filter(matching::contains)
                        .map(Shown::posting)
                        .toList();
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Fired.of(joinId(happening), Fired.What.JOINED, happening, Optional.empty())
                                .counting(found));
    }

    private Optional<Fired> counted(Fired last, List<PostingId> full) {
        return full.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Fired(
                                Fired.id(watch, "count", last.posting(), ""),
                                Fired.What.COUNT,
                                last.posting(),
                                last.version(),
                                last.capture(),
                                last.at(),
                                Optional.empty(),
                                full));
    }

    private Optional<Fired> gone(Happening happening) {
        return happening instanceof Happening.Gone gone
                ? Optional.of(
                        Fired.of(
                                Fired.id(
                                        watch,
                                        "gone",
                                        gone.posting(),
                                        gone.missedSince().toString()),
                                Fired.What.GONE,
                                gone,
                                past.looks(gone.posting(), gone.missedSince(), gone.capture())
                                        .map(looks ->
                                                new Silence(
                                                        gone.posting(),
                                                        gone.missedSince(),
                                                        gone.at(),
                                                        looks))))
                : Optional.empty();
    }

    private Optional<Fired> back(Happening happening, int days, Set<Shown> matching) {
        return switch (happening) {
            case Happening.Back back ->
                    past.looks(back.posting(), back.missedSince(), back.capture())
                            .map(looks ->
                                    new Silence(
                                            back.posting(), back.missedSince(), back.at(), looks))
                            .filter(silence -> silence.isAtLeast(days))
                            .map(silence ->
                                    Fired.of(
                                            Fired.id(
                                                    watch,
                                                    "back",
                                                    back.posting(),
                                                    back.missedSince().toString()),
                                            Fired.What.BACK,
                                            back,
                                            Optional.of(silence)));
            case Happening.Seen seen
                    when isNewVersionOfNew(seen)
                            && versionsBefore(seen).stream().noneMatch(matching::contains) ->
                    elsewhere(seen, days);
            case Happening.Seen _, Happening.Gone _ -> Optional.empty();
        };
    }

    private Optional<Fired> elsewhere(Happening.Seen seen, int days) {
        String id = Fired.id(watch, "elsewhere", seen.posting(), "");
        return past.silenceBefore(watch, seen)
                .filter(silence -> silence.isAtLeast(days))
                .map(silence ->
                        Fired.of(id, Fired.What.BACK_ELSEWHERE, seen, Optional.of(silence)));
    }
}
