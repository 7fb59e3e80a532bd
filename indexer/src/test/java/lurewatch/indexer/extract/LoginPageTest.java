package lurewatch.indexer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LoginPageTest {
    private static final String FORM =
            "<form method=post><input name=u><input type=password></form>";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # asks to log in and shows nothing else
                    <title>Log in</title><p>Please log in to continue.</p>                  | true
                    <title>Board</title><h1>Members only</h1><p>Join us.</p>                | true
                    <title>Board</title><p>You must be logged in to see this ad.</p>        | true
                    <title>로그인</title><p>회원만 열람할 수 있습니다.</p>                       | true
                    <title>论坛</title><p>您需要登录才可以查看帖子</p>                          | true
                    <title>Diễn đàn</title><p>Vui lòng đăng nhập để xem.</p>                | true
                    # an ad beside a field for a password
                    <title>Waiter</title><h1>Waiter</h1><p>Good pay, flight provided.</p>   | false
                    <title>Log in</title><p>Questions? Telegram @sample_hr</p>              | false
                    """)
    void onlyAPageThatSaysNothingElseAsksToLogIn(String html, boolean login) {
        Extraction extraction = Pages.extract(html + FORM);

        assertThat(extraction.login().isPresent()).isEqualTo(login);
        assertThat(extraction.postings().isEmpty()).isEqualTo(login);
        assertThat(Pages.extract(html).login()).as("without a field").isEmpty();
        assertThat(Pages.extract(html + "<div hidden>" + FORM + "</div>").login())
                .as("with a field that is not shown")
                .isEmpty();
    }

    /// Boards that show no page, and say so in a window before they lead to the login.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    <script>alert("로그인 후 이용하세요");location.href="/login";</script>               | true
                    <title>오류</title><script> window.alert('请先登录');history.go(-1)</script>         | true
                    <script>if (!member) alert("로그인 후 이용하세요");</script>                        | false
                    <script>alert("새 글이 있습니다");</script>                                        | false
                    <p>Write to @sample_hr</p><script>alert("Please log in");</script>                | false
                    """)
    void aLoginIsAskedForInAWindow(String html, boolean login) {
        assertThat(Pages.extract(html).login().isPresent()).isEqualTo(login);
    }

    @Test
    void aWindowBeforeAWholePageIsNoLogin() {
        String ad = "<p>" + "Waiters wanted, good pay, flight and visa provided. ".repeat(20);
        assertThat(Pages.extract("<script>alert('Please log in')</script>" + ad).login()).isEmpty();
    }

    @Test
    void whatAReaderFindsStandsBesideTheLogin() {
        String json =
                "<script type='application/ld+json'>{\"@type\":\"JobPosting\",\"title\":\"Waiter\","
                        + "\"description\":\"Good pay\"}</script>";
        Extraction extraction = Pages.extract("<title>Log in</title>" + json + FORM);

        assertThat(extraction.login()).isEmpty();
        assertThat(extraction.postings()).hasSize(1);
    }
}
