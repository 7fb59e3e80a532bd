package lurewatch.indexer.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.AssessmentClass;
import lurewatch.indexer.Block;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.Context;
import lurewatch.indexer.Evidence;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.Particulars;
import lurewatch.indexer.Place;
import lurewatch.indexer.PlaceRole;
import lurewatch.indexer.PostingId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// From where to where, by language, domain and places.
class RouteTest {
    @ParameterizedTest(name = "{0} at {1}, {2}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    # language | domain           | places by role               | routes
                    th         | board.example    | destination:MM               | TH..MM
                    th         | www.board.co.th  | destination:MM               | TH..MM
                    ko         | board.example    | destination:KH destination:KH| KR..KH
                    ko         | board.com.au     | destination:KH               | KR..KH AU..KH
                    zh-Hans    | board.example    | destination:KH destination:MM| CN..KH CN..MM
                    zh-Hant    | board.example    | destination:KH               | TW..KH
                    pt-BR      | board.example    | destination:TH               | BR..TH
                    # A language of many countries says nothing, its country's form does.
                    pt         | board.example    | destination:TH               | -
                    en         | board.example    | destination:TH               | -
                    en-PH      | board.example    | destination:TH               | PH..TH
                    en         | board.com.ph     | destination:TH               | PH..TH
                    en         | board.co.uk      | destination:TH               | GB..TH
                    # Domains that are anybody's, and what is no country's domain.
                    en         | t.me             | destination:TH               | -
                    en         | board.io         | destination:TH               | -
                    en         | board.eu         | destination:TH               | -
                    # Work at home, and places that are no places of work.
                    th         | board.example    | destination:TH               | -
                    th         | board.example    | employer:MM                  | -
                    th         | board.example    | mention:MM                   | -
                    th         | board.example    | -                            | -
                    -          | board.example    | destination:MM               | -
                    xx-nonsense| board.example    | destination:MM               | -
                    """)
    void leadsFromWhereItRecruitsToWhereTheWorkIs(
            String language, String domain, String places, String routes) {
        String found =
                Route.of(posting(language, domain, places)).stream()
                        .map(Route::toString)
                        .collect(Collectors.joining(" "));
        assertThat(found).isEqualTo(routes == null ? "" : routes);
    }

    private static AssessedPosting posting(String language, String domain, String places) {
        String text = "Work";
        List<Place> named = new ArrayList<>();
        for (String place : places == null ? new String[0] : places.split(" ")) {
            String[] parts = place.split(":", 2);
            PlaceRole role = PlaceRole.valueOf(parts[0].toUpperCase(Locale.ROOT));
            named.add(
                    new Place(
                            parts[1].toLowerCase(Locale.ROOT),
                            "somewhere",
                            parts[1],
                            "high",
                            role,
                            Evidence.in(text, 0, 1)));
        }
        return new AssessedPosting(
                new JobPosting(
                        new PostingId("p1"),
                        new CaptureId(1),
                        "board",
                        "https://" + domain + "/1",
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(new Block(Block.Kind.BODY, text)),
                        List.of(),
                        Particulars.UNKNOWN),
                new Assessment(
                        Optional.ofNullable(language),
                        0,
                        AssessmentClass.LOW,
                        Context.NONE,
                        List.of(),
                        List.of(),
                        named,
                        List.of(),
                        List.of(),
                        "test",
                        Optional.empty(),
                        List.of()));
    }
}
