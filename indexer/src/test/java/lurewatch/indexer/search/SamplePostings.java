package lurewatch.indexer.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.AssessmentClass;
import lurewatch.indexer.Block;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.Contact;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.Context;
import lurewatch.indexer.Evidence;
import lurewatch.indexer.FraudScore;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.Particulars;
import lurewatch.indexer.Pay;
import lurewatch.indexer.Place;
import lurewatch.indexer.PlaceRole;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.PostingTimes;
import lurewatch.indexer.Signal;
import lurewatch.indexer.campaign.Sketches;
import lurewatch.indexer.index.IndexEntry;
import lurewatch.indexer.index.PostingIndex;

/// The postings of `postings.tsv`, made without any detector: what they were assessed as stands in
/// the file.
final class SamplePostings {
    private static final Pattern HANDLE =
            Pattern.compile("(?:https?://)?(?:t\\.me/|@)([A-Za-z]\\w{3,31})");
    private static final Pattern PHONE = Pattern.compile("(?:tel:)?\\+?[0-9() .-]{7,30}");
    private static final Pattern MAIL = Pattern.compile("[\\w.]+@[\\w-]+\\.[\\w.]+");

    private static final Pattern DOLLARS =
            Pattern.compile("(\\d{3,5}) ?(?:USDT?|d\u00f3lares|\\$)");

    private SamplePostings() {}

    record Sample(AssessedPosting posting, PostingTimes times) {
        IndexEntry entry() {
            return new IndexEntry(posting, times, Sketches.of(posting));
        }
    }

    static List<Sample> all() {
        return rows("postings.tsv").stream().map(SamplePostings::sample).toList();
    }

    static void putAll(PostingIndex index) {
        all().forEach(sample -> index.put(sample.entry()));
    }

    /// Rows without comments, blank lines and header.
    static List<String[]> rows(String file) {
        try (Stream<String> lines =
                Files.lines(
                        Path.of(
                                Optional.ofNullable(SamplePostings.class.getResource(file))
                                        .orElseThrow()
                                        .toURI()))) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Sample sample(String[] row) {
        String text = row[10];
        JobPosting posting =
                new JobPosting(
                        new PostingId(row[0]),
                        new CaptureId(1),
                        row[2],
                        row[3],
                        row[9],
                        Optional.empty(),
                        Optional.of(row[8]).filter(name -> !name.isEmpty()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(new Block(Block.Kind.BODY, text)),
                        List.of(),
                        Particulars.UNKNOWN);
        double score = Double.parseDouble(row[4]);
        Assessment assessment =
                new Assessment(
                        Optional.of(row[1]),
                        score,
                        score >= 70
                                ? AssessmentClass.LURE
                                : score >= 40 ? AssessmentClass.REVIEW : AssessmentClass.LOW,
                        Context.valueOf(row[5].toUpperCase(Locale.ROOT)),
                        score >= 40
                                ? List.of(
                                        new Signal(
                                                "pay_too_high",
                                                0.8,
                                                List.of(Evidence.in(text, 0, 1))))
                                : List.of(),
                        contacts(row[6]),
                        places(row[7], text),
                        pay(text),
                        List.of(),
                        "test",
                        // English ones read as fraudulent as they score.
                        row[1].equals("en")
                                ? Optional.of(new FraudScore(score / 100, "test", List.of()))
                                : Optional.empty(),
                        List.of());
        Instant last = Instant.parse(row[11] + "T12:00:00Z");
        return new Sample(
                new AssessedPosting(posting, assessment),
                new PostingTimes(last.minusSeconds(86_400 * 10L), last, 1));
    }

    private static List<Contact> contacts(String keys) {
        List<Contact> contacts = new ArrayList<>();
        for (String key : keys.isEmpty() ? new String[0] : keys.split(" ")) {
            int colon = key.indexOf(':');
            contacts.add(
                    new Contact(
                            ContactKind.labelled(key.substring(0, colon)).orElseThrow(),
                            key.substring(colon + 1),
                            key.substring(colon + 1),
                            -1,
                            -1,
                            0.9,
                            "test"));
        }
        return contacts;
    }

    private static List<Pay> pay(String text) {
        return DOLLARS.matcher(text)
                .results()
                .map(found -> {
                    BigDecimal amount = new BigDecimal(found.group(1));
                    double usd = amount.doubleValue();
                    return new Pay(
                            amount,
                            amount,
                            Optional.of("USD"),
                            Optional.of(Pay.Period.MONTH),
                            Optional.of(new Pay.UsdMonth(usd, usd)),
                            Evidence.in(text, found.start(), found.end()));
                })
                .toList();
    }

    private static List<Place> places(String written, String text) {
        if (written.isEmpty()) {
            return List.of();
        }
        String[] parts = written.split(":", 2);
        return List.of(
                new Place(
                        parts[0],
                        parts[1],
                        parts[0].substring(0, 2).toUpperCase(Locale.ROOT),
                        "high",
                        PlaceRole.DESTINATION,
                        Evidence.in(text, 0, 1)));
    }

    /// A contact reader as strict as the real one, for the few writings that the tests use.
    static Optional<Contact> read(String pasted) {
        Matcher handle = HANDLE.matcher(pasted);
        if (handle.matches()) {
            return contact(ContactKind.TELEGRAM, handle.group(1).toLowerCase(Locale.ROOT), pasted);
        }
        if (MAIL.matcher(pasted).matches()) {
            return contact(ContactKind.EMAIL, pasted.toLowerCase(Locale.ROOT), pasted);
        }
        String digits = pasted.replaceAll("\\D", "");
        boolean isNumber = PHONE.matcher(pasted).matches() && digits.length() >= 9;
        return isNumber && (pasted.contains("+") || digits.startsWith("0"))
                ? contact(
                        ContactKind.PHONE,
                        digits.startsWith("0") ? "+855" + digits.substring(1) : "+" + digits,
                        pasted)
                : Optional.empty();
    }

    private static Optional<Contact> contact(ContactKind kind, String value, String raw) {
        return Optional.of(new Contact(kind, value, raw, -1, -1, 1, "test"));
    }
}
