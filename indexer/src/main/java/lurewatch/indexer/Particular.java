package lurewatch.indexer;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// What an ad may give in a place of its own beside its text, on boards and in schema.org's
/// `JobPosting` alike.
public enum Particular {
    /// What the employer says about itself, apart from the job.
    EMPLOYER_PROFILE,
    LOGO,
    REQUIREMENTS,
    BENEFITS,
    SALARY,
    EMPLOYMENT_TYPE,
    EXPERIENCE,
    EDUCATION,
    INDUSTRY,
    /// What kind of work it is, as a board files it.
    FUNCTION,
    /// That the work is done from anywhere.
    TELECOMMUTING;

    /// Those that boards name in a word or two, so that it tells something what they say.
    public static final Set<Particular> NAMED =
            Collections.unmodifiableSet(
                    EnumSet.of(EMPLOYMENT_TYPE, EXPERIENCE, EDUCATION, INDUSTRY, FUNCTION));

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
