package lurewatch.indexer.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import lurewatch.indexer.Block;
import lurewatch.indexer.text.Sayings;
import lurewatch.indexer.text.VisibleText;

/// Where a text's parts lie that different hands wrote: the text itself, and each comment under it.
/// A recruiter answers under news and warnings, and readers warn under a recruiter's ad; judged as
/// one text, either would hide the other.
///
/// @param comments in text order; what lies in none of them is the text itself
public record Parts(List<Span> comments) {
    /// From `start` to before `end`.
    public record Span(int start, int end) {
        public boolean holds(int from, int to) {
            return start <= from && to <= end;
        }
    }

    private static final Parts NONE = new Parts(List.of());
    private static final int LONGEST_HEADING = 40;
    private static final int MAX_COMMENTS = 200;
    private static final int MAX_PARAGRAPHS = 12;

    private static final String COMMENTS = Sayings.OF_TEXTS.either("comments");

    private static final String COMMENTS_WITH_WHOSE = "(?:网友|網友|热门|熱門|精选|精選)?(?:" + COMMENTS + ")";

    /// `댓글 2`, `2 comments`, `COMMENTS (12):`, `— Komentar teratas —`, `——网友评论——`.
    private static final Pattern HEADING =
            Pattern.compile(
                    "^[\\s\\p{P}\\p{S}]{0,6}(?:\\d{1,6}\\s)?"
                            + COMMENTS_WITH_WHOSE
                            + "(?:\\s(?:"
                            + Sayings.OF_TEXTS.either("which-comments")
                            + "))?[\\s\\p{P}\\p{S}]{0,4}\\d{0,6}[\\s\\p{P}\\p{S}개건条則则件]{0,6}$",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /// `댓글: …`, `[comment] …`, `Reply from Kim: …`.
    private static final Pattern LABEL =
            Pattern.compile(
                    "^[\\s\\p{P}\\p{S}]{0,6}(?:"
                            + COMMENTS
                            + ")\\s?(?:\\d{1,4}|#\\d{1,4})?(?:\\s(?:"
                            + Sayings.OF_TEXTS.either("comment-from")
                            + ")\\s[^:：\\n]{1,30})?\\s?[\\])】]?\\s?(?:[:：]|(?<=[\\])】]))",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /// What a heading's or label's first letters are of.
    private static final HeadedPattern FIRST_LETTERS =
            HeadedPattern.compile(
                    COMMENTS_WITH_WHOSE, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    public Parts {
        comments = List.copyOf(comments);
    }

    public boolean hasComments() {
        return !comments.isEmpty();
    }

    /// What of a text of that length is its own, in text order.
    public List<Span> main(int length) {
        List<Span> main = new ArrayList<>();
        int start = 0;
        for (Span comment : comments) {
            if (comment.start() > start) {
                main.add(new Span(start, comment.start()));
            }
            start = Math.max(start, comment.end());
        }
        if (start < length) {
            main.add(new Span(start, length));
        }
        return main;
    }

    /// Whether this stretch is the text's own.
    public boolean isMain(int start, int end) {
        return comments.stream().noneMatch(c -> c.start() < end && start < c.end());
    }

    /// The parts of a posting's text by its blocks; where no block is a comment, by its lines.
    public static Parts of(List<Block> blocks, VisibleText visible) {
        List<Span> comments = new ArrayList<>();
        int end = 0;
        for (Block block : blocks) {
            int start = end > 0 ? end + 1 : 0; // JobPosting.text() puts a line feed between blocks
            end = start + block.text().length();
            if (block.kind() == Block.Kind.COMMENT && end > start) {
                comments.add(new Span(seen(visible, start), seen(visible, end)));
            }
        }
        return comments.isEmpty() ? of(visible.text()) : new Parts(comments);
    }

    /// Where in the visible text stands what stands at `raw` of the raw one.
    private static int seen(VisibleText visible, int raw) {
        int low = 0;
        int high = visible.text().length();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (visible.rawStart(middle) < raw) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// The parts of a text that no page divides: comments begin under a heading or behind a label,
    /// one to a line or paragraph, and go on to the end.
    public static Parts of(String text) {
        List<Span> comments = new ArrayList<>();
        boolean underHeading = false;
        int lineStart = 0;
        while (lineStart < text.length() && comments.size() < MAX_COMMENTS) {
            int lineEnd = text.indexOf('\n', lineStart);
            lineEnd = lineEnd < 0 ? text.length() : lineEnd;
            if (lineEnd > lineStart) {
                // the first line of a text is its title
                boolean may = lineStart > 0 && mayBeEither(text, lineStart, lineEnd);
                boolean heading = may && isHeading(text, lineStart, lineEnd);
                boolean labelled = may && !heading && isLabelled(text, lineStart, lineEnd);
                if (!heading && (underHeading || labelled)) {
                    comments.add(new Span(lineStart, lineEnd));
                }
                underHeading |= heading || labelled;
            }
            lineStart = lineEnd + 1;
        }
        return comments.isEmpty() ? NONE : new Parts(comments);
    }

    /// Where paragraphs after the first begin, a blank line before each; of many only the first.
    public static List<Integer> paragraphs(String text) {
        List<Integer> starts = new ArrayList<>();
        int blank = text.indexOf("\n\n");
        while (blank >= 0 && starts.size() < MAX_PARAGRAPHS) {
            int start = blank;
            while (start < text.length() && text.charAt(start) == '\n') {
                start++;
            }
            if (start < text.length()) {
                starts.add(start);
            }
            blank = text.indexOf("\n\n", start);
        }
        return starts;
    }

    /// Whether what stands before the paragraph says that something follows.
    public static boolean announces(String text, int paragraph) {
        int end = paragraph;
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end > 0 && ":：—-".indexOf(text.charAt(end - 1)) >= 0;
    }

    /// Whether the first letters allow it: nearly all lines are ruled out by that.
    private static boolean mayBeEither(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (Character.isLetter(text.charAt(i))) {
                return FIRST_LETTERS.mayBeginAt(text, i);
            }
        }
        return false;
    }

    private static boolean isHeading(String text, int start, int end) {
        return end - start <= LONGEST_HEADING
                && HEADING.matcher(text.substring(start, end)).matches();
    }

    private static boolean isLabelled(String text, int start, int end) {
        String beginning = text.substring(start, Math.min(end, start + 2 * LONGEST_HEADING));
        return LABEL.matcher(beginning).lookingAt();
    }
}
