package lurewatch.crawler.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// A job board of the changing world: its ads as they are now, and whether it is in trouble.
/// Guarded by itself: the server's threads read it while the schedule changes it.
final class Board {
    private final int number;
    private final TreeMap<Integer, Ad> ads = new TreeMap<>();
    private final List<Trouble> troubles = new ArrayList<>();
    private int next;

    Board(int number, int size) {
        this.number = number;
        for (int i = 0; i < size; i++) {
            add();
        }
    }

    /// @param version counts its changes and returns
    record Ad(int id, int version, boolean isThere) {}

    /// What ails a board for a while.
    enum Ailment {
        /// Says that it is asked too often.
        BLOCKS,
        /// Says with status 200 that it checks the visitor's browser.
        LIES
    }

    record Trouble(Ailment ailment, Instant from, Instant until) {
        boolean isAt(Instant time) {
            return !time.isBefore(from) && time.isBefore(until);
        }
    }

    synchronized Ad add() {
        Ad ad = new Ad(next, 1, true);
        ads.put(next++, ad);
        return ad;
    }

    /// The same ad with other words: another handle, another pay.
    synchronized Ad change(Ad ad) {
        return put(new Ad(ad.id(), ad.version() + 1, true));
    }

    synchronized Ad remove(Ad ad) {
        return put(new Ad(ad.id(), ad.version(), false));
    }

    private Ad put(Ad ad) {
        ads.put(ad.id(), ad);
        return ad;
    }

    synchronized void trouble(Ailment ailment, Instant from, Instant until) {
        troubles.add(new Trouble(ailment, from, until));
    }

    synchronized Optional<Trouble> troubleAt(Instant time) {
        return troubles.stream().filter(trouble -> trouble.isAt(time)).findFirst();
    }

    /// When the board is well again after all trouble that overlaps this time and span.
    synchronized Instant wellAfter(Instant from, Instant until) {
        return troubles.stream()
                .filter(trouble -> trouble.from().isBefore(until))
                .map(Trouble::until)
                .filter(from::isBefore)
                .max(Instant::compareTo)
                .orElse(from);
    }

    synchronized List<Ad> there() {
        return ads.values().stream().filter(Ad::isThere).toList();
    }

    synchronized List<Ad> missing() {
        return ads.values().stream().filter(ad -> !ad.isThere()).toList();
    }

    synchronized Optional<Ad> ad(int id) {
        return Optional.ofNullable(ads.get(id)).filter(Ad::isThere);
    }

    int number() {
        return number;
    }

    /// Newest first, as boards do it.
    String listing() {
        StringBuilder html =
                new StringBuilder("<!doctype html><title>Jobs</title><h1>Jobs</h1><ul>");
        for (Ad ad : there().reversed()) {
            html.append("<li><a href=\"/ad/%1$d\">TM team %1$d</a>".formatted(ad.id()));
        }
        return html.append("</ul>").toString();
    }

    String page(Ad ad) {
        return """
        <!doctype html><title>TM team %1$d-%2$d</title>
        <article><h1>TM team %1$d-%2$d</h1>
        <p>Customer service in Sihanoukville, USD %4$d a month, free flight and housing, no
        experience, passport only. Telegram @sample_world%1$d_%2$d_%3$d</p></article>
        """
                .formatted(number, ad.id(), ad.version(), 1000 + 100 * ad.version());
    }
}
