package lurewatch.indexer.pipeline;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.Capture;
import lurewatch.indexer.CapturedPage;
import lurewatch.indexer.Contact;
import lurewatch.indexer.Digest;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.extract.Extraction;
import lurewatch.indexer.store.PageState;
import lurewatch.indexer.store.PageState.Outcome;

/// What a visit showed of its page: the signatures by which a change is told, and how it ended.
final class PageStates {
    private static final int DIGITS = 16;
    private static final int PARTIAL = 206;

    /// Longer pages are no notices.
    private static final int LONGEST_TEMPLATE = 400;

    private static final int SHORTEST_TEMPLATE = 10;

    /// Bytes.
    private static final int LONGEST_BLANK = 1024;

    private static final List<String> PICTURES = List.of("<img", "<svg", "<canvas", "url(");

    private PageStates() {}

    static PageState of(CapturedPage captured, Extraction page, List<AssessedPosting> postings) {
        Capture capture = captured.capture();
        String text = text(page, postings);
        boolean isShell = page.scripted().isPresent() && (postings.isEmpty() || page.isPreview());
        boolean isPart =
                capture.truncated().isPresent()
                        || captured.cutShort().isPresent()
                        || captured.payload().length == 0
                        || capture.status() == PARTIAL
                        || page.blocked().isPresent();
        Outcome outcome =
                isPart
                        ? Outcome.BLOCKED
                        : page.login().isPresent()
                                ? Outcome.DENIED
                                : isShell
                                        ? Outcome.UNSCRIPTED
                                        : page.gone().isPresent()
                                                ? Outcome.GONE_WORDS
                                                : text.isEmpty() && isBlank(captured)
                                                        ? Outcome.BLANK
                                                        : PageState.of(capture).outcome();
        return new PageState(
                outcome,
                text.isEmpty() ? Optional.empty() : Optional.of(signature(text)),
                postings.isEmpty() ? Optional.empty() : Optional.of(signature(evidence(postings))),
                outcome == Outcome.PAGE ? template(text, postings) : Optional.empty());
    }

    /// As much of a page as [#of] looks at, so that a long one need not be held until then.
    static CapturedPage start(CapturedPage page) {
        return page.payload().length <= LONGEST_BLANK + 1
                ? page
                : new CapturedPage(
                        page.capture(),
                        Arrays.copyOf(page.payload(), LONGEST_BLANK + 1),
                        page.cutShort());
    }

    /// A page so short that nothing but its frame is left, without a picture that might say all.
    private static boolean isBlank(CapturedPage captured) {
        if (captured.payload().length > LONGEST_BLANK
                || !captured.capture().mediaType().equals("text/html")) {
            return false;
        }
        String page = new String(captured.payload(), StandardCharsets.ISO_8859_1);
        return PICTURES.stream().noneMatch(LowerCase.of(page)::contains);
    }

    private static String text(Extraction page, List<AssessedPosting> postings) {
        return page.mainText()
                .orElseGet(() ->
                        postings.stream()
                                .map(posting -> posting.posting().text())
                                .collect(Collectors.joining("\n")));
    }

    private static String evidence(List<AssessedPosting> postings) {
        return postings.stream()
                .map(AssessedPosting::assessment)
                .flatMap(PageStates::evidence)
                .distinct()
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> evidence(Assessment assessment) {
        return Stream.of(
                        assessment.contacts().stream().map(Contact::key),
                        assessment.pay().stream()
                                .map(pay ->
                                        pay.low().toPlainString()
                                                + " "
                                                + pay.high().toPlainString()
                                                + pay.currency().orElse("")),
                        assessment.places().stream()
                                .map(place -> place.id() + " " + place.role().label()))
                .flatMap(found -> found);
    }

    /// Numbers apart, as a notice may name the ad that is gone. A short ad is told by its contact.
    private static Optional<String> template(String text, List<AssessedPosting> postings) {
        boolean isNotice =
                text.length() <= LONGEST_TEMPLATE
                        && postings.stream()
                                .allMatch(posting -> posting.assessment().contacts().isEmpty());
        if (!isNotice) {
            return Optional.empty();
        }
        String letters =
                LowerCase.of(
                        text.codePoints()
                                .filter(Character::isLetter)
                                .collect(
                                        StringBuilder::new,
                                        StringBuilder::appendCodePoint,
                                        StringBuilder::append)
                                .toString());
        return letters.length() < SHORTEST_TEMPLATE
                ? Optional.empty()
                : Optional.of(signature(letters));
    }

    private static String signature(String text) {
        return Digest.of(text).prefix(DIGITS);
    }
}
