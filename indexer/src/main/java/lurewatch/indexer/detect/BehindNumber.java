package lurewatch.indexer.detect;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What may stand between a number and the name of a channel behind it, and still say that the
/// number answers there.
final class BehindNumber {
    static final int LONGEST = 30;

    /// Signs alone are no longer.
    static final int MOST_SIGNS = 5;

    /// May stand between a number and the channel where it answers: `… 345 (only WhatsApp)`, `… 345
    /// same number on WhatsApp`, `… 345 (có Zalo)`.
    private static final Set<String> WORDS =
            HandleWords.words(
                    """
                    only just on via same number also and or available use my with is this the no
                    na chỉ có cũng là số này dùng luôn cùng qua và hanya nomor ini juga ada bisa aktif dan
                    sirf sadece só solo sólo apenas seulement por también mismo número e é o mesmo tem
                    même numéro aussi только тот же номер есть также и เฉพาะ มี เบอร์ เดียวกัน 只 仅 僅 同
                    anche även också też także auch ook тоже також ham hem rin din pati sia pure və әм да
                    केवल सिर्फ यही नंबर aynı numara at din po ang 加 加我 我 也 是
                    he she has have i i'm that one too reach me text there it works for active call calls
                    nhắn gọi nghe máy kết bạn tin ko không nt add pe par pr mein me hai wala wali bhi sirf pakai guna
                    dekat kat je lang naka ay yung meron ni ya yangu tu pekee pia ina iko ma cha maa matra
                    पर में है वाला भी मा छ मात्र पे پر میں ہے والا بھی صرف هم فقط دارم دارد روی در على عليه عليها فيه
                    তে এ আছে শুধু একই নম্বরে এই நம்பரில் உள்ளது மட்டும் මේ අංකයේ තියෙනවා
                    в у на з це той самий є лише var vardır da ve bor ham shu raqamda бар осы нөмірде w jest też ten sam
                    mit über per auf auch nur ist sur avec c'est aussi seul seulement en tiene con es solamente tem com
                    no pelo apenas su con anche ook op via alleen ที่ ใช้ ใช้ได้ ทาง ได้ อย่างเดียว ရှိ လည်း ပဲ မှာ មាន តែ
                    x wave momo bkash gcash imo ມີ ແມ່ນ ເທົ່ານັ້ນ ነው ብቻ 이 번호로 번호 이번호로 이번호 여기로 で この番号 用 在 有 可加 可 也可 都可以 上 請用 请用
                    """);

    /// Those of them that say that a number is for two channels.
    private static final Set<String> SAME =
            HandleWords.words("same mismo mesmo même тот aynı 同 เดียวกัน ini này यही");

    /// `… 345 (no WhatsApp)`, `… 345, không Zalo`
    private static final Pattern NOT_THERE =
            Pattern.compile(
                    "\\s?[(（,;，]\\s?no\\s|(?:\\s?[(（,;，]\\s?|.*\\s)(?:not|not on|không|ko|k có|không có|ko có|tanpa|bukan|tidak ada|gak ada|tak ada|без|нет|не|немає|sin|no hay|no tiene|sem|não|pas|pas de|sans|kein|ohne|senza|geen|yok|wala|walang|nahi|नहीं|نہیں|لا|بدون|ليس|没有|无|沒有|無|不|ไม่มี|ไม่ใช่|si|hakuna)\\s?",
                    Pattern.DOTALL);

    /// `… 345, ватсапа нет`
    private static final Pattern NOT_HERE =
            Pattern.compile(
                    "(?:[аa]|[''’]?(?:ım|im|um)|m|은|는|이|도)?\\s?(?:нет(?!\\p{L})|нету|немає|нема(?!\\p{L})|yok(?!\\p{L})|yo['‘’]q|жоқ|없|안\\s?(?:해|합|씀|써)|(?:पर |भी )?नहीं|छैन|নেই|نہیں|ندار|غير متوفر|ไม่มี|không có|ko có|(?:gak|nggak|tidak|tak|tiada) ada|没有|沒有|なし|ありません|மில்லை|இல்லை|கிடையாது|ഇല്ല|లేదు|ಇಲ್ಲ|નથી|ਨਹੀਂ|မသုံး|ບໍ່ໃຊ້|មិនប្រើ|사용 ?안|やってな|使わな|没用|沒用|kullanmıyor|ishlatma|ندارم|නැ|မရှိ|គ្មាន|ບໍ່ມີ|የለ)");

    /// `… 345 (KKTC), wp var`
    private static final Pattern REMARK =
            Pattern.compile(
                    "^\\s?[(（][\\p{L}\\p{M} .]{2,14}[)）](?=[ ,;/])|^\\s?[(（][\\p{L}\\p{M}\\d:~–-]{2,18}[)）](?=[,，、])");

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}]+");

    private BehindNumber() {}

    /// Whether what stands behind a channel's name says that nobody answers there.
    static boolean isDeniedFrom(String raw, int end) {
        return NOT_HERE.matcher(raw).region(end, raw.length()).lookingAt();
    }

    /// `Viber (same number on WeChat): …`: whether what stands between two channels says that one
    /// number is for both.
    static boolean isSaidToBeSame(String raw, int end, int start) {
        String between = raw.substring(end, start).toLowerCase(Locale.ROOT);
        return raw.charAt(end) == ' '
                && between.startsWith(" (")
                && SAME.stream().anyMatch(between::contains)
                && NO_LETTERS
                        .splitAsStream(between)
                        .allMatch(word -> word.isEmpty() || WORDS.contains(word));
    }

    /// Whether only signs, or words that say that the number answers there, stand between the two.
    static boolean leadsTo(String raw, int end, int start) {
        if (start - end <= MOST_SIGNS && isOnlySigns(raw, end, start)) {
            return true;
        }
        if (start - end > LONGEST || start <= end) {
            return false;
        }
        String behind = raw.substring(end, start).toLowerCase(Locale.ROOT);
        if (NOT_THERE.matcher(behind).matches()) {
            return false;
        }
        String between = REMARK.matcher(behind).replaceFirst("");
        if (between.indexOf('/') >= 0 && between.chars().anyMatch(Character::isDigit)) {
            return false; // another number stands nearer; of those behind commas it may be for all
        }
        for (String word : NO_LETTERS.split(between, -1)) {
            if (!word.isEmpty() && !WORDS.contains(word)) {
                return false;
            }
        }
        return between.indexOf('\n') < 0
                && ".。!?！？".chars().noneMatch(c -> between.indexOf(c) >= 0);
    }

    static boolean isOnlySigns(String raw, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = raw.charAt(i);
            if (Character.isLetterOrDigit(c) || "\n.。!?！？।။።".indexOf(c) >= 0) {
                return false;
            }
        }
        return true;
    }
}
