package lurewatch.indexer.rules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What one signal means and what it does to an assessment.
///
/// @param group heading under which people look for it: `offer`, `work`, …
/// @param role its part in the combination rule
/// @param weight of a hit that no phrase of the lexicon weighs, -1 to 1
/// @param strength how specific for lures it is by public sources
/// @param negation what a denial around a phrase does to it
/// @param innocent where it is usual without any lure
/// @param raisedBy sentences that must raise it
/// @param notBy innocent sentences that must not
/// @param seenIn what shows it; a text where nothing is said
public record SignalRule(
        String id,
        String group,
        Role role,
        Strength strength,
        double weight,
        Negation negation,
        String definition,
        String source,
        String innocent,
        List<String> raisedBy,
        List<String> notBy,
        Optional<SeenIn> seenIn) {
    /// A signal's part in the combination rule.
    public enum Role {
        /// Work as lures describe it.
        WORK,
        /// A crime recruited for in the same places.
        SISTER,
        /// What makes people accept.
        INDUCEMENT,
        /// How they get there.
        JOURNEY,
        /// How the recruiter behaves.
        CONDUCT,
        /// How to answer.
        CONTACT,
        /// What speaks for another kind of text.
        CONTEXT;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// How specific a signal is.
    public enum Strength {
        WEAK,
        MEDIUM,
        STRONG
    }

    /// What "no", "not" and "without" do.
    public enum Negation {
        /// The phrase counts all the same: it denies already, or its denial is as telling.
        KEEPS,
        /// Denied, it says nothing.
        DROPS,
        /// Denied, it is an unasked-for reassurance.
        REASSURES
    }

    /// What shows a signal.
    public enum SeenIn {
        TEXT,
        /// Not the text alone but the other postings that are known.
        OTHER_POSTINGS
    }

    public SignalRule {
        raisedBy = List.copyOf(raisedBy);
        notBy = List.copyOf(notBy);
        if (!(weight >= -1 && weight <= 1)) {
            throw new IllegalArgumentException("weight " + weight + " is not within -1 to 1");
        }
        if ((role == Role.CONTEXT) != (weight < 0)) {
            throw new IllegalArgumentException(
                    "weight "
                            + weight
                            + " does not fit role "
                            + role.label()
                            + "; context alone is negative");
        }
    }

    /// Whether a text alone can raise it, so that sentences can hold it to that.
    public boolean readsText() {
        return seenIn.filter(SeenIn.OTHER_POSTINGS::equals).isEmpty();
    }

    public boolean isContext() {
        return role == Role.CONTEXT;
    }
}
