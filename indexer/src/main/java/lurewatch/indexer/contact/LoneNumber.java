package lurewatch.indexer.contact;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import lurewatch.indexer.Contact;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.text.View;

/// Of a text that gives no other contact, the one run of digits that can be a mobile number as the
/// country of the text's language has them without a zero before, where its sentence speaks of
/// calling or writing: `600 000 591, preguntar por Carmen`, `9800000591 पर बात करें`.
final class LoneNumber {
    /// Nine to eleven digits, in groups or not.
    private static final Pattern CANDIDATE =
            Pattern.compile("[1-9](?:[- ]?\\d){8,10}|\\(?[1-9]\\d\\)? ?9 ?\\d{4}-?\\d{4}");

    /// Say of the number before them that it is where to call.
    private static final Pattern TURN_TO =
            Pattern.compile(
                    " ?(?:पर |पे |वर |ਤੇ |'ਤੇ |પર |ಗೆ |కు |కి |క్కు |க்கு |என்ற எண்|എന്ന നമ്പ|ലേക്ക് |ൽ വിളി|മാ |मा (?:फोन|सम्पर्क|कल))");

    private final View view;
    private final String text;
    private final Cues cues;
    private final Map<String, Candidate> candidates = new LinkedHashMap<>();

    LoneNumber(View view, Cues cues) {
        this.view = view;
        this.text = view.text();
        this.cues = cues;
    }

    /// Digits that may be a mobile number without a zero, where nothing beside them says so.
    record Candidate(String digits, int start, int end) {}

    /// Takes note of a run of digits that nothing beside it says to be a number.
    void note(String digits, int start, int end, ContactList contacts) {
        if (candidates.size() > 1) {
            return; // none is the only one
        }
        String written = text.substring(start, end);
        if (CANDIDATE.matcher(written).matches()
                && candidates.values().stream().noneMatch(c -> c.end() > start)
                && !NoPhones.isOne(text, start, end, -1)
                && !cues.isCounted(view.rawStart(start))
                && !contacts.isTaken(view.rawStart(start), view.rawEnd(end))
                && cues.before(view.rawStart(start)).filter(Cues::isOfOthers).isEmpty()) {
            candidates.put(digits, new Candidate(digits, start, end));
        }
    }

    /// The only one noted, if it stands for the text's only contact.
    Optional<Candidate> only(ContactList contacts) {
        if (candidates.size() != 1
                || !contacts.contacts().stream().allMatch(LoneNumber::isNoOther)) {
            return Optional.empty();
        }
        return candidates.values().stream().filter(this::isSpokenOf).findFirst();
    }

    /// Whether a word behind it says that one may turn to the number, or its sentence names a
    /// channel.
    private boolean isSpokenOf(Candidate number) {
        return TURN_TO.matcher(text).region(number.end(), text.length()).lookingAt()
                || cues.isNamedInSentence(view.rawStart(number.start()), view.rawEnd(number.end()));
    }

    private static boolean isNoOther(Contact contact) {
        return contact.kind() == ContactKind.BANK || contact.kind() == ContactKind.URL;
    }
}
