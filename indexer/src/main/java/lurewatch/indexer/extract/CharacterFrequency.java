package lurewatch.indexer.extract;

import java.util.BitSet;

/// How usual a text's characters are in the language that an encoding is used for.
///
/// Bytes of one East Asian encoding are mostly valid in the others too; decoded wrongly they become
/// rare characters. The lists hold the commonest characters of running text; they cover about two
/// thirds of it.
final class CharacterFrequency {
    private static final BitSet HANGUL =
            set(
                    "이다는의에가을고하로지기사한은를도자인어서시그리대수있보나일해아니정부만원무게전라제내면상성주들과공으여동장유용신요세비소위모우안구국조문발회경선중야분화연치마바오교체미방생실것관적습했월계였행업등력재됩영당급");
    private static final BitSet SIMPLIFIED =
            set(
                    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运");
    private static final BitSet TRADITIONAL =
            set(
                    "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產或新己制身果加西斯月話合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活爾更別打女變四神總何電數安少報才結反受目太量再感建務做接必場件計管期市直德資命山金指克許統區保至隊形社便空決治展馬科司五基眼書非則聽白卻界達光放強即像難且權思王象完設式色路記南品住告類求據程");
    private static final BitSet KANJI =
            set("日一国人年大十二本中長出三時行見月分後前生五間上東四今金九入学高円子外八六下来気小七山話女北午百書先名川千水半男西電校語新会社事自者発部同地場合業体動理");

    /// Letters that hardly any Thai word has, and signs.
    private static final String RARE_THAI = "ฃฅฆฌฎฏฐฑฒฬฮฦฯ๏๐๑๒๓๔๕๖๗๘๙๚๛฿";

    private CharacterFrequency() {}

    /// Between about -1 (impossible) and 1 (running text); 0 for a text without such characters.
    static double share(String encoding, String text) {
        return switch (encoding) {
            case "windows-874" -> thai(text);
            case "windows-1258" -> vietnamese(text);
            default -> ideographic(encoding, text);
        };
    }

    private static double ideographic(String encoding, String text) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                count++;
                sum += weight(encoding, c);
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    private static double weight(String encoding, char c) {
        if (c == 0xFFFD || Character.isSurrogate(c) || (c >= 0xE000 && c <= 0xF8FF) || c < 0xA0) {
            return -3;
        }
        if ((c >= 0x3000 && c <= 0x303F) || (c >= 0xFF01 && c <= 0xFF5E)) {
            return 0.5;
        }
        return switch (encoding) {
            case "euc-kr" -> hangul(c);
            case "gbk" -> hanzi(SIMPLIFIED, c);
            case "big5" -> hanzi(TRADITIONAL, c);
            default -> japanese(c);
        };
    }

    private static double hangul(char c) {
        if (c >= 0xAC00 && c <= 0xD7A3) {
            return HANGUL.get(c) ? 1 : 0.35;
        }
        return isHan(c) ? -0.2 : 0.1;
    }

    private static double hanzi(BitSet usual, char c) {
        if (isHan(c)) {
            return usual.get(c) ? 1 : 0.3;
        }
        return isKana(c) ? -0.2 : 0;
    }

    private static double japanese(char c) {
        if (c >= 0xFF61 && c <= 0xFF9F) {
            return -0.7; // half-width katakana: one byte each, so any bytes seem to fit
        }
        if (isKana(c)) {
            return 0.95;
        }
        if (isHan(c)) {
            return KANJI.get(c) ? 0.9 : 0.25;
        }
        return 0;
    }

    /// Thai marks stand on consonants, and leading vowels before them.
    private static double thai(String text) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                continue;
            }
            count++;
            char before = i == 0 ? ' ' : text.charAt(i - 1);
            if (c < 0xE01 || c > 0xE5B) {
                sum -= c == 0xA0 ? 0 : 2;
            } else if (isThaiMark(c)) {
                sum += isThaiConsonant(before) || isThaiMark(before) ? 1 : -2;
            } else if (before >= 0xE40 && before <= 0xE44 && !isThaiConsonant(c)) {
                sum -= 2;
            } else {
                sum += RARE_THAI.indexOf(c) < 0 ? 0.8 : -1;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    private static boolean isThaiConsonant(char c) {
        return c >= 0xE01 && c <= 0xE2E;
    }

    private static boolean isThaiMark(char c) {
        return c == 0xE31 || (c >= 0xE34 && c <= 0xE3A) || (c >= 0xE47 && c <= 0xE4E);
    }

    /// Accents as letters of their own after a vowel, and the three letters that no neighbour uses;
    /// or, in a text so short that it has none of them, accents on vowels that have one already.
    /// Italian and Gaelic have what looks like an accent on a plain vowel.
    private static double vietnamese(String text) {
        int letters = 0;
        int accents = 0;
        int doubled = 0;
        int foreign = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                continue;
            }
            if (c >= 0x300 && c <= 0x323) {
                boolean onAccented = i > 0 && "âêôăơưÂÊÔĂƠƯ".indexOf(text.charAt(i - 1)) >= 0;
                boolean onVowel =
                        onAccented || (i > 0 && "aeiouyAEIOUY".indexOf(text.charAt(i - 1)) >= 0);
                doubled += onAccented ? 1 : 0;
                accents += onVowel ? 1 : 0;
                foreign += onVowel ? 0 : 1;
            } else if ("đơưĐƠƯ".indexOf(c) >= 0) {
                letters++;
            } else if ("âêôăÂÊÔĂáàéèíóùúÁÀÉÈÍÓÙÚ".indexOf(c) < 0) {
                foreign++;
            }
        }
        boolean isVietnamese = accents >= 2 && (letters > 0 || doubled >= 2);
        return !isVietnamese || foreign * 4 > letters + accents ? 0 : 0.95;
    }

    private static boolean isHan(char c) {
        return c >= 0x4E00 && c <= 0x9FFF;
    }

    private static boolean isKana(char c) {
        return c >= 0x3041 && c <= 0x30FE;
    }

    private static BitSet set(String characters) {
        BitSet set = new BitSet(0x10000);
        characters.chars().forEach(set::set);
        return set;
    }
}
