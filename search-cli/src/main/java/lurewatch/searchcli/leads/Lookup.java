package lurewatch.searchcli.leads;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lurewatch.indexer.campaign.MaskedText;
import lurewatch.indexer.campaign.Sketches;
import lurewatch.indexer.search.Hit;
import lurewatch.indexer.search.ParsedQuery;
import lurewatch.indexer.search.PastedPiece;
import lurewatch.indexer.search.PostingSearch;
import lurewatch.indexer.search.QueryException;
import lurewatch.indexer.search.QueryLanguage;

/// Whether pasted lines are known: contacts and URLs exactly, texts by their likeness.
public final class Lookup {
    /// Ids that are named for one thing to people; the count says how many there are.
    private static final int MOST_IDS = 20;

    /// What a line was taken for.
    public enum Kind {
        CONTACT,
        URL,
        ID,
        TEXT,
        /// Text too short to be told from others, or a number, link or handle of no known form.
        NOTHING;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// One thing of a line.
    ///
    /// @param written as it stands in the line
    /// @param ids of the best postings that have it, at most a few
    /// @param found what has it; empty where nothing was looked for
    public record Answer(
            Kind kind,
            String written,
            ContactUses uses,
            List<String> ids,
            Optional<ParsedQuery> found) {
        public Answer {
            ids = List.copyOf(ids);
        }

        public boolean isKnown() {
            return uses.postings() > 0;
        }
    }

    private final PostingSearch search;
    private final QueryLanguage language;

    public Lookup(PostingSearch search, QueryLanguage language) {
        this.search = search;
        this.language = language;
    }

    /// Every contact and URL in the line, and what looks like one and is none; where it has none,
    /// the line itself as an id or a text.
    public List<Answer> answers(String line) throws QueryException {
        List<PastedPiece> pieces = language.pastedIn(line);
        if (pieces.isEmpty()) {
            return List.of(whole(line.strip()));
        }
        List<Answer> answers = new ArrayList<>();
        for (PastedPiece piece : pieces) {
            answers.add(answer(piece));
        }
        // Digits alone may be the number of anything, and a text be meant.
        if (pieces.stream().noneMatch(Lookup::isCertain)) {
            Optional<ParsedQuery> text = text(line.strip());
            if (text.isPresent()) {
                answers.add(answer(Kind.TEXT, line.strip(), text.get()));
            }
        }
        return answers;
    }

    private static boolean isCertain(PastedPiece piece) {
        return piece.address().isPresent() || piece.terms().size() == 1;
    }

    private static Optional<ParsedQuery> text(String line) {
        return Sketches.of(MaskedText.of(line)).map(ParsedQuery::like);
    }

    /// A link to a post is known as that post, or else by the channel that it names.
    private Answer answer(PastedPiece piece) throws QueryException {
        if (piece.address().isPresent()) {
            Answer url = answer(Kind.URL, piece.written(), piece.address().get());
            if (url.isKnown() || piece.contact().isEmpty()) {
                return url;
            }
        }
        return piece.contact().isPresent()
                ? answer(Kind.CONTACT, piece.written(), piece.contact().get())
                : nothing(piece.written());
    }

    /// The same with the ids of all postings that have it. Of many answers they are more than may
    /// be held at once.
    public Answer complete(Answer answer) throws QueryException {
        Optional<ParsedQuery> found = answer.found();
        if (found.isEmpty() || answer.ids().size() == answer.uses().postings()) {
            return answer;
        }
        return new Answer(
                answer.kind(), answer.written(), answer.uses(), search.ids(found.get()), found);
    }

    private Answer whole(String line) throws QueryException {
        if (line.matches("p[0-9a-f]{16}")) {
            return answer(Kind.ID, line, ParsedQuery.id(line));
        }
        Optional<ParsedQuery> text = text(line);
        return text.isPresent() ? answer(Kind.TEXT, line, text.get()) : nothing(line);
    }

    private static Answer nothing(String written) {
        return new Answer(
                Kind.NOTHING,
                written,
                new ContactUses(0, List.of(), Optional.empty(), Optional.empty()),
                List.of(),
                Optional.empty());
    }

    private Answer answer(Kind kind, String written, ParsedQuery query) throws QueryException {
        List<String> ids = new ArrayList<>();
        for (Hit hit : search.search(query, MOST_IDS)) {
            ids.add(hit.id());
        }
        return new Answer(kind, written, ContactUses.of(search, query), ids, Optional.of(query));
    }
}
