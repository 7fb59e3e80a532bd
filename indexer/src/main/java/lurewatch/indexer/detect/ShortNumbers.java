package lurewatch.indexer.detect;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.text.View;

/// Hotlines of three to six digits, as warnings give them: `call 112`, `拨打反诈专线 96110`, `สายด่วน
/// 1441`. Only behind a word for calling; a country's plan must know the number, or the word must
/// mean a hotline and nothing else.
final class ShortNumbers {
    private static final int ENOUGH = 30;
    private static final String HOTLINE =
            "hotline|helpline|专线|專線|热线|熱線|สายด่วน|đường dây nóng|tổng đài|ホットライン|相談専用電話|ダイヤル|국번\\s?없이|상담전화|신고전화|हेल्पलाइन|हॉटलाइन|शिकायत|горяч[а-я]{2} лини[а-я]|disque";
    private static final String CALL =
            "\\bcall|\\bdial|\\bphone|拨打|撥打|请拨|請撥|致电|電洽|โทร|โทรศัพท์|전화|신고|연락|gọi|hubungi|telepon|\\btawag|ligue|llame|звоните|номеру|शिकायत|कॉल|फोन|電話|\\bpiga|اتصل|کال|شکایت|ফোন|কল";
    private static final HeadedPattern NUMBER =
            HeadedPattern.compile(
                    "(?:("
                            + HOTLINE
                            + ")|"
                            + CALL
                            + ")[^\\d\\n。.!?#]{0,12}(?<![$₩¥€£฿₫₱₹+-])#?([1-9]\\d{2,5})(?![\\d%+]|[-.,:/~]\\d|\\s?(?:명|개|건|名|个|個|人|通|次|cuộc|người|calls?|people|customers|khách|ครั้ง|ราย|คน|k\\b|시|분|원|만|元|년|회|円|年|บาท|đ|per|a day|times|days?|hours?|min|usd|件|일|층|호))",
                    Pattern.CASE_INSENSITIVE);

    /// `신고: 112 또는 1330`: what is listed behind one that was found.
    private static final Pattern LISTED =
            Pattern.compile(
                    "\\s?(?:,|/|、|·|\\bor|\\band|或|및|또는|hoặc|atau|หรือ)\\s?([1-9]\\d{2,5})(?![\\d%+]|[-.,:/~]\\d)");

    private final View view;
    private final String text;
    private final Regions regions;
    private final ContactList contacts;

    ShortNumbers(Reading reading, Regions regions, ContactList contacts) {
        this.view = reading.views().cased();
        this.text = view.text();
        this.regions = regions;
        this.contacts = contacts;
    }

    void find() {
        NUMBER.find(text, 0, text.length(), ENOUGH, this::add);
    }

    private void add(MatchResult match) {
        boolean hotline = match.group(1) != null;
        add(match.group(2), hotline, match.start(2), match.end(2));
        Matcher listed = LISTED.matcher(text).region(match.end(2), text.length());
        if (listed.lookingAt()) {
            add(listed.group(1), false, listed.start(1), listed.end(1));
        }
    }

    private void add(String number, boolean hotline, int start, int end) {
        boolean known = PhoneNumbers.isShort(number, regions);
        if ((hotline || known) && !contacts.isTaken(view.rawStart(start), view.rawEnd(end))) {
            contacts.add(
                    ContactKind.PHONE,
                    number,
                    view,
                    start,
                    end,
                    known ? 0.8 : 0.7,
                    "short number" + PhoneContacts.LAND_LINE);
        }
    }
}
