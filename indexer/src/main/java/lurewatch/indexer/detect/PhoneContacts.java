package lurewatch.indexer.detect;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.text.View;

/// Telephone numbers in digits: with `+`, after a cue, or in a national form that the plan of a
/// likely country knows. Salaries, dates, register numbers and short hotlines are none.
final class PhoneContacts {
    private static final int MAX_DIGITS = 15;
    private static final int MIN_DIGITS = 7;
    private static final int MAX_SEPARATORS = 3;
    private static final int MAX_DATES = 100;

    /// How often libphonenumber may be asked: often enough for any list of numbers, too seldom for
    /// a text made of digits and blanks to take long.
    private static final int MIN_READINGS = 60;

    private static final int CHARACTERS_PER_READING = 40;
    private static final String SEPARATORS = " \n.-()·•*_~—–−/・,";
    private static final String NOT_BEFORE = "$₩¥€£฿₫₱₹@#";
    private static final HeadedPattern DATE =
            HeadedPattern.compile(
                    "(?<!\\d)(?:19|20)\\d\\d[-./]{1,2}\\d{1,2}[-./ ]{1,2}\\d{1,2}(?!\\d)", 0);
    private static final Pattern KOREAN_BUSINESS = Pattern.compile("\\d{3}-\\d{2}-\\d{5}");
    private static final Pattern UNIT =
            Pattern.compile(
                    "\\s?(?:만|원|천만|억|元|万|萬|円|块|%|usd|usdt|krw|rmb|vnd|đ|đồng|triệu|tr\\b|บาท|juta|jt\\b|rb\\b|ribu|k\\b|u\\b|won|baht|pesos?|dollars?|年|개월|년|명|岁|歲|세|tuổi|kg|m2|㎡|시간).*",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern REGISTER =
            Pattern.compile(
                    ".*(?:사업자|등록번호|허가번호|licen[cs]e|permit|reg(?:istration)?\\.?\\s?(?:no|number)|许可证|執照|统一社会信用代码|統一編號|giấy phép|mã số|ทะเบียน|ใบอนุญาต|siup|nib\\b|npwp|tax|invoice|order|dmw|poea|cnpj|account|rekening|stk|số tài khoản|เลขบัญชี|계좌|통장|卡号|账号|口座|zip|우편번호|邮编).{0,14}",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final int CONTEXT = 28;

    private final View view;
    private final String text;
    private final List<Match> cues;
    private final List<String> regions;
    private final ContactList contacts;
    private int readings;

    PhoneContacts(Reading reading, List<String> regions, ContactList contacts) {
        this.view = reading.views().cased();
        this.text = view.text();
        this.cues = reading.cues();
        this.regions = regions;
        this.contacts = contacts;
        this.readings = MIN_READINGS + text.length() / CHARACTERS_PER_READING;
    }

    void find() {
        DATE.find(
                text,
                0,
                text.length(),
                MAX_DATES,
                m -> contacts.take(view.rawStart(m.start()), view.rawEnd(m.end())));
        int i = 0;
        while (i < text.length() && readings > 0 && !contacts.isFull()) {
            i = isStart(i) ? readFrom(i) : i + 1;
        }
    }

    private boolean isStart(int i) {
        char c = text.charAt(i);
        boolean plus = c == '+' && i + 1 < text.length();
        boolean bracket =
                c == '('
                        && i + 1 < text.length()
                        && (text.charAt(i + 1) == '+' || Scripts.isAsciiDigit(text.charAt(i + 1)));
        if (!plus && !bracket && digitAt(i) < 0) {
            return false;
        }
        return i == 0
                || (!Scripts.isAsciiWord(text.charAt(i - 1))
                        && NOT_BEFORE.indexOf(text.charAt(i - 1)) < 0);
    }

    /// The digit shown at `i`, look-alikes (`O`, `l`, `ㅇ`) beside digits included; -1 where there
    /// is none.
    private int digitAt(int i) {
        char c = text.charAt(i);
        if (Scripts.isAsciiDigit(c)) {
            return c - '0';
        }
        int alike =
                c == 'O' || c == 'o' || c == 'ㅇ' ? 0 : c == 'l' || c == 'I' || c == '|' ? 1 : -1;
        if (alike < 0) {
            return -1;
        }
        boolean after = i > 0 && isDigitLike(i - 1);
        boolean before = i + 1 < text.length() && isDigitLike(i + 1);
        boolean letters =
                i + 1 < text.length()
                        && Character.isLetter(text.charAt(i + 1))
                        && !isDigitLike(i + 1);
        return (after || before) && !letters ? alike : -1;
    }

    private boolean isDigitLike(int i) {
        return "0123456789OolIㅇ|".indexOf(text.charAt(i)) >= 0;
    }

    /// Reads the digits from `start`; gives where to go on.
    private int readFrom(int start) {
        StringBuilder digits = new StringBuilder();
        int[] ends = new int[MAX_DIGITS + 4];
        int i = start;
        int separators = 0;
        int real = 0;
        while (i < text.length()
                && digits.length() < MAX_DIGITS + 3
                && separators <= MAX_SEPARATORS) {
            char c = text.charAt(i);
            int digit = digitAt(i);
            if (digit >= 0 || (c == '+' && digits.isEmpty())) {
                digits.append(digit >= 0 ? (char) ('0' + digit) : '+');
                real += Scripts.isAsciiDigit(c) ? 1 : 0;
                ends[digits.length()] = i + 1;
                separators = 0;
            } else if (SEPARATORS.indexOf(c) >= 0 && c != ',') {
                separators++;
            } else {
                break;
            }
            i++;
        }
        int read = digits.length() == 0 ? start + 1 : ends[digits.length()];
        if (real < 5 || digits.length() < MIN_DIGITS) {
            return read;
        }
        int end = longestNumber(digits.toString(), start, ends);
        return end < 0 ? Math.max(start + 1, skipDigits(start)) : end;
    }

    private int skipDigits(int start) {
        int i = start + 1;
        while (i < text.length() && Scripts.isAsciiDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /// Adds the longest number that ends where a group of digits does; gives its end, or -1.
    private int longestNumber(String digits, int start, int[] ends) {
        for (int length = digits.length(); length >= MIN_DIGITS; length--) {
            int end = ends[length];
            boolean groupEnds =
                    end >= text.length()
                            || (!Scripts.isAsciiDigit(text.charAt(end)) && digitAtOrNone(end) < 0);
            if (groupEnds && add(digits.substring(0, length), start, end)) {
                return end;
            }
        }
        return -1;
    }

    private int digitAtOrNone(int i) {
        return i < text.length() ? digitAt(i) : -1;
    }

    private boolean add(String digits, int start, int end) {
        int bare = digits.startsWith("+") ? digits.length() - 1 : digits.length();
        if (--readings < 0) {
            return false;
        }
        String written = text.substring(start, end);
        if (bare > MAX_DIGITS + 2 || isNoNumber(written, start, end)) {
            return false;
        }
        int rawStart = view.rawStart(start);
        int rawEnd = view.rawEnd(end);
        if (contacts.isTaken(rawStart, rawEnd)) {
            return false;
        }
        Optional<Cue> cue = HandleContacts.nearestCue(view, start, cues);
        boolean cued =
                cue.isPresent()
                        && cue.get().channel().filter(k -> k != ContactKind.BANK).isPresent();
        String dialled = digits.startsWith("00") && bare > 9 ? "+" + digits.substring(2) : digits;
        Optional<PhoneNumbers.Understood> understood =
                PhoneNumbers.read(dialled, Regions.by(cue, regions));
        if (understood.isEmpty() || !isConvincing(understood.get(), dialled, written, cued)) {
            return false;
        }
        add(understood.get(), cue, cued, dialled, start, end);
        return true;
    }

    private void add(
            PhoneNumbers.Understood number,
            Optional<Cue> cue,
            boolean cued,
            String dialled,
            int start,
            int end) {
        ContactKind kind =
                cue.flatMap(Cue::channel)
                        .filter(PhoneContacts::isDialled)
                        .orElse(ContactKind.PHONE);
        double confidence =
                (number.valid() ? 0.9 : 0.6)
                        + (cued ? 0.05 : 0)
                        + (dialled.startsWith("+") ? 0.03 : 0);
        boolean spaced = end - start >= 2 * dialled.length() - 2;
        String method =
                (spaced ? "spaced number" : "number")
                        + (dialled.startsWith("+") ? "" : " read as " + number.region())
                        + (number.mobile() ? "" : LAND_LINE);
        String value =
                kind == ContactKind.WECHAT && number.region().equals("CN")
                        ? number.value().substring(3)
                        : number.value();
        contacts.add(kind, value, view, start, end, confidence, method);
    }

    /// In the method of numbers that are no person's.
    static final String LAND_LINE = " (land line)";

    private static boolean isDialled(ContactKind kind) {
        return kind == ContactKind.WHATSAPP
                || kind == ContactKind.ZALO
                || kind == ContactKind.VIBER
                || kind == ContactKind.SIGNAL
                || kind == ContactKind.WECHAT;
    }

    private static boolean isConvincing(
            PhoneNumbers.Understood number, String dialled, String written, boolean cued) {
        if (dialled.startsWith("+")) {
            return number.valid() || dialled.length() >= 10;
        }
        if (cued) {
            return number.valid() || (dialled.startsWith("0") && dialled.length() >= 9);
        }
        boolean trunk = dialled.startsWith("0") && dialled.length() >= 9;
        boolean chineseMobile =
                number.region().equals("CN") && dialled.length() == 11 && dialled.startsWith("1");
        return number.valid() && (trunk || (chineseMobile && written.length() <= 15));
    }

    private boolean isNoNumber(String written, int start, int end) {
        if (KOREAN_BUSINESS.matcher(written).matches()) {
            return true;
        }
        String after =
                text.substring(end, Math.min(text.length(), end + 8)).toLowerCase(Locale.ROOT);
        if (UNIT.matcher(after).matches()) {
            return true;
        }
        String before = text.substring(Math.max(0, start - CONTEXT), start);
        return REGISTER.matcher(before).matches() && !written.startsWith("+");
    }
}
