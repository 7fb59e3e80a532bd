package lurewatch.indexer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChatFormTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    WHATSAPP     | [01/08/2026, 09:30:15] Rina HRD: Loker Kamboja | 01/08/2026 | 09:30:15 | Rina HRD | Loker Kamboja
                    WHATSAPP     | [8/1/26, 9:30:15\u202fPM] Rina: call me: now | 8/1/26 | 21:30:15 | Rina | call me: now
                    WHATSAPP     | \u200e[1/8/26 9.30.15] ~\u00a0Budi: hi | 1/8/26 | 09:30:15 | ~\u00a0Budi | hi
                    WHATSAPP     | 01/08/2026, 09:30 - +62 812-3456-7890: Loker | 01/08/2026 | 09:30 | +62 812-3456-7890 | Loker
                    WHATSAPP     | 8/1/26, 12:05 AM - Ann: job | 8/1/26 | 00:05 | Ann | job
                    WHATSAPP     | 2026-08-01, 9:30 p.\u00a0m. - Ana: trabajo | 2026-08-01 | 21:30 | Ana | trabajo
                    WHATSAPP     | 2026. 8. 1. 오후 9:30 - 김: 고수익 | 2026. 8. 1. | 21:30 | 김 | 고수익
                    WHATSAPP     | 01.08.26, 09:30 - Olga: работа | 01.08.26 | 09:30 | Olga | работа
                    WHATSAPP     | ١/٨/٢٠٢٦, ٠٩:٣٠ - علي: وظيفة | ١/٨/٢٠٢٦ | 09:30 | علي | وظيفة
                    KAKAOTALK    | 2026년 8월 1일 오후 9:30, 김실장 : 캄보디아 TM | 2026년 8월 1일 | 21:30 | 김실장 | 캄보디아 TM
                    KAKAOTALK    | 2026. 8. 1. 오전 12:30, 김실장 : 텔레 @sample | 2026. 8. 1. | 00:30 | 김실장 | 텔레 @sample
                    KAKAOTALK    | Aug 1, 2026 at 9:30 PM, Kim : a : b | Aug 1, 2026 | 21:30 | Kim | a : b
                    KAKAOTALK_PC | [김실장] [오후 9:30] 고수익 알바 |  | 21:30 | 김실장 | 고수익 알바
                    KAKAOTALK_PC | [Kim] [9:30 PM] job |  | 21:30 | Kim | job
                    """)
    void readsTheHeadOfAMessage(
            ChatForm form, String line, String day, LocalTime time, String author, String text) {
        ChatHead head = form.head(line).orElseThrow();

        assertThat(head.day()).isEqualTo(Optional.ofNullable(day));
        assertThat(head.time()).contains(time);
        assertThat(head.author()).contains(author);
        assertThat(line.substring(head.textStart())).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    09:30\tสมชาย\tงานปอยเปต | 09:30 | สมชาย | งานปอยเปต
                    午後9:30\t田中\t高収入 | 21:30 | 田中 | 高収入
                    9:30 PM\tAnn\tjob | 21:30 | Ann | job
                    """)
    void readsTheHeadOfLine(String line, LocalTime time, String author, String text) {
        ChatHead head = ChatForm.LINE.head(line).orElseThrow();

        assertThat(head.time()).contains(time);
        assertThat(head.author()).contains(author);
        assertThat(line.substring(head.textStart())).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    WHATSAPP  | 01/08/2026, 09:30 - Rina created group "Loker: Kamboja"
                    WHATSAPP  | [01/08/2026, 09:30:15] Messages and calls are end-to-end encrypted.
                    KAKAOTALK | 2026년 8월 1일 오후 9:30, 김실장님이 들어왔습니다.
                    LINE      | `09:30\tAnn joined the group.`
                    """)
    void whatTheMessengerSaysHasNoAuthor(ChatForm form, String line) {
        assertThat(form.head(line)).hasValueSatisfying(head -> assertThat(head.author()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "salary 1500 USD: ask me",
                "at 09:30 we meet",
                "2026. 8. 1. 면접",
                "[note] read this",
                "1. work\t2. housing",
            })
    void aLineOfTheTextIsNoHead(String line) {
        for (ChatForm form : ChatForm.values()) {
            assertThat(form.head(line)).as(form.name()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2026/08/01(土) | 2026/08/01
                    2026/08/01（週六） | 2026/08/01
                    2026.08.01 Saturday | 2026.08.01
                    วันเสาร์ที่ 01/08/2026 | 01/08/2026
                    Sat, 08/01/2026 | 08/01/2026
                    2026年8月1日 星期六 | 2026年8月1日
                    --------------- 2026년 8월 1일 토요일 --------------- | 2026년 8월 1일
                    2026년 8월 1일 토요일 | 2026년 8월 1일
                    """)
    void aLineMayNameTheDay(String line, String day) {
        assertThat(ChatForm.day(line)).contains(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "start 2026/08/01",
                "2026/08/01 to 2026/09/01",
                "2026/08/01 start",
                "08:30",
                "12345"
            })
    void otherLinesNameNone(String line) {
        assertThat(ChatForm.day(line)).isEmpty();
    }

    /// Every line of a file is asked.
    @Test
    void aLongLineIsAskedForItsBeginningOnly() {
        for (String piece : new String[] {" ", "a", "1", "[", "-", "9:30 ", "\u202e", "a. "}) {
            String line = piece.repeat(1_000_000 / piece.length());
            for (ChatForm form : ChatForm.values()) {
                assertThat(form.head(line)).isEmpty();
            }
            assertThat(ChatForm.day(line)).isEmpty();
        }
    }
}
