package lurewatch.indexer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whether a phrase, here in brackets, is denied where it stands.
class NegationTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "we never take [deposits];true",
                "we never ask you for a [deposit];false",
                "there is NO hidden [deposit];true",
                "ſin [fianza];true",
                "ZERO [deposit];true",
                "please bring your [deposit];false",
                "casino [deposit];false",
                "không cần [đặt cọc];true",
                "tanpa [deposit];true",
                "无[押金];true",
                "不收[报名费]、服装费;true",
                "不會叫你[用觀光簽]過去;true",
                "要收[押金];false",
                "[관광비자 근무] 불가;true",
                "[観光ビザ]での渡航・就労はお断りします;true",
                "[टूरिस्ट वीजा पर] किसी को नहीं भेजा जाता;true",
                "[भिजिट भिसामा] कसैलाई पठाइँदैन;true",
                "有无限额的[押金];false",
                "ไม่มี[มัดจำ];true",
                "[보증금] 없습니다;true",
                "[보증금]을 지급하지 않습니다;true",
                "[보증금]을 지급합니다;false",
                "[záloha] není;true",
                "[záloha] neni;false",
                "[जमा] नहीं;true",
                "[গ্রেফতার] একটি মিথ্যা খবর;true",
                "[deposit], which we do not take;false",
                "ihr Pass wird nie gefordert und keine [Vermittlungsgebühr];true",
                "ohne zusätzliche [Gebühr];true",
                "nessuna [quota di iscrizione];true",
                "geen [borg] vooraf;true",
                "nie pobieramy [opłaty];true",
                "żadnych [opłat wstępnych];true",
                "fără [taxă] de recrutare;true",
                "aucun [dépôt] demandé;true",
                "no cobramos [inscripción];true",
                "[kapora] yok;true",
                "[pasaportunuzu] almıyoruz;true",
                "[to'lov] yo'q;true",
                "[төлем] жоқ;true",
                "[урьдчилгаа] авахгүй;true",
                "بدون [رسوم];true",
                "لا نطلب [رسوم];true",
                "[هزینه] نداریم;true",
                "ללא [דמי רישום];true",
                "[शुल्क] लाग्दैन;true",
                "[ගාස්තු] නැත;true",
                "[கட்டணம்] இல்லை;true",
                "[రుసుము] లేదు;true",
                "[ഫീസ്] ഇല്ല;true",
                "[ફી] નથી;true",
                "គ្មាន[ប្រាក់កក់];true",
                "ບໍ່ເກັບ[ຄ່າມັດຈຳ];true",
                "[အာမခံကြေး] မလိုပါ;true",
                "[လမ်းစရိတ်] ပေးမယ်;false",
                "[စာချုပ်]ကို မြန်မာဘာသာဖြင့် ဖတ်ပြပါမည်;false",
                "nie płacisz [kaucji];true",
                "Traer NIE y [permiso de trabajo];false",
                "[違約金]などはありません;true",
                "[違約金]は一切いただきません;true",
                "[航空券]支給、経験は問いません;false",
                "[違約金]は退職時に給与から引かれます;false",
                "Kaution: [Gebühr] sofort fällig;false",
                "die Kosten [trägt die Firma];false",
            })
    void knowsWhatIsDenied(String marked, boolean denied) {
        int start = marked.indexOf('[');
        int end = marked.indexOf(']') - 1;
        assertThat(Negation.denies(withoutMarks(marked), start, end)).isEqualTo(denied);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "buy your own [ticket] first;true",
                "[flight] at your own expense;true",
                "[flight] is SELF-FUNDED;true",
                "[flight] for you, your own room;false",
                "[항공권]은 본인 부담;true",
                "[항공권]은 본인 부담 없음;false",
                "[机票]自理;true",
                "[机票]不用自理;false",
                "[航空券]は自己負担;true",
                "[航空券]は自己負担なし;false",
                "[vé máy bay] tự túc;true",
                "[билет] за СВОЙ счёт;true",
            })
    void knowsWhatTheReaderPays(String marked, boolean forTheReader) {
        int start = marked.indexOf('[');
        int end = marked.indexOf(']') - 1;
        assertThat(Negation.isForTheReader(withoutMarks(marked), start, end))
                .isEqualTo(forTheReader);
    }

    /// Traits of lawful employers that an ad says nobody needs.
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[श्रम स्वीकृति] चाहिँदैन;true",
                "[श्रम स्वीकृति] कम्पनीले मिलाउँछ;false",
                "a [work permit] is not needed;true",
                "a [work permit] is ours to get, experience not needed;false",
                "[বিএমইটি] কার্ড লাগবে না;true",
                "[SKCK] tidak perlu;true",
                "[경력증명] 필요없고 실력만 봄;true",
                "[разрешение на работу] не нужно;true",
                "[çalışma izni] gerekmez;true",
                "[permiso de trabajo] no hace falta;true",
                "[contrato] formal, no hace falta experiencia;false",
                "[Arbeitsvertrag] ist nicht nötig;true",
                "[umowa] nie jest potrzebna;true",
                "[עבודה חוקית] לא צריך;true",
                "[contract] needed;false",
            })
    void knowsWhatIsNotAskedFor(String marked, boolean unneeded) {
        int end = marked.indexOf(']') - 1;
        assertThat(Negation.isUnneeded(withoutMarks(marked), end)).isEqualTo(unneeded);
    }

    /// What is said to be kept, and by whom.
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[passport stays with] you at all times;true",
                "[passport stays with] the worker;true",
                "[passport stays with] the boss until you pay;false",
                "[passport stays with] us;false",
                "[passport stays with] you give it to HR;false",
                "[paspor dipegang] CPMI sendiri;true",
                "[paspor dipegang] bos;false",
                "[جواز السفر يبقى مع]كم;true",
                "[جواز السفر يبقى مع] الكفيل;false",
                "[护照由]本人保管;true",
            })
    void knowsWhatStaysWithItsOwner(String marked, boolean withItsOwner) {
        int end = marked.indexOf(']') - 1;
        assertThat(Negation.isWithItsOwner(withoutMarks(marked), end)).isEqualTo(withItsOwner);
    }

    private static String withoutMarks(String marked) {
        return marked.replace("[", "").replace("]", "");
    }
}
