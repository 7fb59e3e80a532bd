package lurewatch.indexer.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import lurewatch.indexer.Capture;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.archive.Exchange;
import lurewatch.indexer.detect.Cases;
import lurewatch.indexer.extract.Extraction;
import lurewatch.indexer.store.FactsReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What may be no posting, judged by the shipped detector.
final class DoubtfulPostingsIT {
    private static final String HARMLESS =
            "<script type='application/ld+json'>[{'@type':'JobPosting','title':'Cook','description':'Cooks for the town hotel.'},"
                    + "{'@type':'JobPosting','title':'Maid','description':'Maids for the old mill.'}]</script>";

    @TempDir Path directory;

    /// Pages that were taken for a wall or a login, and how many postings they have.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    <title>Login</title><input type=password><p>Cooks wanted in Bavet, KakaoTalk ID samplehr            | 1
                    <title>로그인</title><input type=password><p>캄보디아 직원 모집 카톡 아이디 samplehr                      | 1
                    <title>Login</title><input type=password><p>ติดต่องาน ไลน์ไอดี samplehr                               | 1
                    <script>window._cf_chl_opt={}</script><p>캄보디아 직원 모집 카톡 아이디 samplehr                          | 1
                    <script>window.gokuProps={}</script><p>诚聘打字员 微信 samplehr                                         | 1
                    # and those that are one
                    <title>Login</title><form><input name=id><input type=password></form><p>Members only. Forgot your password? | 0
                    <title>로그인</title><input type=password><p>아이디 비밀번호 찾기 카카오로 로그인                              | 0
                    <title>Login</title><input type=password><p>Sign in with Telegram, LINE, KakaoTalk or WeChat             | 0
                    <title>Đăng nhập</title><input type=password><p>Đăng nhập bằng Zalo hoặc Facebook                        | 0
                    <title>登录</title><input type=password><p>微信登录 QQ登录 忘记密码                                        | 0
                    <title>ログイン</title><input type=password><p>LINEでログイン IDとパスワードを入力してください                     | 0
                    <script>window._cf_chl_opt={}</script><p>Checking your browser. Ray ID 8c2f1a2b3c4d5e6f, your IP: 192.0.2.77 | 0
                    <iframe src=/_Incapsula_Resource?SWUDNSAI=1></iframe><p>Request unsuccessful. Incapsula incident ID: 1234000560012345678-123456789012345678 | 0
                    <title>Access Denied</title><H1>Access Denied</H1>You don't have permission to access this server.<P>Reference #18.4d2a1402.17 | 0
                    The requested URL was rejected. Please consult with your administrator.<br>Your support ID is: 1234567890123456789 | 0
                    <title>宝塔防火墙正在检查您的访问</title><h1>网站防火墙</h1><p>您的请求带有不合法参数，已被网站管理员设置拦截！         | 0
                    <title>서비스 점검중</title><p>보다 나은 서비스를 위해 점검 중입니다. 내일까지입니다.                               | 0
                    """)
    void ofAPageThatWasTakenForNoneAContactCounts(String html, int postings) {
        assertThat(accepted(html).postings()).hasSize(postings);
    }

    @Test
    void aLureBesideHarmlessItemsIsAPosting() throws Exception {
        String lure = "<p>캄보디아 시아누크빌 TM 직원 모집, 월 1500만 보장, 숙식과 항공권 지원, 여권만 있으면 됩니다. 텔레 @sample_hr";

        assertThat(accepted(HARMLESS + "<p>Cook<p>Maid" + lure).postings()).hasSize(3);
        try (FactsReader reader = FactsReader.open(directory.resolve("facts.db"))) {
            assertThat(reader.postingsIn(new CaptureId(1))).hasSize(3);
        }
    }

    @Test
    void whatAListSaysOfItselfIsNone() {
        String list =
                "<h1>Jobs in Graz</h1><p>Find the best jobs of this week: 2,000 offers of honest firms are waiting for you."
                        + "<p>Cook · full time · Graz · posted 3 days ago<p>Maid · half time · Graz · EUR 1.800,00"
                        + "<p>Questions? Write to office@board.test or call 0316 000 000.";

        assertThat(accepted(HARMLESS + list).postings()).hasSize(2);
    }

    private Extraction accepted(String html) {
        try (Station station =
                Station.open(directory, Station.reader(), Cases.shippedDetector()::assess)) {
            Exchange exchange = Web.exchange("http://board.test/ad/1", 200, html, Station.NOON);
            Capture capture = station.archive.append(exchange);
            Extraction extraction =
                    station.pipeline.accept(station.archive.page(capture, exchange));
            assertThat(extraction.postings().isEmpty())
                    .isEqualTo(extraction.blocked().or(extraction::login).isPresent());
            return extraction;
        }
    }
}
