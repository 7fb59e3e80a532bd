package lurewatch.searchcli.render;

import static org.assertj.core.api.Assertions.assertThat;

import lurewatch.indexer.ContactKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ContactUriTest {
    @ParameterizedTest
    @CsvSource({
        "phone:+855961234567, tel:+855961234567",
        "telegram:hr_lucky88, https://t.me/hr_lucky88",
        "whatsapp:+855961234567, https://wa.me/855961234567",
        "line:vip_job, https://line.me/ti/p/~vip_job",
        "kakao_openchat:sAbCdEf, https://open.kakao.com/o/sAbCdEf",
        "kakao_openchat:open.kakao.com/o/sAbCdEf, https://open.kakao.com/o/sAbCdEf",
        "kakaotalk:lucky_kk, kakaotalk:lucky_kk",
        "zalo:+84912345678, https://zalo.me/84912345678",
        "viber:+959123456789, viber://chat?number=%2B959123456789",
        "email:hr@golden.example, mailto:hr@golden.example",
        "messenger:hiringph, https://m.me/hiringph",
        "instagram:sample.name, https://www.instagram.com/sample.name",
        "tiktok:sample.name, https://www.tiktok.com/@sample.name",
        "skype:sample.name, skype:sample.name?chat",
        "skype:live:.cid.0123456789abcdef, skype:live:.cid.0123456789abcdef?chat",
        "skype:join/AbCdEfGh12, https://join.skype.com/AbCdEfGh12",
        "url:https://a.example/x, https://a.example/x",
        "tron:TJYeasTPa6gpEEyrxVqZVYtWBxmhzXnL5Q, tron:TJYeasTPa6gpEEyrxVqZVYtWBxmhzXnL5Q",
    })
    void namesTheContact(String key, String uri) {
        assertThat(ContactUri.ofKey(key)).isEqualTo(uri);
    }

    @ParameterizedTest
    @EnumSource
    void isNeverAFormulaAndNeverHoldsBlanks(ContactKind kind) {
        for (String value : new String[] {"+1", "=x", "@x y", "a b", "\"q\"", "x\ny"}) {
            assertThat(ContactUri.of(kind, value))
                    .matches("[a-z].*")
                    .doesNotContain(" ", "\n", "\"");
        }
    }
}
