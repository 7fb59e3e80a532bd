package lurewatch.indexer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a board prints below every ad says nothing of the ad.
class MenusTest {
    private static final Detector DETECTOR = Cases.shippedDetector();
    private static final String AD = "รับพนักงานร้านกาแฟ เชียงใหม่";
    private static final String WORK_ABROAD = "งาน ต่างประเทศ";

    @Test
    void categoriesOfABoardAreNoOffer() {
        String menu =
                "\nงาน บัญชี\nงาน ช่าง\nงาน ขาย\n"
                        + WORK_ABROAD
                        + "\nงาน บริการลูกค้า\nงาน โรงงาน\nงาน ขนส่ง\nงาน ออกแบบ";
        assertThat(signals(AD + menu)).isEqualTo(signals(AD));
    }

    @Test
    void aFewLinesAreNoMenu() {
        assertThat(signals(AD + "\nงาน ขาย\n" + WORK_ABROAD)).contains("destination_vague");
    }

    @Test
    void aListUnderSignsIsNoMenu() {
        String list = String.join("", Collections.nCopies(9, "\n- " + WORK_ABROAD));
        assertThat(signals(AD + list)).contains("destination_vague");
    }

    private static List<String> signals(String text) {
        return DETECTOR.assess(text, Optional.empty()).signals().stream().map(s -> s.id()).toList();
    }
}
