package lurewatch.indexer.detect;

import java.util.ArrayList;
import java.util.List;
import lurewatch.indexer.text.View;

/// Numbers of which the text says that they are written backwards: `read from the back: 9600 …`.
final class ReversedNumbers {
    private static final FewStrings SAID =
            FewStrings.of(
                    NumberWords.foldedLines(
                            """
                            backwards|backward|in reverse|reversed|reverse order|back to front|from right to left|right to left|from the end|from the back
                            거꾸로|역순|뒤집어|뒤집은|반대로|뒤에서부터|뒤에서 앞으로|끝에서부터
                            倒着|倒过来|倒過來|倒著|反过来|反過來|反着|反著|从后往前|從後往前|从右往左|從右往左|由后往前|由後往前|倒读|倒讀|倒序|掉转|掉轉
                            逆から|逆さ|後ろから|うしろから|右から左|反対から|さかさ|逆順|逆に読
                            đọc ngược|viết ngược|đảo ngược|ngược lại|từ cuối|từ phải sang|từ dưới lên
                            จากหลังมาหน้า|จากหลังไปหน้า|ย้อนกลับ|กลับหลัง|จากท้าย|ขวามาซ้าย|ขวาไปซ้าย|อ่านย้อน|ถอยหลัง
                            ຈາກຫຼັງ|ຍ້ອນ|ກັບຫຼັງ|ຂວາຫາຊ້າຍ
                            terbalik|dibalik|dari belakang|dari kanan|songsang
                            baligtad|pabaligtad|binaligtad|mula sa dulo|mula sa likod|pakanan pakaliwa
                            al revés|al reves|de atrás|de derecha a izquierda|a la inversa|invertido|del final
                            ao contrário|de trás|de tras pra|da direita para|invertido|às avessas|do fim
                            à l'envers|a l'envers|de droite à gauche|en commençant par la fin|inversé|en partant de la fin
                            rückwärts|rueckwärts|rueckwaerts|von hinten|von rechts nach links|umgekehrt|verkehrt herum
                            achterstevoren|van achter|achteruit|omgekeerd|van rechts naar links
                            al contrario|all'indietro|da destra a sinistra|alla rovescia|al rovescio|dal fondo|dalla fine
                            od tyłu|wspak|od końca|od prawej|na odwrót
                            pozpátku|odzadu|od konce|zprava doleva|obráceně|pospiatky|od konca|sprava doľava
                            naopako|unatrag|unazad|otpozadi|od kraja|zdesna nalijevo|zdesna nalevo|наопако|уназад|отпозади|од краја
                            наобратно|отзад напред|от дясно
                            наоборот|задом наперёд|задом наперед|с конца|справа налево|в обратном порядке|шиворот-навыворот
                            навпаки|задом наперед|з кінця|справа наліво|у зворотному
                            tersten|ters oku|ters yaz|sondan başa|sağdan sola|tərsinə|sondan
                            ανάποδα|αναποδα|αντίστροφα|από το τέλος|δεξιά προς
                            visszafelé|hátulról|fordítva|jobbról balra
                            invers|de la coadă|de la sfârșit|de la dreapta|pe dos
                            baklänges|bakifrån|bagfra|baglæns|bakfra|baklengs|bakvendt|takaperin|lopusta alkuun|oikealta vasemmalle
                            بالعكس|بالمقلوب|معكوس|عكسي|من الآخر|من الاخر|من النهاية|من اليسار إلى
                            برعکس|وارونه|از آخر|از چپ|معکوس|الٹا|الٹی|الٹ کر|آخر سے|دائیں سے
                            उल्टा|उलटा|उल्टे|उलटे|उल्टी|पीछे से|आखिर से|दाएं से बाएं|दायें से|पछाडिबाट|उल्टो|मागून
                            উল্টো|উল্টা|উলটো|পেছন থেকে|পিছন থেকে|শেষ থেকে|ডান থেকে
                            பின்னால் இருந்து|பின்னிருந்து|தலைகீழ|வலமிருந்து|கடைசியிலிருந்து
                            వెనుక నుంచి|వెనక నుంచి|వెనుక నుండి|తిరగేసి|కుడి నుంచి|ಹಿಂದಿನಿಂದ|ಹಿಮ್ಮುಖ|ತಿರುಗಿಸಿ|ബാക്കിൽ നിന്ന്|പിന്നിൽ നിന്ന്|തിരിച്ച് വായി|മറിച്ച്
                            ઊંધો|ઊંધું|ઉલટો|ઉલટું|પાછળથી|ਉਲਟਾ|ਪਿੱਛੋਂ|ਪਿੱਛੇ ਤੋਂ
                            පිටිපස්සෙන්|පිටුපස සිට|අග සිට|ආපස්සට|අනිත් පැත්තට|දකුණේ සිට
                            နောက်ပြန်|ပြောင်းပြန်|နောက်ကနေ|ញ្ច្រាស|បញ្ច្រាស|ពីក្រោយ|ពីស្តាំ
                            kinyume|nyuma kwenda mbele|kutoka mwisho|kulia kwenda|daga baya|ወደ ኋላ|ከኋላ|በተገላቢጦሽ
                            кері|артынан|оңнан солға|тескери|teskari|orqasidan|oxiridan|o'ngdan chapga|ухраасаа|араас нь|буруугаар
                            უკუღმა|ბოლოდან|მარჯვნიდან|հակառակ|վերջից|מהסוף|הפוך|מימין לשמאל|לאחור
                            """));

    /// Between the words and the number, on either side.
    private static final int REACH = 48;

    private static final int BESIDE = 10;
    private static final int MIN_DIGITS = 8;
    private static final int MAX_DIGITS = 16;
    private static final int MAX_SAID = 20;
    private static final String SEPARATORS = " .-()/_·•";
    private static final int MAX_SEPARATORS = 3;

    private final DeducedNumbers numbers;
    private final View view;
    private final String text;

    private ReversedNumbers(DeducedNumbers numbers) {
        this.numbers = numbers;
        this.view = numbers.view();
        this.text = view.text();
    }

    /// From the first of its digits, or its sign, to the last.
    private record Written(String digits, int start, int end) {}

    static void findIn(String folded, DeducedNumbers numbers) {
        new ReversedNumbers(numbers).find(folded);
    }

    private void find(String folded) {
        List<Parts.Span> said = saidIn(folded);
        if (said.isEmpty()) {
            return;
        }
        for (Parts.Span words : said) {
            if (!readFrom(words, words.end(), Math.min(text.length(), words.end() + REACH))) {
                readFrom(words, Math.max(0, words.start() - REACH), words.start());
            }
        }
    }

    /// Where a folded text says of something that it is written backwards.
    static List<Parts.Span> saidIn(String folded) {
        List<Parts.Span> said = new ArrayList<>();
        SAID.scan(
                folded,
                (_, start, end) -> {
                    if (said.size() < MAX_SAID) {
                        said.add(new Parts.Span(start, end));
                    }
                });
        return said;
    }

    /// Whether words so near say it of what stands between the places.
    static boolean isSaidOf(List<Parts.Span> said, int start, int end) {
        return said.stream()
                .anyMatch(words ->
                        (words.end() <= start && start - words.end() <= REACH)
                                || (words.start() >= end && words.start() - end <= REACH));
    }

    /// Reads the first number that begins between the places.
    private boolean readFrom(Parts.Span words, int from, int to) {
        int i = from;
        while (i < to) {
            boolean begins =
                    (Scripts.isAsciiDigit(text.charAt(i)) || text.charAt(i) == '+')
                            && (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)));
            if (!begins) {
                i++;
                continue;
            }
            Written number = writtenAt(i);
            List<Match> named = numbers.named(number.start(), number.end(), words.start());
            if (number.digits().length() >= MIN_DIGITS
                    && !numbers.isTaken(number.start(), number.end())
                    && (isBeside(words, number) || !isOneAsWritten(number, named))
                    && numbers.add(
                            reversed(number.digits()),
                            number.start(),
                            number.end(),
                            named,
                            "reversed")) {
                return true;
            }
            i = Math.max(i + 1, number.end());
        }
        return false;
    }

    private boolean isOneAsWritten(Written number, List<Match> named) {
        return !number.digits().endsWith("+")
                && numbers.isOne(number.digits(), number.start(), number.end(), named);
    }

    /// Whether the words stand so near that nothing else is meant: most also mean `on the
    /// contrary`.
    private boolean isBeside(Parts.Span words, Written number) {
        int from = Math.min(words.end(), number.end());
        int to = Math.max(words.start(), number.start());
        return to - from <= BESIDE && !SentenceEnds.isBetween(text, from, to);
    }

    private Written writtenAt(int start) {
        StringBuilder digits = new StringBuilder();
        int end = start;
        int separators = 0;
        boolean plus = false;
        for (int i = start; i < text.length() && separators <= MAX_SEPARATORS; i++) {
            char c = text.charAt(i);
            if (Scripts.isAsciiDigit(c) && digits.length() < MAX_DIGITS) {
                digits.append(c);
                separators = 0;
                end = i + 1;
            } else if (c == '+' && !plus) {
                plus = true;
                separators = 0;
                end = i + 1;
                if (!digits.isEmpty()) {
                    break; // the sign that the number begins with, read from its end
                }
            } else if (SEPARATORS.indexOf(c) >= 0) {
                separators++;
            } else {
                break;
            }
        }
        return new Written(digits + (plus ? "+" : ""), start, end);
    }

    /// The digits from the last to the first; the sign before a country's code stays in front.
    static String reversed(String digits) {
        return new StringBuilder(digits).reverse().toString();
    }
}
