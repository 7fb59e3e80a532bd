package lurewatch.indexer.contact;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.scan.Match;
import lurewatch.indexer.scan.Scripts;
import lurewatch.indexer.text.View;

/// Names of letters alone behind the word for a channel, with nothing that marks them as names:
/// `telegram leadjobs`. They look like words, so only what is no ordinary word counts, and only
/// where nothing goes on behind it as it does behind `telegram channel for …`.
final class LoneNames {
    private static final int SHORTEST = 6;

    /// May stand between the two.
    private static final String BETWEEN = " :=-–—→➡>";

    private static final int MAX_BETWEEN = 4;

    private static final Pattern PERSONS =
            Pattern.compile(", \\p{Lu}\\p{Ll}{1,20}(?:,| \\p{Ll}{1,4}) \\p{Lu}\\p{Ll}{1,20}\\b");

    /// Channels whose names are English words too: `the production line`.
    private static final Set<ContactKind> WORDS =
            EnumSet.of(ContactKind.LINE, ContactKind.MESSENGER);

    /// What may stand before such a channel that is meant.
    private static final Set<String> BEFORE_CHANNEL =
            Set.of("my", "our", "add", "on", "via", "or", "and", "me", "to");

    private final View view;
    private final String text;
    private final FoundNames names;
    private final PlainWords plainWords;
    private final Cues cues;

    LoneNames(FoundNames names, PlainWords plainWords, Cues cues) {
        this.view = names.view();
        this.text = view.text();
        this.names = names;
        this.plainWords = plainWords;
        this.cues = cues;
    }

    /// The name right behind the cue.
    Optional<Handle> behind(Match cue, ContactKind kind) {
        int end = view.indexOf(cue.end());
        int start = end;
        while (start < text.length()
                && start - end < MAX_BETWEEN
                && BETWEEN.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        boolean mayBegin =
                start > end
                        && (!kind.isNetwork() || !text.substring(end, start).isBlank())
                        && start < text.length()
                        && Scripts.isAsciiLetter(text.charAt(start))
                        && (!WORDS.contains(kind) || isChannel(view.indexOf(cue.start())));
        return mayBegin
                ? names.read(start, kind, Handle.Mark.UNMARKED)
                        .filter(h -> isWritten(h.name()) && endsClause(h.end()))
                        .filter(h -> !isListed(h.end()))
                        .filter(names::isFree)
                        .filter(h -> !plainWords.contain(LowerCase.of(h.name())))
                : Optional.empty();
    }

    /// Whether a word such as `line` is the channel: in capitals, at the beginning of a clause, or
    /// behind words that lead to it.
    private boolean isChannel(int start) {
        if (Character.isUpperCase(text.charAt(start))) {
            return true;
        }
        int end = start;
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        int word = end;
        while (word > 0 && Character.isLetter(text.charAt(word - 1))) {
            word--;
        }
        return word == end
                || text.charAt(word) > 0x24F
                || BEFORE_CHANNEL.contains(LowerCase.of(text.substring(word, end)));
    }

    /// Letters as names have them: small, or with a capital within (`LeadJobs`). What only begins
    /// with one is a person's or a firm's name.
    private static boolean isWritten(String name) {
        boolean inner = false;
        boolean small = true;
        boolean capitals = true;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!Scripts.isAsciiLetter(c)) {
                return false;
            }
            boolean capital = Character.isUpperCase(c);
            inner |= capital && i > 0;
            small &= !capital;
            capitals &= capital;
        }
        return name.length() >= SHORTEST && (small || (inner && !capitals));
    }

    /// `Telegram: typists, clerks and …`: whether what stands behind a colon is an ordinary word,
    /// or the first of several.
    boolean isPlainlyNone(Handle handle) {
        String name = handle.name();
        return text.charAt(handle.start()) != '@'
                && !handle.spelledOut()
                && (isFirstOfPersons(handle)
                        || (name.chars().allMatch(c -> c >= 'a' && c <= 'z')
                                && (plainWords.contain(name) || isListed(handle.end()))));
    }

    /// `Telegram: Oscar, Victor, Mike and Charlie answer`: whether two more words with capitals and
    /// nothing else follow behind commas.
    private boolean isFirstOfPersons(Handle handle) {
        return handle.name().length() > 1
                && Character.isUpperCase(handle.name().charAt(0))
                && handle.name().substring(1).chars().allMatch(c -> c >= 'a' && c <= 'z')
                && PERSONS.matcher(text).region(handle.end(), text.length()).lookingAt();
    }

    /// Whether ordinary words go on behind a comma or another joint: `Telegram: typists, clerks`.
    private boolean isListed(int end) {
        int next = end;
        while (next < text.length() && " ,、，".indexOf(text.charAt(next)) >= 0) {
            next++;
        }
        if (next == end || next == text.length() || !isJointOrComma(end, next)) {
            return false;
        }
        for (int words = 0; words < 2; words++) {
            int wordEnd = next;
            while (wordEnd < text.length() && Scripts.isAsciiLetter(text.charAt(wordEnd))) {
                wordEnd++;
            }
            String word = LowerCase.of(text.substring(next, wordEnd));
            if (ChannelJoints.isJoint(word)
                    && wordEnd < text.length()
                    && text.charAt(wordEnd) == ' ') {
                next = wordEnd + 1;
                continue;
            }
            return word.length() >= 4
                    && Character.isLowerCase(text.charAt(next))
                    && (plainWords.contain(word) || isListItem(wordEnd))
                    && !cues.at(view.rawStart(next)).filter(Cues::isMessenger).isPresent();
        }
        return false;
    }

    /// Whether a list goes on behind a word of it.
    private boolean isListItem(int wordEnd) {
        int next = wordEnd;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        return next < text.length()
                && (",、，".indexOf(text.charAt(next)) >= 0 || (next > wordEnd && isJoint(next)));
    }

    private boolean isJointOrComma(int end, int next) {
        return text.charAt(end) != ' ' || isJoint(next);
    }

    /// Whether a word such as `or` begins there.
    private boolean isJoint(int start) {
        int end = start;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return ChannelJoints.isJoint(LowerCase.of(text.substring(start, end)));
    }

    private boolean endsClause(int end) {
        int next = end;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        return next == text.length()
                || (next > end && isJoint(next))
                || (next == end
                        ? "\n.,;!)|/。，、；！）".indexOf(text.charAt(next)) >= 0
                        : !Character.isLetterOrDigit(text.charAt(next))
                                && "'?@:".indexOf(text.charAt(next)) < 0);
    }
}
