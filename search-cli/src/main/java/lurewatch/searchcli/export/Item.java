package lurewatch.searchcli.export;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.PageAddress;
import lurewatch.indexer.text.LegibleText;
import lurewatch.searchcli.render.ContactUri;

/// A posting as it leaves: within the ceiling, redacted, and with the reasons for its assessment.
/// Writers see nothing else, so that no format can hold what another leaves out.
///
/// Its JSON is the format `jsonl`; `v` grows when a member changes its meaning.
///
/// @param first, last when it was seen, by captures up to the time of the list; of what was brought
///   in as a file, when that was
/// @param url names the posting; it may have a mark that tells it from others of its page and
///   stands nowhere
/// @param page where it can be opened
/// @param onPage where it stands there, if it has neither a page nor a mark of its own
/// @param textVersion the number of the version that title, text and what was found in them are of
/// @param textCapture which of the captures they were read from
/// @param sightings how many captures showed it, listed or not
/// @param captures those that tell most, in ledger order, at most a hundred
/// @param capturesLeftOut how many there are besides
/// @param redacted how many places in it are masked
public record Item(
        int v,
        String id,
        Optional<String> tlp,
        Optional<String> pap,
        Optional<String> lang,
        double score,
        @JsonProperty("class") String assessmentClass,
        String context,
        boolean urgent,
        String title,
        String url,
        String page,
        Optional<String> onPage,
        String site,
        Optional<String> author,
        Optional<String> employer,
        Optional<String> location,
        Optional<String> salary,
        List<String> signals,
        List<Why> why,
        List<Contact> contacts,
        List<String> places,
        List<PlaceName> placeNames,
        List<String> countries,
        List<Pay> pay,
        Optional<Instant> posted,
        Instant first,
        Instant last,
        int versions,
        int textVersion,
        Optional<Long> textCapture,
        String text,
        String rules,
        List<String> notAssessed,
        int sightings,
        List<Seen> captures,
        int capturesLeftOut,
        List<Witness> witnesses,
        Optional<Campaign> campaign,
        Optional<Reading> reading,
        Optional<Translation> translation,
        int redacted) {
    /// The version of this form.
    static final int VERSION = 1;

    /// One signal: what it means, what it adds to the score, and the words that show it.
    public record Why(
            String signal,
            Optional<String> meaning,
            double points,
            Optional<String> reason,
            List<Quote> quotes) {
        /// What rounds to 0.0 points.
        private static final double LEAST = 0.05;

        public Why {
            quotes = List.copyOf(quotes);
        }

        /// Those of its quotes, each once, that are not legible as they stand.
        public List<Quote> unreadable() {
            Set<String> told = new HashSet<>();
            return quotes.stream()
                    .filter(quote -> quote.readAs().isPresent() && told.add(quote.quote()))
                    .toList();
        }

        /// Whether it counts, for or against; what was noticed and does not is a sign of a context
        /// that the text as a whole has not.
        public boolean counts() {
            return Math.abs(points) >= LEAST;
        }
    }

    /// Words of the text, from `start` to `end` in UTF-16 units.
    ///
    /// @param readAs what they say, where they are not legible as they stand
    public record Quote(String quote, int start, int end, Optional<String> readAs) {
        static Quote in(String text, int start, int end, Optional<LegibleText> legible) {
            return new Quote(
                    text.substring(start, end),
                    start,
                    end,
                    legible.flatMap(read -> read.wordsOf(start, end)));
        }

        /// The words, and behind them what they say where that is not legible.
        public String withReading() {
            return readAs.map(words -> quote + " (read as " + words + ")").orElse(quote);
        }

        /// With what it says masked too; it is masked itself.
        Quote masked(UnaryOperator<String> masking) {
            return new Quote(quote, start, end, readAs.map(masking));
        }

        /// Whether anything of it is left to read where something was masked.
        public boolean saysSomething() {
            return quote.chars().anyMatch(c -> c != Redactor.MASK && !Character.isWhitespace(c));
        }
    }

    /// A contact; `uri` is what a cell of a table can hold without being a formula.
    ///
    /// @param masked whether `value` was taken out; then it is no address of anybody
    public record Contact(String kind, String value, String uri, boolean masked) {
        /// Whether it is a telephone number, on whatever channel.
        public boolean hasNumber() {
            return ContactUri.isNumber(value);
        }

        /// Whether it is an invitation, which names no account: it leads into a group or a channel.
        public boolean leadsIntoGroup() {
            return ContactKind.labelled(kind)
                    .filter(known -> ContactUri.leadsIntoGroup(known, value))
                    .isPresent();
        }
    }

    /// A place of the gazetteer that the posting names.
    ///
    /// @param at where the gazetteer puts it, if it still knows it
    public record PlaceName(
            String id, String name, String country, String role, String risk, Optional<Spot> at) {}

    /// Where a place lies, in degrees; roughly, as the gazetteer does.
    ///
    /// @param kind `country`, `province`, `town`, `zone` or `compound`
    public record Spot(String kind, double lat, double lon) {}

    public record Pay(
            String written,
            String low,
            String high,
            Optional<String> currency,
            Optional<String> period) {}

    /// A capture that showed the posting, or that it was gone.
    ///
    /// @param fetched when it came into the archive
    /// @param provenance `crawled`, `compared` (under another user agent), `rendered` by a browser
    ///   or `imported` from a file
    /// @param status of the server's answer; nobody answered with what is rendered or imported
    /// @param claimed when it was seen, by the word of the file that it was brought in from
    /// @param picture the capture that shows what it looked like then
    public record Seen(
            long capture,
            String url,
            Instant fetched,
            String provenance,
            Optional<Integer> status,
            Optional<Instant> claimed,
            String mediaType,
            String shows,
            String payloadDigest,
            String recordDigest,
            String file,
            long offset,
            long length,
            Optional<Long> picture) {
        /// Whether the posting stood there.
        public boolean showsPosting() {
            return shows.startsWith("version");
        }

        /// Whether somebody brought it in as a file.
        public boolean cameAsFile() {
            return provenance.equals("imported");
        }

        /// How it came, for people.
        public String origin() {
            return switch (provenance) {
                case "imported" ->
                        "brought in from a file"
                                + claimed.map(at -> "; by its file's word seen at " + at)
                                        .orElse("");
                case "rendered" -> "made by a browser of what a server sent";
                case "compared" -> "answered by a server under another user agent" + saidStatus();
                default -> "answered by a server" + saidStatus();
            };
        }

        private String saidStatus() {
            return status.map(code -> ", status " + code).orElse("");
        }

        /// What its payload's digest is of, for people.
        public String payloadName() {
            return switch (provenance) {
                case "imported" -> "what the file has";
                case "rendered" -> "what the browser made";
                default -> "what was sent";
            };
        }
    }

    /// Another desk's capture of the same address, held against one of ours.
    ///
    /// @param key the name of the key that signed its pack
    /// @param time by the other desk's clock
    /// @param ours the capture that it was compared with
    /// @param bytes, text `same`, `other`, or `masked` where it cannot be told
    /// @param contacts how many of ours it has too, of how many
    public record Witness(
            String sender,
            String key,
            String pack,
            String capture,
            Instant time,
            String ours,
            String bytes,
            String text,
            String contacts) {}

    /// What it has in common with others of the list.
    ///
    /// @param number of the campaign in this list
    /// @param wording equal for postings of the campaign that say the same, slots aside
    /// @param slots what changes from copy to copy of that wording, in text order; none for copies
    ///   after the first 500
    public record Campaign(int number, int wording, List<Slot> slots) {
        public Campaign {
            slots = List.copyOf(slots);
        }
    }

    /// A place of the text, from `start` to `end` in UTF-16 units.
    ///
    /// @param kind contact, number or name
    public record Slot(String kind, int start, int end) {}

    /// Title and text as they read, where they are not legible as they stand.
    public record Reading(String title, String text) {
        static Optional<Reading> of(String title, String text) {
            Optional<LegibleText> readTitle = LegibleText.of(title);
            Optional<LegibleText> readText = LegibleText.of(text);
            return readTitle.isEmpty() && readText.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new Reading(
                                    readTitle.map(LegibleText::text).orElse(title),
                                    readText.map(LegibleText::text).orElse(text)));
        }

        Reading masked(UnaryOperator<String> masking) {
            return new Reading(masking.apply(title), masking.apply(text));
        }
    }

    /// Title and text in another language; nobody has checked them.
    ///
    /// @param by the program that made it
    /// @param to the language's tag
    public record Translation(String by, String to, String title, String text) {}

    public Item {
        signals = List.copyOf(signals);
        why = List.copyOf(why);
        contacts = List.copyOf(contacts);
        places = List.copyOf(places);
        placeNames = List.copyOf(placeNames);
        countries = List.copyOf(countries);
        pay = List.copyOf(pay);
        notAssessed = List.copyOf(notAssessed);
        captures = List.copyOf(captures);
        witnesses = List.copyOf(witnesses);
    }

    /// The capture that title and text were read from.
    public Optional<Seen> source() {
        return captures.stream()
                .filter(seen -> textCapture.filter(c -> c == seen.capture()).isPresent())
                .findFirst();
    }

    /// Which version they are, for people.
    public String versionName() {
        return "version " + textVersion + " of " + versions;
    }

    /// Where they were read and how that came, for people and for formats without a place for it.
    public String sourceName() {
        return source().map(seen ->
                        "text of c"
                                + seen.capture()
                                + ", "
                                + versionName()
                                + ", "
                                + seen.origin()
                                + ", payload SHA-256 "
                                + seen.payloadDigest())
                .orElse("text of " + versionName());
    }

    /// Whether all that showed it are files that somebody brought in: when they came says nothing
    /// of when it stood there.
    public boolean cameAsFile() {
        List<Seen> shown = captures.stream().filter(Seen::showsPosting).toList();
        return !shown.isEmpty() && shown.stream().allMatch(Seen::cameAsFile);
    }

    /// Whether its address is one that can be opened.
    public boolean hasUrl() {
        return url.indexOf(Redactor.MASK) < 0
                && (url.startsWith("http://") || url.startsWith("https://"));
    }

    /// Whether its page is its own, so that who blocks it blocks nobody else.
    public boolean hasOwnPage() {
        return !PageAddress.of(url).isShared();
    }

    /// This one with every string written by strangers passed through `masking`, which must keep
    /// the length of what it is given, so that offsets still hold.
    ///
    /// @param labels what employer, place of work and pay as labelled are passed through
    /// @param name what the name of whoever put it up is passed through
    /// @param count asked last, when all is masked
    Item masked(
            UnaryOperator<String> masking,
            UnaryOperator<String> labels,
            UnaryOperator<String> name,
            String maskedTitle,
            String maskedText,
            List<Contact> maskedContacts,
            IntSupplier count) {
        Optional<LegibleText> legible = LegibleText.of(maskedText);
        return new Item(
                v,
                id,
                tlp,
                pap,
                lang,
                score,
                assessmentClass,
                context,
                urgent,
                maskedTitle,
                masking.apply(url),
                masking.apply(page),
                onPage,
                site,
                author.map(name),
                employer.map(labels),
                location.map(labels),
                salary.map(labels),
                signals,
                why.stream().map(reason -> requoted(reason, maskedText, legible, masking)).toList(),
                maskedContacts,
                places,
                placeNames,
                countries,
                pay.stream().map(p -> masked(p, masking)).toList(),
                posted,
                first,
                last,
                versions,
                textVersion,
                textCapture,
                maskedText,
                rules,
                notAssessed.stream().map(masking).toList(),
                sightings,
                captures.stream().map(seen -> masked(seen, masking)).toList(),
                capturesLeftOut,
                witnesses,
                campaign,
                Reading.of(maskedTitle, maskedText).map(read -> read.masked(masking)),
                translation,
                count.getAsInt());
    }

    /// This one with a translation beside its text.
    Item translated(Translation made) {
        return new Item(
                v,
                id,
                tlp,
                pap,
                lang,
                score,
                assessmentClass,
                context,
                urgent,
                title,
                url,
                page,
                onPage,
                site,
                author,
                employer,
                location,
                salary,
                signals,
                why,
                contacts,
                places,
                placeNames,
                countries,
                pay,
                posted,
                first,
                last,
                versions,
                textVersion,
                textCapture,
                text,
                rules,
                notAssessed,
                sightings,
                captures,
                capturesLeftOut,
                witnesses,
                campaign,
                reading,
                Optional.of(made),
                redacted);
    }

    private static Why requoted(
            Why why, String text, Optional<LegibleText> legible, UnaryOperator<String> masking) {
        return new Why(
                why.signal(),
                why.meaning(),
                why.points(),
                why.reason().map(masking),
                why.quotes().stream()
                        .map(q -> Quote.in(text, q.start(), q.end(), legible).masked(masking))
                        .toList());
    }

    private static Pay masked(Pay pay, UnaryOperator<String> masking) {
        return new Pay(
                masking.apply(pay.written()), pay.low(), pay.high(), pay.currency(), pay.period());
    }

    private static Seen masked(Seen seen, UnaryOperator<String> masking) {
        return new Seen(
                seen.capture(),
                masking.apply(seen.url()),
                seen.fetched(),
                seen.provenance(),
                seen.status(),
                seen.claimed(),
                seen.mediaType(),
                seen.shows(),
                seen.payloadDigest(),
                seen.recordDigest(),
                seen.file(),
                seen.offset(),
                seen.length(),
                seen.picture());
    }
}
