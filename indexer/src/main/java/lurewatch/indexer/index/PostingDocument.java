package lurewatch.indexer.index;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.Contact;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.Pay;
import lurewatch.indexer.Place;
import lurewatch.indexer.PostingTimes;
import lurewatch.indexer.Signal;
import lurewatch.indexer.Sketch;
import lurewatch.indexer.Standing;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleDocValuesField;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.DoubleRange;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;

/// Turns a posting into the document that stands for it. What hits show is stored as it was found;
/// what is looked up is folded.
final class PostingDocument {
    /// Lucene refuses terms above 32 KiB; nobody searches for keywords of this length.
    private static final int LONGEST_KEYWORD = 1000;

    private final Document document = new Document();

    private PostingDocument() {}

    static Document of(IndexEntry entry) {
        JobPosting posting = entry.posting().posting();
        PostingDocument made = new PostingDocument();
        made.addTexts(posting, Stems.in(entry.posting().assessment().language()));
        for (String words : entry.hiddenWords()) {
            made.document.add(new TextField(IndexSchema.MEANT, words, Store.NO));
        }
        made.addPosting(posting);
        made.addAssessment(entry.posting().assessment());
        made.addRoutes(Route.of(entry.posting()));
        made.addTimes(entry.times(), posting.postedAt());
        made.addStanding(entry.standing());
        entry.sketch().ifPresent(made::addSketch);
        return made.document;
    }

    private void addTexts(JobPosting posting, Optional<Stems> stems) {
        if (stems.isPresent()) {
            NotedWords words = new NotedWords();
            document.add(new NotedTextField(IndexSchema.TITLE, posting.title(), words));
            document.add(new NotedTextField(IndexSchema.TEXT, posting.text(), words));
            // Taken in in this order, so that the words stand there by then.
            document.add(new StemsField(IndexSchema.STEM, stems.get(), words));
        } else {
            document.add(new TextField(IndexSchema.TITLE, posting.title(), Store.YES));
            document.add(new TextField(IndexSchema.TEXT, posting.text(), Store.YES));
        }
    }

    private void addPosting(JobPosting posting) {
        String id = posting.id().value();
        document.add(new StringField(IndexSchema.ID, id, Store.YES));
        document.add(new SortedDocValuesField(IndexSchema.ID, new BytesRef(id)));
        keywords(IndexSchema.SITE, posting.site());
        keywords(IndexSchema.URL, UrlForm.of(posting.url()));
        keywords(IndexSchema.DOMAIN, UrlForm.domainsOf(posting.url()));
        shown(IndexSchema.SITE, posting.site());
        stored(IndexSchema.ADDRESS, posting.url());
        text(IndexSchema.EMPLOYER, posting.employer());
        posting.employer().ifPresent(employer -> counted(IndexSchema.EMPLOYER, employer));
        text(IndexSchema.LOCATION, posting.location());
        text(IndexSchema.AUTHOR, posting.author());
    }

    private void addAssessment(Assessment assessment) {
        assessment.language().ifPresent(this::addLanguage);
        double score = assessment.score();
        document.add(new DoubleField(IndexSchema.SCORE, score, Store.YES));
        document.add(new DoubleDocValuesField(IndexSchema.PRIOR, 1 + score / 100));
        assessment
                .fraud()
                .map(fraud ->
                        new DoubleField(IndexSchema.FRAUD_SCORE, fraud.probability(), Store.YES))
                .ifPresent(document::add);
        keyword(IndexSchema.CLASS, assessment.assessmentClass().label());
        keyword(IndexSchema.CONTEXT, assessment.context().label());
        keyword(IndexSchema.URGENT, Boolean.toString(assessment.isUrgent()));
        assessment.signals().stream().map(Signal::id).distinct().forEach(this::addSignal);
        addContacts(assessment.contacts());
        addPlaces(assessment.places());
        assessment.pay().stream()
                .map(Pay::usdMonth)
                .flatMap(Optional::stream)
                .forEach(this::addPay);
    }

    private void addLanguage(String tag) {
        int subtag = tag.indexOf('-');
        keywords(
                IndexSchema.LANGUAGE,
                subtag < 0 ? List.of(tag) : List.of(tag, tag.substring(0, subtag)));
        shown(IndexSchema.LANGUAGE, tag);
    }

    private void addSignal(String id) {
        keyword(IndexSchema.SIGNAL, id);
    }

    private void addContacts(List<Contact> contacts) {
        Set<String> terms = new LinkedHashSet<>();
        Set<String> keys = new LinkedHashSet<>();
        for (Contact contact : contacts) {
            keys.add(contact.key());
            terms.add(contact.key());
            terms.add(contact.value());
            // Asked for on any channel, a name goes without the sign that a business on LINE has.
            if (contact.value().startsWith("@")) {
                terms.add(contact.value().substring(1));
            }
        }
        keywords(IndexSchema.CONTACT, terms);
        keys.forEach(key -> shown(IndexSchema.CONTACT, key));
    }

    private void addPay(Pay.UsdMonth pay) {
        double[] low = {pay.low()};
        double[] high = {pay.high()};
        document.add(new DoubleRange(IndexSchema.PAY, low, high));
    }

    private void addSketch(Sketch sketch) {
        document.add(new BinaryDocValuesField(IndexSchema.SKETCH, SketchForm.of(sketch).stored()));
    }

    private void addPlaces(List<Place> places) {
        Set<String> words = new LinkedHashSet<>();
        Set<String> countries = new LinkedHashSet<>();
        Set<String> ids = new LinkedHashSet<>();
        for (Place place : places) {
            words.addAll(List.of(place.id(), place.name(), place.evidence().quote()));
            countries.add(place.country());
            ids.add(place.id());
        }
        words.forEach(word -> document.add(new TextField(IndexSchema.PLACE, word, Store.NO)));
        keywords(IndexSchema.COUNTRY, countries);
        countries.forEach(country -> shown(IndexSchema.COUNTRY, country));
        ids.forEach(id -> shown(IndexSchema.PLACE, id));
    }

    private void addRoutes(List<Route> routes) {
        Set<String> ways = new LinkedHashSet<>();
        for (Route route : routes) {
            ways.add(route.toString());
            ways.add(route.from() + Route.BETWEEN);
            ways.add(Route.BETWEEN + route.to());
        }
        keywords(IndexSchema.ROUTE, ways);
        routes.forEach(route -> counted(IndexSchema.ROUTE, route.toString()));
    }

    private void addTimes(PostingTimes times, Optional<Instant> posted) {
        time(IndexSchema.FIRST_SEEN, times.firstSeen());
        time(IndexSchema.LAST_SEEN, times.lastSeen());
        posted.ifPresent(at -> time(IndexSchema.POSTED, at));
        document.add(new IntField(IndexSchema.VERSIONS, times.versions(), Store.YES));
    }

    private void addStanding(Standing standing) {
        keyword(IndexSchema.STATUS, standing.status().label());
        if (standing.status() == Standing.Status.GONE) {
            standing.absentSince().ifPresent(at -> time(IndexSchema.GONE, at));
        }
        standing.reappearedAt().ifPresent(at -> time(IndexSchema.REAPPEARED, at));
    }

    private void time(String field, Instant at) {
        document.add(new LongField(field, at.toEpochMilli(), Store.YES));
    }

    private void text(String field, Optional<String> value) {
        value.ifPresent(text -> document.add(new TextField(field, text, Store.YES)));
    }

    private void keyword(String field, String value) {
        if (IndexSchema.folded(cut(value)).equals(value)) {
            document.add(new KeywordField(field, value, Store.YES)); // all three at once
        } else {
            keywords(field, value);
            shown(field, value);
        }
    }

    private void keywords(String field, String value) {
        String term = IndexSchema.folded(cut(value));
        if (!term.isEmpty()) {
            document.add(new StringField(field, term, Store.NO));
        }
    }

    /// Values that are the same when they are folded count once.
    private void keywords(String field, Collection<String> values) {
        Set<String> terms = new LinkedHashSet<>();
        for (String value : values) {
            terms.add(IndexSchema.folded(cut(value)));
        }
        terms.remove("");
        for (String term : terms) {
            document.add(new StringField(field, term, Store.NO));
        }
    }

    /// For hits and for counts.
    private void shown(String field, String value) {
        stored(field, value);
        counted(field, value);
    }

    private void counted(String field, String value) {
        document.add(new SortedSetDocValuesField(field, new BytesRef(cut(value))));
    }

    private void stored(String field, String value) {
        document.add(new StoredField(field, value));
    }

    private static String cut(String value) {
        return value.length() <= LONGEST_KEYWORD ? value : value.substring(0, LONGEST_KEYWORD);
    }
}
