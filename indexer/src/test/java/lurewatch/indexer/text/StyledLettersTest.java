package lurewatch.indexer.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StyledLettersTest {
    @ParameterizedTest
    @CsvSource({
        "ㄒ乇ㄥ乇Ꮆ尺卂爪, telegram",
        "ꓔꓰꓡꓰꓖꓣꓮꓟ, telegram",
        "ᏖᏋᏝᏋᎶᏒᏗᎷ, telegram",
        "ƚҽʅҽɠɾαɱ, telegram",
        "ɬɛƖɛɠཞąɱ, telegram",
        "₮ɆⱠɆ₲Ɽ₳₥, telegram",
        "ŧɇłɇǥɍⱥm, telegram",
        "ṫėŀėġṙȧṁ, telegram",
        "ᴛᴇʟᴇɢʀᴀᴍ, telegram",
        "ᎢeᏞeᏀram, telegram",
        "աօɾk, work",
        "тєℓєgяαм, telegram",
        "USD₮, USDT",
        "ťęĺęğŕăм, telegram",
        "Ŧ€ĹĆ, telc",
        "꓄ꍟ꒒ꍟꁅꋪꍏꂵ, telegram",
        "ȶɛʟɛɢʀǟʍ, telegram",
        "ᵵɇȴɇǥɽⱥɱ, telegram",
        "Ḿae Sọt, Mae Sọt",
        "Ouř agent picks yȏu àt the aīrpȍrt and drìves ỹoṵ, Our agent picks you at the airport and drives you",
        "ץคгย ς๏๓, yaru com",
        "'нιgн ѕαℓαяу, тєℓєgяαм, αвяσα∂', 'high salary, telegram, abroad'"
    })
    void wordsInFancyLettersAreReadInPlainOnes(String written, String plain) {
        assertThat(StyledLetters.undone(written)).isEqualToIgnoringCase(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "telegram",
                "Работа в Таиланде, 1500$",
                "телеграм нет х-ray",
                "Δουλειά στην Καμπότζη, τηλέγραμμα",
                "рабοта в Таиланде, пοлный пансиοн",
                "几千USDT",
                "月薪2千起 山几乙",
                "₱15K ₩300만 ฿900 ₮50 ¢50",
                "งานที่ปอยเปต รย คน",
                "עבודה בחול א ש",
                "հայերեն աշխատանք",
                "łódź żółć đường ơi ŋɔ ɖe ɛdziban",
                "የአማርኛ ፈጣን ፚ",
                "ąčęėįšųūž Lietuva",
                "Tuyển nhân viên đi Campuchia lương cao, bao ăn ở",
                "Příliš žluťoučký kůň úpěl ďábelské ódy",
                "Ọmọ Yorùbá, ìpolongo iṣẹ́",
                "ყველა ქართული",
                "ㄅㄆㄇ 注音",
                "ロフト カフェ",
                "A千 T山",
                "α-particle, 5 ∂x"
            })
    void whatLanguagesWriteStays(String text) {
        assertThat(StyledLetters.undone(text)).isEqualTo(text);
    }

    /// The letters of one script are a language's as long as nothing else tells.
    @ParameterizedTest
    @CsvSource({
        "卂几ㄚ ㄒ乇ㄥ乇 爪ㄖ几乇ㄚ 卂几 爪卂几, any tele money an man",
        "爪卂几, 爪卂几",
        "'爪卂几 ㄒ乇ㄥ乇 卂几ㄚ 爪ㄖ几乇ㄚ 中文的招聘信息還有很多', '爪卂几 tele any money 中文的招聘信息還有很多'"
    })
    void aTextFullOfThemTellsOfTheRest(String written, String plain) {
        assertThat(StyledLetters.undone(written)).isEqualTo(plain);
    }
}
