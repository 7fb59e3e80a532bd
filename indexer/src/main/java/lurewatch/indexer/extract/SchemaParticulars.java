package lurewatch.indexer.extract;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lurewatch.indexer.Particular;
import lurewatch.indexer.Particulars;

/// Which particulars a schema.org JobPosting gives in properties of their own.
final class SchemaParticulars {
    private static final Map<Particular, List<String>> OF_THE_JOB =
            new EnumMap<>(
                    Map.of(
                            Particular.REQUIREMENTS, List.of("qualifications", "skills"),
                            Particular.BENEFITS, List.of("jobBenefits", "benefits"),
                            Particular.EMPLOYMENT_TYPE, List.of("employmentType"),
                            Particular.EXPERIENCE, List.of("experienceRequirements"),
                            Particular.EDUCATION, List.of("educationRequirements"),
                            Particular.INDUSTRY, List.of("industry"),
                            Particular.FUNCTION, List.of("occupationalCategory"),
                            Particular.TELECOMMUTING, List.of("jobLocationType")));

    private static final Map<Particular, List<String>> OF_THE_EMPLOYER =
            new EnumMap<>(
                    Map.of(
                            Particular.EMPLOYER_PROFILE, List.of("description"),
                            Particular.LOGO, List.of("logo", "image")));

    private SchemaParticulars() {}

    /// @param salary as it was read, since an amount may be marked up and left empty
    static Particulars of(SchemaItem item, String salary) {
        Set<Particular> given = EnumSet.noneOf(Particular.class);
        add(given, OF_THE_JOB, item);
        for (SchemaItem employer : item.items("hiringOrganization")) {
            add(given, OF_THE_EMPLOYER, employer);
        }
        if (!salary.isBlank()) {
            given.add(Particular.SALARY);
        }
        return Particulars.given(given).saying(said(given, item));
    }

    private static Map<Particular, String> said(Set<Particular> given, SchemaItem item) {
        Map<Particular, String> said = new EnumMap<>(Particular.class);
        for (Particular particular : Particular.NAMED) {
            if (given.contains(particular)) {
                said.put(
                        particular,
                        OF_THE_JOB.getOrDefault(particular, List.of()).stream()
                                .flatMap(name -> item.texts(name).stream())
                                .collect(Collectors.joining(", ")));
            }
        }
        return said;
    }

    private static void add(
            Set<Particular> given, Map<Particular, List<String>> known, SchemaItem item) {
        known.forEach((particular, names) -> {
            if (names.stream().anyMatch(name -> !item.texts(name).isEmpty())) {
                given.add(particular);
            }
        });
    }
}
