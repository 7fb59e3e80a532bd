package lurewatch.crawler.frontier;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import lurewatch.crawler.revisit.PageClass;
import lurewatch.crawler.revisit.Plan;
import lurewatch.crawler.revisit.Trust;

/// When a known URL is visited next, and why.
///
/// @param dueAt not before; and not before its host may be asked
/// @param visits that gave the page
/// @param changes of these, those that found it changed, or with new postings on it
/// @param misses answers in a row that it is not there, or not for us
/// @param fails fetches in a row that failed for a passing reason
/// @param plan what decides; empty where the page was never seen or is tried again after trouble
/// @param price what a visit must be worth today, in hours
/// @param ample whether the budget suffices for everything worth a visit
/// @param hostGap between two requests to its host
/// @param hostFreeAt when the host may be asked again
/// @param hostBlockedUntil the end of the host's rest after trouble
/// @param hearsay what others say of when it changed
/// @param anchor the words of the link that it was found by; may be empty
/// @param promise of a page never seen: how relevant it is likely to be, 0 to 1
/// @param lastEntry of the fetch log about this URL, among the latest million
/// @param look the last one under another user agent
public record Forecast(
        String url,
        String site,
        PageClass pageClass,
        Instant dueAt,
        int visits,
        int changes,
        int misses,
        int fails,
        boolean watched,
        Optional<Instant> seenAt,
        Optional<Instant> lastAt,
        Optional<Plan> plan,
        double price,
        boolean ample,
        Duration hostGap,
        Instant hostFreeAt,
        Optional<Instant> hostBlockedUntil,
        Optional<Hearsay> hearsay,
        String anchor,
        Optional<Double> promise,
        Optional<FetchLogEntry> lastEntry,
        Optional<LookedAt> look) {

    /// The last look at it under another user agent.
    public record LookedAt(SecondLook look, Instant at) {}

    /// What a source says of a page.
    ///
    /// @param isNews whether the page was not fetched since
    /// @param trust how well the source's claims about this host's pages agreed with visits
    public record Hearsay(Claim claim, boolean isNews, Trust trust) {}
}
