package lurewatch.indexer;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/// Where a posting wants to be answered. A lead, not an identity: handles are recycled and copied.
///
/// @param value canonical: handles without `@` (lower case where the channel ignores case), phones
///   in E.164, mail domains in lower case, wallets as they are. What only a link leads to keeps the
///   kind of link before it: `g2/…`, `lin.ee/…`; a link to a business on LINE is `@name`
/// @param raw as it stood: the text from `start` to `end`, or a link's target
/// @param start offset in the raw text, or -1 for a contact that only a link carries
/// @param confidence 0 to 1 that this is such a contact
/// @param method the rule that found it, for the record
/// @param traits what the judgement of the text asks of it
public record Contact(
        ContactKind kind,
        String value,
        String raw,
        int start,
        int end,
        double confidence,
        String method,
        Set<Trait> traits) {
    public enum Trait {
        /// No person's: a land line or a free number, as far as is known.
        LAND_LINE,

        /// Written so that a plain search misses it.
        DISGUISED
    }

    private static final Pattern LEAD =
            Pattern.compile(
                    "^(?:@|(?:p|g2?|u|me|eu|qr|talk|join|ticket|message|channel|lin\\.ee)/|g2?=)");

    public Contact {
        traits = Set.copyOf(traits);
        if (value.isEmpty()) {
            throw new IllegalArgumentException("contact without value: " + kind);
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence out of range: " + confidence);
        }
        if (start >= 0 ? end <= start : start != -1 || end != -1) {
            throw new IllegalArgumentException("impossible span: " + start + ".." + end);
        }
    }

    /// One without traits.
    public Contact(
            ContactKind kind,
            String value,
            String raw,
            int start,
            int end,
            double confidence,
            String method) {
        this(kind, value, raw, start, end, confidence, method, Set.of());
    }

    public Contact with(Trait trait) {
        Set<Trait> all = EnumSet.of(trait);
        all.addAll(traits);
        return new Contact(kind, value, raw, start, end, confidence, method, all);
    }

    public boolean isLandLine() {
        return traits.contains(Trait.LAND_LINE);
    }

    public boolean isDisguised() {
        return traits.contains(Trait.DISGUISED);
    }

    /// The value without what says where a link to it led: it may stand elsewhere behind another.
    public String name() {
        return LEAD.matcher(value).replaceFirst("");
    }

    /// Whether it stands in the text itself and not only behind a link.
    public boolean isInText() {
        return start >= 0;
    }

    /// `telegram:name`, the key by which postings are joined.
    public String key() {
        return kind.label() + ":" + value;
    }
}
