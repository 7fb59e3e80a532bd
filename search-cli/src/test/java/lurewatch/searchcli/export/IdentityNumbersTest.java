package lurewatch.searchcli.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// All numbers are made up: of zeros and counted digits as far as their checks let them.
final class IdentityNumbersTest {
    /// The number stands between brackets, as nobody writes it.
    @ParameterizedTest
    @ValueSource(
            strings = {
                // By their form.
                "kr ⟦900101-1000000⟧",
                "kr ⟦９００１０１－１００００００⟧",
                "kr ⟦9001011000000⟧ 입니다",
                "th ⟦1-1000-00000-00-0⟧",
                "th ⟦๑-๑๐๐๐-๐๐๐๐๐-๐๐-๐⟧ ครับ",
                "th ⟦1\u00a01000\u00a000000\u00a000\u00a00⟧",
                "th ⟦1–1000–00000–00–0⟧",
                "th ⟦1100000000008⟧",
                "cn ⟦110101199001010007⟧号",
                "cn ⟦110101 19900101 000X⟧",
                "tw ⟦A123456789⟧",
                "hk ⟦A123456(3)⟧",
                "vn ⟦001090000001⟧",
                "vn ⟦001 090 000 001⟧",
                "id ⟦3171234101900001⟧",
                "id ⟦3171 2341 0190 0001⟧",
                "my ⟦900101-14-0001⟧",
                "mm ⟦12/KAMANA(N)000001⟧",
                "mm ⟦၁၂/ကမန(နိုင်)၀၀၀၀၀၁⟧",
                "mm ⟦၉/မနမ(နိုင်)ဝဝဝဝဝ၁⟧ နဲ့",
                "ph ⟦00-0000001-0⟧, ⟦00-000000001-0⟧, ⟦P0000001A⟧",
                "in ⟦2000 0000 0013⟧ and ⟦ABCPA0001A⟧",
                "pk ⟦00000-0000001-0⟧",
                "lk ⟦900010001V⟧",
                "np ⟦01-01-70-00001⟧",
                "ug ⟦CM00000000000A⟧",
                "tz ⟦19900101-00001-00001-01⟧",
                "gh ⟦GHA-000000001-0⟧",
                "zm ⟦000001/01/1⟧",
                "eg ⟦29001010100001⟧",
                "kg ⟦20101199000001⟧",
                "mn ⟦УБ90010100⟧",
                "ae ⟦784-1990-0000001-0⟧",
                "br ⟦000.000.001-91⟧",
                "mx ⟦AAAA900101HDFAAA01⟧",
                "us ⟦001-01-0001⟧",
                "uk ⟦AA 00 00 01 A⟧",
                "passport ⟦M00000001⟧ ⟦M000A0001⟧",
                "⟦P<KORHONG<<GILDONG<<<<<<<<<<<<<<<<<<<<<<<<<<⟧",
                // By what stands before them.
                "CCCD: ⟦001290000001⟧",
                "em gửi căn cước công dân số ⟦000000001⟧ nhé",
                "can cuoc so ⟦099 000 000 001⟧",
                "Hộ chiếu ⟦b0000001⟧",
                "护照⟦g00000001⟧ 已交",
                "身份证号码：⟦000000900101001⟧",
                "여권번호 ⟦m00000001⟧",
                "パスポート番号：⟦tk0000001⟧",
                "マイナンバー ⟦0000 0000 0001⟧",
                "เลขบัตรประชาชน ⟦1 2345 6789 0123⟧",
                "លេខអត្តសញ្ញាណប័ណ្ណ ⟦០១០០០០០០១⟧",
                "ប៉ាស្ព័រលេខ ⟦N00000001⟧",
                "ເລກບັດປະຈຳຕົວ ⟦໐໐໐໐໐໐໑⟧",
                "မှတ်ပုံတင်နံပါတ် ⟦၀၀၀၀၀၁⟧",
                "NIK ⟦0000000000000001⟧",
                "No. KTP: ⟦0000000000000001⟧",
                "no kad pengenalan ⟦900101140001⟧",
                "IC No: ⟦900101140001⟧",
                "PhilSys No. ⟦0000-0000-0000-0001⟧",
                "आधार नंबर ⟦०००० ०००० ०००१⟧",
                "NID No. ⟦0000000001⟧",
                "পাসপোর্ট নম্বর ⟦a00000001⟧",
                "पासपोर्ट नम्बर: ⟦00000001⟧",
                "شناختی کارڈ نمبر ⟦۰۰۰۰۰۰۰۰۰۰۰۰۱⟧",
                "رقم الجواز ⟦٠٠٠٠٠٠٠٠١⟧",
                "شماره ملی: ⟦۰۰۰۰۰۰۰۰۰۱⟧",
                "паспорт серия ⟦0000 000001⟧",
                "паспортные данные: номер паспорта ⟦АН000001⟧",
                "ИИН ⟦000000000001⟧",
                "Pasaporte: ⟦ab000001⟧",
                "cédula ⟦1.000.000.001⟧",
                "passeport no ⟦00ab00001⟧",
                "Kitambulisho namba ⟦00000001⟧",
                "የፓስፖርት ቁጥር ⟦ep0000001⟧",
                "PASSPORT NO.\n⟦m0000001⟧",
                "https://board.example/apply?passport_no=⟦00000001⟧&x=1",
            })
    void knowsNumbersThatNameAPerson(String marked) {
        String text = marked.replace("⟦", "").replace("⟧", "");
        assertThat(shown(text)).isEqualTo(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "call +8801700000000 or 8613800000000",
                "wa.me/6281200000000",
                "+855 96 000 0001",
                "Hộ chiếu còn hạn, liên hệ 0900000001",
                "No passport needed 0961000000",
                "passport and phone 0961000000",
                "Passport: lo trọn gói 3.500.000",
                "làm hộ chiếu 3.500.000đ",
                "passport 500000 won",
                "passport expiry 2027-01-31",
                "passport 2027-01-31",
                "护照，微信 sample12345",
                "salary 1500-2000 USD, 10,000,000 VND",
                "pay to 110-234-567890",
                "4111 1111 1111 1111",
                "LINE ID: sample0000001",
                "nhắn tin 0901000000",
                "https://board.example/ads/1701011000000",
                "https://board.example/ads/AB1234567?no=110101199001010007",
                "2026-11-30 12:00, 26.11.2026",
                "teknik 12345678",
                "08210000 0001",
                "100-0001-0000",
                "TTN0000000000000000000000000000",
            })
    void takesNothingElseForOne(String text) {
        assertThat(shown(text)).isEqualTo(text);
    }

    /// What may as well be the number of a phone or an account is told apart from what cannot.
    @ParameterizedTest
    @CsvSource({"001090000001, false", "900101-1000000, true", "CCCD 001090000001, true"})
    void saysWhetherItIsSure(String text, boolean sure) {
        assertThat(IdentityNumbers.in(text))
                .extracting(IdentityNumbers.Hit::isSure)
                .containsExactly(sure);
    }

    private static String shown(String text) {
        StringBuilder shown = new StringBuilder(text);
        for (IdentityNumbers.Hit hit : IdentityNumbers.in(text).reversed()) {
            shown.insert(hit.end(), '⟧').insert(hit.start(), '⟦');
        }
        return shown.toString();
    }
}
