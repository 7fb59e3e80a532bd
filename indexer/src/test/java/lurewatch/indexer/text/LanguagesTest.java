package lurewatch.indexer.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ko|해외 알바 구합니다 t.me/sample_name",
                "zh-Hans|招打字员，会打字就行",
                "zh-Hant|徵客服，包機票",
                "ja|海外テレアポ募集 月80万円",
                "th|รับแอดมินตอบแชท",
                "vi|Việc nhẹ lương cao",
                "vi|viec nhe luong cao cong ty tuyen nhan vien",
                "id|Loker gaji besar, hubungi admin",
                "ms|Kerja kosong gaji RM5000 sebulan, hubungi segera",
                "tl|May trabaho po sa abroad, libre ang ticket",
                "hi|Bhai ghar baithe kaam karo, paisa milega",
                "hi|डेटा एंट्री का काम चाहिए",
                "ne|काम गर्नुहोस्, तलब राम्रो छ",
                "pt|Vaga de trabalho com passagem e moradia",
                "es|Trabajo en Asia con pasaje pagado y comida",
                "fr|Travail avec logement et billet pour les candidats",
                "sw|Kazi ya mshahara mzuri, wasiliana haraka",
                "ru|Работа в офисе, жильё бесплатно",
                "ur|نوکری کے لیے رابطہ کریں",
                "en|We are hiring chat agents for our office",
                "te|నెలకు 70 వేలు జీతం",
                "kn|ಕೆಲಸ ಬೇಕಾಗಿದೆ",
                "ml|ജോലി ഒഴിവുകൾ",
                "gu|નોકરી જોઈએ છે",
                "pa|ਨੌਕਰੀ ਚਾਹੀਦੀ ਹੈ",
                "or|ଚାକିରି ଦରକାର",
                "mr|कॉम्प्युटर ऑपरेटर पाहिजे, राहण्याची सोय आहे",
                "ky|Чет өлкөдө жумуш, айлыгы жакшы, биз менен чыңыз",
                "kk|Жаңа жұмыс, жалақы жақсы",
                "ro|Căutăm tineri pentru muncă în străinătate",
                "zu|Kunomsebenzi phesheya, iholo lihle, ukudla mahhala",
                "ceb|Nangita mig motrabaho, libre ang balay ug pagkaon",
                "az|Xaricdə iş üçün gənclər lazımdır, əmək haqqı yüksəkdir",
                "tr|Çalýþmak için baþvuru yapýn, maaþ yüksek", // code page 1254 read as 1252
                "sl|Iščemo delavce za tujino, plača in soba brezplačno",
                "hr|Tražimo radnike, smještaj i karta su besplatni",
                "sk|Hľadáme ľudí, práca v zahraničí, ubytovanie zadarmo",
                "lt|Ieškome žmonių darbui užsienyje, bilietas nemokamas",
                "lv|Meklējam cilvēkus darbam ārzemēs, biļete bezmaksas",
                "et|Otsime inimesi tööle, majutus ja lennupilet tasuta",
                "fi|Etsimme työntekijöitä ulkomaille, majoitus ja lennot ilmaiseksi",
                "is|Leitum að fólki í vinnu erlendis, húsnæði og flug frítt",
                "da|Vi søger folk til arbejde i udlandet, bolig og flybillet gratis",
                "sq|Kërkojmë vajza dhe djem për punë jashtë, biletë falas",
                "cy|Rydym yn chwilio am bobl i weithio dramor, llety am ddim",
                "mt|Nfittxu nies għal xogħol barra, titjira u akkomodazzjoni b'xejn",
                "eu|Atzerrian lana egiteko jendea behar dugu, ostatua doan",
                "so|Waxaan raadinaynaa shaqaale dibadda, tigidh bilaash",
                "mg|Mitady olona hiasa any ivelany izahay, maimaimpoana ny sidina",
                "rw|Turashaka abakozi mu mahanga, umushahara mwiza, icumbi",
                "yo|Iṣẹ́ wà ní òkè òkun, owó oṣù tó dára, ilé ọfẹ",
                "jv|Golek wong kanggo kerja neng luar negeri, kowe sing durung pengalaman uga bisa",
            })
    void tellsTheLanguageOfAFewWords(String language, String text) {
        assertThat(Languages.of(text)).contains(language);
    }

    @Test
    void namesEveryLanguageOfAMixedText() {
        assertThat(Languages.in("해외 직원 모집합니다 we are hiring people for the office"))
                .contains("ko", "en");
    }

    @Test
    void readsNoWordsInLettersThatAreDrawnApart() {
        assertThat(Languages.in("We are hiring agents for our office: W i z w i z"))
                .contains("en")
                .doesNotContain("pl");
    }

    @Test
    void saysNothingOfNumbersAndAddresses() {
        assertThat(Languages.of("+855 96 000 0000 @sample_name 100%")).isEmpty();
    }
}
