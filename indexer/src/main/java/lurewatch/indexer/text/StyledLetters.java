package lurewatch.indexer.text;

import static java.text.Normalizer.Form.NFD;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Words in Latin letters that a program for *fancy text* has set in the letters of other scripts
/// and in signs: `ㄒ乇ㄥ乇Ꮆ尺卂爪`, `ꓔꓰꓡꓰꓖꓣꓮꓟ`, `ƚҽʅҽɠɾαɱ`. Mathematical, circled and full-width letters
/// are what NFKC undoes.
///
/// A word is one where all of its letters are such, or plain Latin ones, and it holds a letter that
/// no language of ads has, or mixes scripts that no language mixes. Where three words are certain
/// and next to nothing in the text is in another script's own letters, what is all in one script is
/// read so, too.
final class StyledLetters {
    private static final String LATIN = "abcdefghijklmnopqrstuvwxyz";

    /// What such programs write for the 26 letters; a letter for itself where they leave it. What
    /// stands for two letters is the first's.
    private static final String[] ALPHABETS = {
        "ᗩᗷᑕᗪEᖴGᕼIᒍKᒪᗰᑎOᑭᑫᖇᔕTᑌᐯᗯ᙭Yᘔ",
        "ᗩᗷᑢᕲᘿᖴᘜᕼᓰᒚᖽᒪᘻᘉᓍᕵᕴᖇSᖶᑘᐺᘺ᙭ᖻᗱ",
        "abcdᗴfghijklmᑎopqrstuvwxyz",
        "ꓮꓐꓚꓓꓰꓝꓖꓧꓲꓙꓗꓡꓟꓠꓳꓑqꓣꓢꓔꓴꓦꓪꓫꓬꓜ",
        "ᏗᏰፈᎴᏋᎦᎶᏂᎥᏠᏦᏝᎷᏁᎧᎮᎤᏒᏕᏖᏬᏉᏇጀᎩፚ",
        "ᎪᏴᏟᎠᎬfᏀᎻiᎫᏦᏞᎷnoᏢqᎡᏚᎢuᏙᎳxᎽᏃ",
        "ꭺbꮯꭰꭼfꮐꮋꭵꭻꮶꮮꮇnoꮲqꮢꮪꭲuꮩꮃxꭹꮓ",
        "ⲀⲂⲤdefgⲎⲒjⲔⳐⲘⲚⲞⲢqrsⲦuvwⲬⲨⲌ",
        "ⲁⲃⲥdefgⲏⲓjⲕlⲙⲛⲟⲣqⲅstuvwⲭⲩⲍ",
        "ąცƈɖɛʄɠɧıʝƙƖɱŋơ℘զཞʂɬų۷ῳҳყʑ",
        "αႦƈԃҽϝɠԋιʝƙʅɱɳσρϙɾʂƚυʋɯxყȥ",
        "αв¢∂єƒɡнιנкℓмησρqяѕтυνωχуz",
        "卂乃匚ᗪ乇千Ꮆ卄丨フҜㄥ爪几ㄖ卩Ɋ尺丂ㄒㄩᐯ山乂ㄚ乙",
        "abcdefghiﾌkℓmnopqrstuvwxyz",
        "ค๒ςdєfوђเןкlmภqקợгรՇยשฬאץչ",
        "abc๔efﻮhijkl๓n๏pqrstuvwxyz",
        "ΛBᄃDΣFGΉIJKᄂMПӨPQЯƧƬЦVЩXYZ",
        "ɑbcdҽfցհɩjkӏʍոօpզɾʂեսvաxyz",
        "aƅcԁefgһijkӀmռоpԛгƽtʋѵԝхүz",
        "₳฿₵ĐɆ₣₲ⱧIJ₭Ⱡ₥₦Ø₱QⱤ₴₮ɄV₩ӾɎⱫ",
        "ⱥƀȼđɇfǥħɨɉꝁłmnøᵽꝗɍsŧᵾvwxɏƶ",
        "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡxʏᴢ",
        "ꍏꌃꉓꀸꍟꎇꁅꃅꀤꀭꀘ꒒ꂵꈤꂦᖘꆰꋪꌗ꓄ꀎꃴꅏꊼꌩꁴ",
        "ᎯᏰᏨᎠᎬᎰᎶᎻᎨᏠᏦᏝᎷᏁᎾᏢᏅᏒᏕᎿᏬᏉᏯᎲᎩᏃ",
        "ǟɮƈɖɛʄɢɦɨʝӄʟʍռօքզʀֆȶʊʋաӼʏʐ",
        "ձъƈժεբցհijĸlოղօթզгរէսνաxყz",
        "ꋫꃃꏸꁕꍟꄘꁍꑛꂑꀭꀗ꒒ꁒꁹꆂꉣꁸ꒓ꌚ꓅ꐇꏝꅐꇓꐟꁴ",
        "ʌbcdєfɢhijĸlмnopqrsтυvwхyz",
        "Δβcd€₣ghijҜlΜnoƤΩrstuvwЖ¥z",
        "ДБcDΞfghijklmЙФPǪЯsΓЦVЩЖУz",
        "ąɓƈđεʆɠђนjʞlɱŋσρǫrรƬυνώxყž",
    };

    /// What else the Unicode Consortium's confusables (UTS #39) take for one of those letters, each
    /// before its letter.
    private static final String CONFUSABLE =
            "ΑaАaᗅaΒbВbꞴbСcᗞdΕeЕeⴹeϜfꞘfԌgᏳgΗhНhͿjЈjꞲjΚkКkᛕkΜmϺmМmᛖmΝnΟoОoՕoⵔoΡpРpⵕqƦrЅsՏsΤtТtՍuѴvⴸvꛟv"
                    + "ԜwᏔwΧxХxᚷxⵝxꞳxΥyУyҮyΖzаaƄbᏏbᑲbᖯbᏧdᑯdꓒdеeꬲeẝfꞙfꬵfƍgᶃgіiꙇiϳjјjᛁlⵏlοoჿoᴑoꬽoգqᴦrꭇrꭈrꮁr"
                    + "ꞟuꭎuꭒuѡwᕁxᕽxɣyγyᶌyỿyꭚyϻmбbБbıiøoØođdĐdłlŁlŦtẚa";

    /// Latin letters with something, by their Unicode names, each before its letter.
    private static final String NAMED =
            "ĦhƁbƂbƃbƇcƊdƋdƌdƑfƓgƗiƘkƝnƞnƟoƥpƫtƭtƮtƲvƳyƴyƵzǤgǾoǿoȠnȡdȤzȴlȵnȷjȺaȻcȽlȾtȿsɀzɃbɈjɋqɌrɕcɗdɟj"
                    + "ɫlɭlɲnɼrɽrʈtʛgʠqᴌlᵬbᵭdᵮfᵯmᵰnᵱpᵲrᵳrᵴsᵵtᵶzᶀbᶁdᶂfᶃgᶄkᶅlᶆmᶇnᶈpᶉrᶊsᶌvᶍxᶎzᶏaᶑdᶒeᶖiᶙuỾyỿyⱡlⱢlⱣpⱦt"
                    + "ⱨhⱩkⱪkⱬzⱮmⱱvⱲwⱳwⱴvⱸeⱺoⱾsⱿzꝀkꝂkꝃkꝄkꝅkꝈlꝉlꝊoꝋoꝌoꝍoꝐpꝑpꝒpꝓpꝔpꝕpꝖqꝘqꝙqꝞvꝟvꞎlꞐnꞑnꞒcꞓcꞔcꞕhꞖbꞗbꞘf"
                    + "ꞙfꞠgꞡgꞢkꞣkꞤnꞥnꞦrꞧrꞨsꞩsꞪhꞭlꞯqꞲjꞸuꞹuꟄcꟅsꟆzꟇdꟈdꟉsꟊsꟌsꟍsꬴeꬶgꬷlꬸlꬹlꬺmꬻnꭆrꭉrꭋrꭌrꭎuꭒuꭖxꭗxꭘxꭙxꭚy";

    /// Small letters with marks that no language of ads writes: `ȍ`, `ḿ`. In a word with one, or in
    /// a text with some such words, marks mean nothing.
    private static final String MEANINGLESS =
            "ĉĝĥĵŝǟǡǧǩǫǭǰǵǹǻȁȃȅȇȉȋȍȏȑȓȕȗȟȧȩȫȭȯȱȳḁḃḅḇḉḋḑḓḕḗḙḛḝḟḡḣḧḩḭḯḱḵḹḽḿṁṋṍṏṑṓṕṗṙṡṥṧṩṫṱṳṵṷṹṻṽṿẁẃẅẇẉẋẍẏẑẕẖẗẘẙ";

    /// Letters with something that some language of ads writes.
    private static final String LIVING = "øØđĐħĦıłŁŧŦɓƁɗƊƙƘŋŊɔƆəƏɛƐƴƳɖƉɣƔʋƲɲƝƒƑɨɑɡ";

    /// Letters with marks are their letter's.
    private static final char FIRST_GREEK = '\u0370';

    private static final char LAST_CYRILLIC = '\u052F';

    /// Each has a bit; the others share the next one.
    private static final List<UnicodeScript> SCRIPTS =
            List.of(
                    UnicodeScript.LATIN,
                    UnicodeScript.GREEK,
                    UnicodeScript.CYRILLIC,
                    UnicodeScript.ARMENIAN,
                    UnicodeScript.HAN,
                    UnicodeScript.BOPOMOFO,
                    UnicodeScript.KATAKANA,
                    UnicodeScript.THAI,
                    UnicodeScript.HEBREW,
                    UnicodeScript.ARABIC,
                    UnicodeScript.GEORGIAN,
                    UnicodeScript.ETHIOPIC,
                    UnicodeScript.TIBETAN);

    private static final int LATIN_BIT = bit(UnicodeScript.LATIN);
    private static final int GREEK_BIT = bit(UnicodeScript.GREEK);
    private static final int CYRILLIC_BIT = bit(UnicodeScript.CYRILLIC);
    private static final int ARMENIAN_BIT = bit(UnicodeScript.ARMENIAN);

    /// No language of ads has the letter.
    private static final int STRANGE = 1 << 15;

    /// By the character's upper half, then by its lower one: the Latin letter in the low half, the
    /// script's bit and [#STRANGE] in the high one.
    private static final int[][] PAGES = pages();

    /// So many words tell that the whole text is written so.
    private static final int CERTAIN_WORDS = 3;

    /// Of so many letters of other scripts, one may be of no such alphabet.
    private static final int MAPPED_OF_ONE = 20;

    private static final int SHORTEST = 3;

    private final String text;
    private final BitSet certain = new BitSet();
    private final BitSet possible = new BitSet();

    /// Words whose marks mean nothing, and all that have some.
    private final BitSet overmarked = new BitSet();

    private final BitSet marked = new BitSet();

    private int certainWords;
    private int overmarkedWords;
    private int mapped;
    private int unmapped;

    private StyledLetters(String text) {
        this.text = text;
    }

    private static int[][] pages() {
        int[][] pages = new int[256][];
        for (String alphabet : ALPHABETS) {
            for (int i = 0; i < LATIN.length(); i++) {
                add(pages, alphabet.charAt(i), LATIN.charAt(i));
            }
        }
        String pairs = NAMED + CONFUSABLE;
        for (int i = 0; i < pairs.length(); i += 2) {
            add(pages, pairs.charAt(i), pairs.charAt(i + 1));
        }
        for (char c = FIRST_GREEK; c <= LAST_CYRILLIC; c++) {
            int entry = entry(pages, Normalizer.normalize(Character.toString(c), NFD).charAt(0));
            if (entry != 0) {
                add(pages, c, (char) entry);
            }
        }
        return pages;
    }

    private static void add(int[][] pages, char c, char letter) {
        if (c < 0x80) {
            return;
        }
        int[] page = pages[c >>> 8];
        if (page == null) {
            page = new int[256];
            pages[c >>> 8] = page;
        }
        if (page[c & 0xff] == 0) {
            page[c & 0xff] = traits(c) << 16 | inItsCase(c, letter);
        }
    }

    /// Cherokee has capitals that nobody sees as such.
    private static char inItsCase(char c, char letter) {
        boolean isCapital =
                (Character.isUpperCase(c) && UnicodeScript.of(c) != UnicodeScript.CHEROKEE)
                        || Character.getType(c) == Character.CURRENCY_SYMBOL;
        return isCapital ? Character.toUpperCase(letter) : letter;
    }

    private static int bit(UnicodeScript script) {
        int place = SCRIPTS.indexOf(script);
        return 1 << (place < 0 ? SCRIPTS.size() : place);
    }

    private static int traits(char c) {
        UnicodeScript script = UnicodeScript.of(c);
        boolean isStrange =
                switch (script) {
                    case CHEROKEE, CANADIAN_ABORIGINAL, LISU, COPTIC, YI, VAI, TIFINAGH, RUNIC ->
                            true;
                    case COMMON -> "∂℘₳₵₲₥₭₴₮".indexOf(c) >= 0;
                    case LATIN -> isStrangeLatin(c);
                    default -> false;
                };
        return bit(script) | (isStrange ? STRANGE : 0);
    }

    /// Neither with a mark, nor a letter of some alphabet: phonetic ones, and with strokes and
    /// hooks.
    private static boolean isStrangeLatin(char c) {
        return c >= 0x180 && BareView.base(c) == c && LIVING.indexOf(c) < 0;
    }

    /// The text with such words in plain letters, place for place; the same one where it has none.
    static String undone(String text) {
        return new StyledLetters(text).undone();
    }

    private String undone() {
        int i = 0;
        while (i < text.length()) {
            int end = wordEnd(i);
            if (!isAscii(i, end)) {
                look(i, end);
            }
            i = Math.max(end, i + 1);
        }
        if (certainWords >= CERTAIN_WORDS && unmapped * MAPPED_OF_ONE <= mapped) {
            certain.or(possible);
        }
        if (overmarkedWords >= CERTAIN_WORDS) {
            overmarked.or(marked);
        }
        if (certain.isEmpty() && overmarked.isEmpty()) {
            return text;
        }
        char[] plain = text.toCharArray();
        overmarked.stream()
                .filter(at -> isLatin(plain[at]))
                .forEach(at -> plain[at] = Overmarked.base(plain[at]));
        certain.stream()
                .filter(at -> entry(plain[at]) != 0)
                .forEach(at -> plain[at] = (char) entry(plain[at]));
        return new String(plain);
    }

    /// The end of what holds together from there; the same place where nothing begins. Most of most
    /// texts is passed over here.
    private int wordEnd(int start) {
        int end = start;
        while (end < text.length() && isOfWord(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /// Nothing in such a word could be another letter, and most words are such.
    private boolean isAscii(int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOfWord(char c) {
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        }
        return entry(c) != 0 || Character.isLetterOrDigit(c) || isMark(c);
    }

    private static boolean isMark(char c) {
        return Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static int entry(char c) {
        return entry(PAGES, c);
    }

    private static int entry(int[][] pages, char c) {
        int @Nullable [] page = pages[c >>> 8];
        return page == null ? 0 : page[c & 0xff];
    }

    private void look(int start, int end) {
        Word word = new Word(start, end);
        mapped += word.styled;
        unmapped += word.others;
        marked.set(start, end, word.hasMarked);
        overmarked.set(start, end, word.hasMeaninglessMark || word.isAllMarked());
        overmarkedWords += word.hasMeaninglessMark ? 1 : 0;
        certain.set(start, end, word.isCertain());
        certainWords += word.isCertain() ? 1 : 0;
        possible.set(start, end, word.isPossible());
    }

    /// What a word is made of.
    private final class Word {
        private int scripts;
        private int letters;
        private int styled;
        private int strange;

        /// Letters of other scripts that no alphabet here has, and digits.
        private int others;

        private boolean isWhole = true;
        private boolean hasPlain;
        private boolean hasMarked;
        private boolean hasMarkedConsonant;
        private boolean hasMeaninglessMark;

        Word(int start, int end) {
            for (int i = start; i < end; i++) {
                char c = text.charAt(i);
                int entry = entry(c);
                if (entry != 0) {
                    styled++;
                    letters++;
                    scripts |= entry >>> 16 & (STRANGE - 1);
                    strange += isStrange(entry, c, start < i && i + 1 < end) ? 1 : 0;
                } else if (isLatin(c)) {
                    letters++;
                    scripts |= LATIN_BIT;
                    look(c);
                } else if (!isMark(c)) {
                    isWhole = false;
                    others += c >= 0x80 ? 1 : 0;
                }
            }
        }

        private void look(char latin) {
            if (latin < 0x80) {
                hasPlain = true;
            } else {
                hasMarked = true;
                hasMarkedConsonant |= Overmarked.isConsonant(latin);
                hasMeaninglessMark |= MEANINGLESS.indexOf(Character.toLowerCase(latin)) >= 0;
            }
        }

        boolean isPossible() {
            return isWhole && styled > 0;
        }

        boolean isCertain() {
            if (!isPossible()) {
                return false;
            }
            return letters < SHORTEST
                    ? strange > 0 && letters == styled
                    : strange > 0 || isUnheardOf() || isAllMarked();
        }

        /// Whether it has no plain letter, and both marks and another alphabet's letters.
        boolean isAllMarked() {
            return isPossible()
                    && letters >= SHORTEST
                    && !hasPlain
                    && hasMarkedConsonant
                    && (strange > 0 || (scripts & ~LATIN_BIT) != 0);
        }

        /// Whether no language mixes these scripts in a word. Latin stands beside Han, Kana and
        /// Thai as a word of its own (`几千USDT`); beside Greek or Cyrillic, and for Greek among
        /// Cyrillic, it is for [Confusables] to tell what is meant.
        private boolean isUnheardOf() {
            int foreign = scripts & ~LATIN_BIT;
            boolean isLatin = (scripts & LATIN_BIT) != 0;
            return (foreign == (GREEK_BIT | CYRILLIC_BIT) || foreign == ARMENIAN_BIT)
                    ? isLatin
                    : Integer.bitCount(foreign) > 1;
        }
    }

    /// Whether no language has the letter, or a sign of a currency stands among letters.
    private static boolean isStrange(int entry, char c, boolean isWithin) {
        return (entry >>> 16 & STRANGE) != 0
                || (isWithin && Character.getType(c) == Character.CURRENCY_SYMBOL);
    }

    /// Plain, or with a mark that some language writes.
    private static boolean isLatin(char c) {
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        }
        return (c >= 0xC0 && c < 0x250 && c != '×' && c != '÷') || (c >= 0x1E00 && c < 0x1F00);
    }
}
