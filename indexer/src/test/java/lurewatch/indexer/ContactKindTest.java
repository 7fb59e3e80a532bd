package lurewatch.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ContactKindTest {
    @Test
    void saysWhatEachIs() {
        assertThat(those(ContactKind::isWallet)).isEqualTo("BTC ETH TRON");
        assertThat(those(ContactKind::isShowcase)).isEqualTo("INSTAGRAM TIKTOK");
        assertThat(those(ContactKind::isNetwork)).isEqualTo("INSTAGRAM TIKTOK SKYPE");
        assertThat(those(ContactKind::isOfFirmsToo))
                .isEqualTo("MESSENGER INSTAGRAM TIKTOK EMAIL PHONE BANK URL");
        assertThat(those(kind -> !kind.isAccount())).isEqualTo("EMAIL PHONE BTC ETH TRON BANK URL");
    }

    private static String those(Predicate<ContactKind> are) {
        return String.join(
                " ",
                Arrays.stream(ContactKind.values()).filter(are).map(ContactKind::name).toList());
    }
}
