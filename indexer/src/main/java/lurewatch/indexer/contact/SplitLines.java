package lurewatch.indexer.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.scan.FewStrings;
import lurewatch.indexer.scan.Match;
import lurewatch.indexer.scan.ScannedText;
import lurewatch.indexer.scan.Scripts;
import lurewatch.indexer.text.Sayings;
import lurewatch.indexer.text.View;

/// Names and mail addresses of which each line has a part: `sample.chat⏎@⏎example⏎.com`, and names
/// of which the text says so: `sample⏎destek69⏎(satırları birleştir)`.
final class SplitLines {
    /// Say that the lines are one.
    private static final FewStrings NOTES = FewStrings.of(Sayings.OF_NAMES.words("lines-are-one"));

    private static final int MOST_LINES = 6;
    private static final int LONGEST_LINE = 40;

    /// How many addresses are tried.
    private static final int MOST_TRIES = 40;

    private static final Pattern MAIL =
            Pattern.compile(
                    "[A-Za-z0-9][A-Za-z0-9._%+-]{1,63}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){0,4}\\.[A-Za-z]{2,24}");

    private static final Pattern NAME = Pattern.compile("@?[A-Za-z0-9_.-]{3,40}");

    private final View view;
    private final String text;
    private final Cues cues;
    private final ContactList contacts;

    private SplitLines(View view, Cues cues, ContactList contacts) {
        this.view = view;
        this.text = view.text();
        this.cues = cues;
        this.contacts = contacts;
    }

    static void findIn(ScannedText scanned, Cues cues, ContactList contacts) {
        String raw = scanned.raw();
        if (raw.indexOf('\n') < 0) {
            return;
        }
        SplitLines lines = new SplitLines(scanned.views().cased(), cues, contacts);
        View folded = scanned.views().folded();
        NOTES.scan(
                folded,
                (note, start, end) -> lines.readBefore(lines.view.indexOf(folded.rawStart(start))));
        lines.findMails();
    }

    /// What a line holds and nothing beside it.
    private record Part(int start, int end) {}

    /// Reads the lines right before that of the note.
    private void readBefore(int note) {
        int lineStart = text.lastIndexOf('\n', note - 1);
        List<Part> parts = new ArrayList<>();
        int end = lineStart;
        while (end > 0 && parts.size() < MOST_LINES) {
            Optional<Part> part = partBefore(end);
            if (part.isEmpty()) {
                break;
            }
            parts.addFirst(part.get());
            if (!beginsLine(part.get().start())) {
                break;
            }
            end = part.get().start() - 1;
        }
        if (parts.size() > 1 && isFree(parts)) {
            String joined = joined(parts);
            if (MAIL.matcher(joined).matches()) {
                addMail(joined, parts);
            } else if (NAME.matcher(joined).matches()) {
                addName(joined.replace("@", ""), parts);
            }
        }
    }

    /// The line that ends at `end` where it holds one part, or what stands behind its colon is one.
    private Optional<Part> partBefore(int end) {
        return wordBefore(end)
                .filter(part -> beginsLine(part.start()) || isBehindColon(part.start()));
    }

    private Optional<Part> wordBefore(int end) {
        int last = end;
        while (last > 0 && text.charAt(last - 1) == ' ') {
            last--;
        }
        int start = last;
        while (start > 0 && last - start < LONGEST_LINE && isOfPart(text.charAt(start - 1))) {
            start--;
        }
        return start < last ? Optional.of(new Part(start, last)) : Optional.empty();
    }

    private boolean beginsLine(int i) {
        return i == 0 || text.charAt(i - 1) == '\n';
    }

    private boolean isBehindColon(int i) {
        int colon = text.charAt(i - 1) == ' ' ? i - 2 : i - 1;
        return colon >= 0 && ":：".indexOf(text.charAt(colon)) >= 0;
    }

    private static boolean isOfPart(char c) {
        return Scripts.isAsciiWord(c) || ".-@+%".indexOf(c) >= 0;
    }

    private String joined(List<Part> parts) {
        StringBuilder joined = new StringBuilder();
        parts.forEach(part -> joined.append(text, part.start(), part.end()));
        return joined.toString();
    }

    private boolean isFree(List<Part> parts) {
        return !contacts.isTaken(
                view.rawStart(parts.getFirst().start()), view.rawEnd(parts.getLast().end()));
    }

    private void addName(String name, List<Part> parts) {
        int start = parts.getFirst().start();
        int end = parts.getLast().end();
        for (Match cue : cues.allBefore(view.rawStart(start))) {
            Optional<ContactKind> kind = HandleContacts.channelWithNames(cue);
            Handle handle = new Handle(name, start, end, true, true);
            if (kind.filter(handle::fits).isPresent()) {
                contacts.add(
                        kind.get(),
                        LowerCase.of(name),
                        view,
                        start,
                        end,
                        0.85,
                        "name in lines after " + kind.get().label() + " cue",
                        Concealment.DISGUISED);
                return;
            }
        }
    }

    private void addMail(String address, List<Part> parts) {
        contacts.add(
                ContactKind.EMAIL,
                EmailContacts.canonical(address),
                view,
                parts.getFirst().start(),
                parts.getLast().end(),
                0.9,
                "mail in lines",
                Concealment.DISGUISED);
    }

    /// Addresses whose sign stands at the beginning or end of a line.
    private void findMails() {
        int tries = 0;
        for (int at = text.indexOf('@');
                at >= 0 && tries < MOST_TRIES && !contacts.isFull();
                at = text.indexOf('@', at + 1)) {
            boolean begins = at > 0 && text.charAt(at - 1) == '\n';
            boolean ends = at + 1 < text.length() && text.charAt(at + 1) == '\n';
            if (begins || ends) {
                tries++;
                readAround(at, begins);
            }
        }
    }

    private void readAround(int at, boolean begins) {
        List<Part> parts = new ArrayList<>();
        boolean alone = begins && at + 1 < text.length() && text.charAt(at + 1) == '\n';
        Optional<Part> local = alone ? wordBefore(at - 1) : partBefore(begins ? at - 1 : at);
        if (local.isEmpty() || local.get().end() - local.get().start() < 2) {
            return;
        }
        parts.add(local.get());
        int start = at;
        while (start < text.length() && parts.size() <= MOST_LINES) {
            int end = start;
            while (end < text.length()
                    && end - start < LONGEST_LINE
                    && isOfPart(text.charAt(end))) {
                end++;
            }
            boolean ended = end == text.length() || text.charAt(end) == '\n';
            if (end == start || (!ended && " ,;)（(".indexOf(text.charAt(end)) < 0)) {
                break;
            }
            parts.add(new Part(start, end));
            String joined = joined(parts);
            boolean goesOn =
                    end + 1 < text.length()
                            && text.charAt(end) == '\n'
                            && text.charAt(end + 1) == '.';
            if (!goesOn && MAIL.matcher(joined).matches()) {
                if (isFree(parts)) {
                    addMail(joined, parts);
                }
                return;
            }
            if (!ended) {
                return;
            }
            start = end + 1;
        }
    }
}
