package lurewatch.indexer.contact;

import java.util.List;
import java.util.regex.Pattern;

/// Ways to write telephone numbers that hardly any other country has.
final class NationalForms {
    private record Form(String region, Pattern pattern) {}

    /// `06.12.34.56.78`; `8-912-345-67-89`, `8 (912) 345-67-89`; `010-1234-5678`; `090-1234-5678`;
    /// `07700 900123`; `012-345 6789`; `(202) 555-0123`; `(11) 91234-5678`; `90 123 45 67`; `555 12
    /// 34 56`.
    private static final List<Form> FORMS =
            List.of(
                    new Form("FR", Pattern.compile("0[1-9]([ .])\\d\\d(?:\\1\\d\\d){3}")),
                    new Form(
                            "RU",
                            Pattern.compile(
                                    "8[- ]?\\(?9\\d\\d\\)?[- ]?\\d{3}[- ]\\d\\d[- ]\\d\\d")),
                    new Form("KR", Pattern.compile("010[-. ]\\d{4}[-. ]\\d{4}")),
                    new Form("JP", Pattern.compile("0[789]0[-.(]\\d{4}[-.)]\\d{4}")),
                    new Form("GB", Pattern.compile("07\\d{3}[- ]\\d{3}[- ]?\\d{3}")),
                    new Form("MY", Pattern.compile("01\\d-\\d{3,4} \\d{4}")),
                    new Form("US", Pattern.compile("\\([2-9]\\d\\d\\) ?[2-9]\\d\\d[-. ]\\d{4}")),
                    new Form("BR", Pattern.compile("\\(?[1-9]\\d\\)? ?9 ?\\d{4}-\\d{4}")),
                    new Form(
                            "UZ",
                            Pattern.compile("(?:33|50|77|88|9\\d)[- ]\\d{3}[- ]\\d\\d[- ]\\d\\d")),
                    new Form("GE", Pattern.compile("5\\d\\d[- ]\\d\\d[- ]\\d\\d[- ]\\d\\d")));

    private NationalForms() {}

    /// The countries, as ISO 3166-1 has them, that write numbers as this one stands in the text.
    static List<String> regionsOf(String written) {
        return FORMS.stream()
                .filter(form -> form.pattern().matcher(written).matches())
                .map(Form::region)
                .toList();
    }
}
