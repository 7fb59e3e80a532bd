package lurewatch.searchcli.render;

import static org.assertj.core.api.Assertions.assertThat;

import lurewatch.indexer.Contact;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.contact.PastedContact;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ContactUriTest {
    @ParameterizedTest
    @CsvSource({
        "phone:+855961234567, tel:+855961234567",
        "telegram:hr_lucky88, https://t.me/hr_lucky88",
        "whatsapp:+855961234567, https://wa.me/855961234567",
        "line:vip_job, line:vip_job",
        "line:@golden, https://line.me/R/ti/p/@golden",
        "line:g2/AbCdEf, https://line.me/ti/g2/AbCdEf",
        "line:p/AbCdEfGh12, https://line.me/ti/p/AbCdEfGh12",
        "line:lin.ee/AbCdEf, https://lin.ee/AbCdEf",
        "whatsapp:AbCdEfGhIjKlMnOpQrStUv, https://chat.whatsapp.com/AbCdEfGhIjKlMnOpQrStUv",
        "whatsapp:message/ABCDEF12, https://wa.me/message/ABCDEF12",
        "whatsapp:channel/0029AbCdEfGhIj, https://whatsapp.com/channel/0029AbCdEfGhIj",
        "whatsapp:sample, whatsapp:sample",
        "kakao_openchat:me/golden, https://open.kakao.com/me/golden",
        "zalo:sample.name, zalo:sample.name",
        "viber:sample.name, viber:sample.name",
        "viber:g2=AbC%2FdEf, https://invite.viber.com/?g2=AbC%2FdEf",
        "signal:sample.01, signal:sample.01",
        "telegram:+855961234567, https://t.me/+855961234567",
        "telegram:+AbCdEfGhIjKlMnOp, https://t.me/+AbCdEfGhIjKlMnOp",
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

    /// A link of each form that is read as a contact: its address is one of the same form, where
    /// one is written at all.
    @ParameterizedTest
    @CsvSource({
        "t.me/+855961234567, telegram, https://t.me/+855961234567",
        "https://t.me/joinchat/AbCdEfGhIjKl, telegram, https://t.me/+AbCdEfGhIjKl",
        "t.me/sample_name, telegram, https://t.me/sample_name",
        "https://sample_name.t.me, telegram, https://t.me/sample_name",
        "tg://join?invite=AbCdEfGhIjKl, telegram, https://t.me/+AbCdEfGhIjKl",
        "tg://resolve?domain=sample_name, telegram, https://t.me/sample_name",
        "https://web.telegram.org/k/#@sample_name, telegram, https://t.me/sample_name",
        "https://open.kakao.com/o/sAbCdEfG, kakao_openchat, https://open.kakao.com/o/sAbCdEfG",
        "https://open.kakao.com/me/golden, kakao_openchat, https://open.kakao.com/me/golden",
        "https://pf.kakao.com/_AbCdE, kakaotalk, https://pf.kakao.com/_AbCdE",
        "https://qr.kakao.com/talk/AbC-dE_f, kakaotalk, https://qr.kakao.com/talk/AbC-dE_f",
        "https://line.me/R/ti/p/@Golden, line, https://line.me/R/ti/p/@golden",
        "https://line.me/R/ti/p/%40golden, line, https://line.me/R/ti/p/@golden",
        "https://line.me/ti/p/~golden, line, line:golden",
        "https://line.me/ti/p/AbCdEfGh12, line, https://line.me/ti/p/AbCdEfGh12",
        "https://line.me/ti/g/AbCdEfGh, line, https://line.me/ti/g/AbCdEfGh",
        "https://line.me/R/ti/g2/AbC-dE_f, line, https://line.me/ti/g2/AbC-dE_f",
        "https://page.line.me/golden, line, https://line.me/R/ti/p/@golden",
        "https://lin.ee/AbCdEf, line, https://lin.ee/AbCdEf",
        "line://ti/p/@golden, line, https://line.me/R/ti/p/@golden",
        "line://ti/p/~golden, line, line:golden",
        "https://wa.me/855961234567, whatsapp, https://wa.me/855961234567",
        "https://wasap.my/60123456789, whatsapp, https://wa.me/60123456789",
        "https://wa.me/message/ABCDEF12, whatsapp, https://wa.me/message/ABCDEF12",
        "https://wa.me/qr/ABCDEF12, whatsapp, https://wa.me/qr/ABCDEF12",
        "https://api.whatsapp.com/send?phone=855961234567, whatsapp, https://wa.me/855961234567",
        "https://chat.whatsapp.com/AbCdEfGhIjKlMnOpQrStUv, whatsapp, https://chat.whatsapp.com/AbCdEfGhIjKlMnOpQrStUv",
        "https://whatsapp.com/channel/0029AbCdEfGh, whatsapp, https://whatsapp.com/channel/0029AbCdEfGh",
        "https://zalo.me/g/abcdef123, zalo, https://zalo.me/g/abcdef123",
        "https://zalo.me/0912345678, zalo, https://zalo.me/84912345678",
        "viber://chat?number=%2B959123456789, viber, viber://chat?number=%2B959123456789",
        "https://invite.viber.com/?g2=AbCdEf%2Fgh, viber, https://invite.viber.com/?g2=AbCdEf%2Fgh",
        "https://signal.me/#p/+855961234567, signal, https://signal.me/#p/+855961234567",
        "https://signal.me/#eu/AbC_d-Ef, signal, https://signal.me/#eu/AbC_d-Ef",
        "https://signal.group/#AbCdEfGhIjKlMnOpQrSt, signal, https://signal.group/#AbCdEfGhIjKlMnOpQrSt",
        "https://m.me/sample.name, messenger, https://m.me/sample.name",
        "https://www.facebook.com/profile.php?id=100012345678901, messenger, https://m.me/100012345678901",
        "https://www.facebook.com/sample.name, messenger, https://m.me/sample.name",
        "https://discord.gg/AbCdEf, discord, discord:AbCdEf",
        "https://www.instagram.com/sample.name/, instagram, https://www.instagram.com/sample.name",
        "https://ig.me/m/sample.name, instagram, https://www.instagram.com/sample.name",
        "https://www.tiktok.com/@sample.name, tiktok, https://www.tiktok.com/@sample.name",
        "skype:sample.name?chat, skype, skype:sample.name?chat",
        "https://join.skype.com/AbCdEfGh12, skype, https://join.skype.com/AbCdEfGh12",
        "https://u.wechat.com/AbC-dEfG, wechat, https://u.wechat.com/AbC-dEfG",
        "weixin://dl/business/?ticket=AbCdEf, wechat, weixin://dl/business/?ticket=AbCdEf",
        "weixin://dl/chat?sample_name, wechat, wechat:sample_name",
        "weixin://contacts/profile/sample_name, wechat, wechat:sample_name",
        "tencent://message/?uin=123456789, qq, qq:123456789",
        "https://qm.qq.com/q/AbCdEf, qq, qq:AbCdEf",
        "mailto:hr@golden.example, email, mailto:hr@golden.example",
        "https://bit.ly/AbCdEf, url, https://bit.ly/AbCdEf",
    })
    void leadsWhereTheLinkLed(String link, String kind, String uri) {
        Contact contact = PastedContact.read(link).orElseThrow();
        assertThat(contact.kind().label()).isEqualTo(kind);
        assertThat(ContactUri.ofKey(contact.key())).isEqualTo(uri);
        assertThat(PastedContact.read(uri).map(Contact::key)).contains(contact.key());
    }

    /// Only what invites to a group or a channel; the code of one person or business is theirs.
    @ParameterizedTest
    @CsvSource({
        "t.me/+855961234567, false",
        "https://t.me/joinchat/AbCdEfGhIjKl, true",
        "t.me/sample_name, false",
        "https://sample_name.t.me, false",
        "tg://join?invite=AbCdEfGhIjKl, true",
        "tg://resolve?domain=sample_name, false",
        "https://web.telegram.org/k/#@sample_name, false",
        "https://open.kakao.com/o/sAbCdEfG, false",
        "https://open.kakao.com/me/golden, false",
        "https://pf.kakao.com/_AbCdE, false",
        "https://qr.kakao.com/talk/AbC-dE_f, false",
        "https://line.me/R/ti/p/@Golden, false",
        "https://line.me/ti/p/AbCdEfGh12, false",
        "https://line.me/ti/g/AbCdEfGh, true",
        "https://line.me/R/ti/g2/AbC-dE_f, true",
        "line://ti/g2/AbCdEfGh, true",
        "https://page.line.me/golden, false",
        "https://lin.ee/AbCdEf, false",
        "https://wa.me/855961234567, false",
        "https://wasap.my/60123456789, false",
        "https://wa.me/message/ABCDEF12, false",
        "https://wa.me/qr/ABCDEF12, false",
        "https://api.whatsapp.com/send?phone=855961234567, false",
        "https://chat.whatsapp.com/AbCdEfGhIjKlMnOpQrStUv, true",
        "https://whatsapp.com/channel/0029AbCdEfGh, true",
        "https://zalo.me/g/abcdef123, true",
        "https://zalo.me/0912345678, false",
        "viber://chat?number=%2B959123456789, false",
        "https://invite.viber.com/?g2=AbCdEf%2Fgh, true",
        "https://signal.me/#p/+855961234567, false",
        "https://signal.me/#eu/AbC_d-Ef, false",
        "https://signal.group/#AbCdEfGhIjKlMnOpQrSt, true",
        "https://m.me/sample.name, false",
        "https://www.facebook.com/profile.php?id=100012345678901, false",
        "https://www.facebook.com/sample.name, false",
        "https://www.instagram.com/sample.name/, false",
        "https://ig.me/m/sample.name, false",
        "https://www.tiktok.com/@sample.name, false",
        "skype:sample.name?chat, false",
        "https://join.skype.com/AbCdEfGh12, true",
        "https://u.wechat.com/AbC-dEfG, false",
        "weixin://dl/business/?ticket=AbCdEf, false",
        "weixin://dl/chat?sample_name, false",
        "tencent://message/?uin=123456789, false",
        "mailto:hr@golden.example, false",
        "https://bit.ly/AbCdEf, false",
    })
    void knowsInvitationsFromAccounts(String link, boolean isGroup) {
        Contact contact = PastedContact.read(link).orElseThrow();
        assertThat(ContactUri.leadsIntoGroup(contact.kind(), contact.value())).isEqualTo(isGroup);
    }

    @ParameterizedTest
    @CsvSource({
        "+855961234567, true",
        "+AbCdEfGhIjKlMnOp, false",
        "+12345, false",
        "+1234567890123456, false",
        "855961234567, false",
    })
    void knowsNumbersFromInvitations(String value, boolean is) {
        assertThat(ContactUri.isNumber(value)).isEqualTo(is);
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
