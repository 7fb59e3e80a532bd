package lurewatch.indexer.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.stream.Collectors;
import lurewatch.indexer.Evidence;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HighlighterTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    free               | Free flight, fReE visa              | Free,fReE
                    "free visa"        | free flight, free visa              | free visa
                    캄보디아             | 캄보디아에서 보디아                     | 캄보디아
                    แอดมิน             | รับสมัครแอดมินตอบ                   | แอดมิน
                    30000              | เงินเดือน30000บาท                    | 30000
                    เดือน              | เงินเดือน30000บาท                    | เดือน
                    800                | ប្រាក់៨០០ដុល្លារ                       | ៨០០
                    ㄱ01               | x ㄱ01                               | ㄱ01
                    viec nhe           | Tuyển việc rất nhẹ                  | việc,nhẹ
                    dubai              | Ｄｕｂａｉ office                     | Ｄｕｂａｉ
                    @hr_lucky88        | Telegram: @HR_Lucky88!              | HR_Lucky88
                    exper*             | experienced expert                  | experienced,expert
                    foo -bar           | foo bar                             | foo
                    score>1 foo        | foo 1                               | foo
                    "free visa"~2      | free and easy visa                  | free and easy visa
                    고수익               | 초보 고.수.익 알바                       | 고.수.익
                    텔레그램              | 문의는 텔*레 로                        | 텔*레
                    kamboja            | loker k4mboja aja                   | k4mboja
                    護照                | 带护照来                              | 护照
                    ကမ္ဘောဒီးယား            | ကေမ႓ာဒီးယား အလုပ္                      | ကေမ႓ာဒီးယား
                    캄보디아             | job ìº„ë³´ë””ì•„ now                  | ìº„ë³´ë””ì•„
                    mail               | to Mali                             | ''
                    """)
    void marksTheRawWords(String query, String text, String expected) throws QueryException {
        QueryLanguage language = new QueryLanguage(SamplePostings::read, InstantSource.system());
        String found =
                Highlighter.of(language.parse(query)).matchesIn(text).stream()
                        .map(Evidence::quote)
                        .collect(Collectors.joining(","));
        assertThat(found).isEqualTo(expected);
    }
}
