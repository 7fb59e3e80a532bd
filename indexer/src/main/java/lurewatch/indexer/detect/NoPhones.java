package lurewatch.indexer.detect;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Digits that are no telephone number whatever plan they fit: amounts, dates, register and licence
/// numbers, accounts, postal codes.
final class NoPhones {
    static final HeadedPattern DATE =
            HeadedPattern.compile(
                    "(?<!\\d)(?:(?:19|20)\\d\\d[-./]{1,2}\\d{1,2}[-./ ]{1,2}\\d{1,2}|\\d{1,2}[-./]\\d{1,2}[-./](?:19|20)\\d\\d)(?!\\d)",
                    0);
    private static final Pattern KOREAN_BUSINESS = Pattern.compile("\\d{3}-\\d{2}-\\d{5}");
    private static final Pattern BRAZILIAN_BUSINESS =
            Pattern.compile("\\d{2}\\.\\d{3}\\.\\d{3}/\\d{4}-\\d{2}");
    private static final Pattern BRAZILIAN_POSTAL = Pattern.compile("\\d{2}\\.?\\d{3}-\\d{3}");

    /// `042-100-421-000`: more groups of the same number than a telephone number has.
    private static final Pattern GOES_ON = Pattern.compile("[-./]\\d{3}");

    private static final Pattern AMOUNT =
            Pattern.compile("[1-9]\\d{0,2}(?:[., ]000)+|[1-9]\\d{0,2}(?:\\.\\d{3}){2,}");
    private static final Pattern UNIT =
            Pattern.compile(
                    "\\s?(?:만|원(?!장)|천만|억|元|万|萬|円|块|%|usd|usdt|krw|rmb|vnd|đ(?!\\p{L})|đồng|triệu|tr\\b|บาท|juta|jt\\b|rb\\b|ribu|k\\b|u\\b|won|baht|pesos?|dollars?|年|人(?!事)|개월|년|명|岁|歲|세|tuổi|kg|m2|㎡|시간|/월|/month|ksh|inr|php|idr|myr|thb|twd|hkd|jpy|cny|₫|₱|฿|₩|€|£|rupees|号(?:楼|院)|番地|楼|층|호\\b).*",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /// Not `licence` alone: a driver's is asked for in many ads, and a number to call may follow.
    private static final HeadedPattern REGISTER =
            HeadedPattern.compile(
                    "사업자|접수\\s?번호|관리\\s?번호|사건\\s?번호|등록\\s?번호|허가\\s?번호|신고\\s?번호|법인\\s?번호|주민\\s?번호|고유\\s?번호|통신판매|직업소개|licen[cs]e\\s?(?:no|num|#|:|[0-9])|\\blic\\.?\\s?(?:no|#)|\\bpermit|\\breg(?:istration)?\\.?\\s?(?:no|num|#|:)|company\\s?(?:no|num)|\\bcr\\s?(?:no|num)|\\buen\\b|\\bssm\\b|\\bgst(?:in)?\\b|\\bpan\\s?(?:no|:)|\\babn\\b|\\bein\\b|\\bcin\\b|\\btdlr\\b|\\bdmw\\b|\\bpoea\\b|\\bsiup\\b|\\bsip3mi\\b|\\bnib\\b|\\bnpwp\\b|\\bnik\\b|\\bktp\\b|\\bnric\\b|izin\\s?(?:no|usaha)|no(?:mor)?\\.?\\s?izin|tax\\s?(?:id|no|code|number)|invoice|order\\s?(?:no|num|id|#)|\\bref\\.?\\s?(?:no|:|#)|reference|job\\s?(?:id|no|code|ref)|\\bposition\\s?(?:id|no)|\\bcase\\s?(?:no|id)|passport\\s?(?:no|num)|\\bid\\s?(?:no|num)|tracking|许可证|許可|執照|执照|营业|營業|登记|登記|登録番号|法人番号|番号\\s?第|统一社会信用代码|統一編號|统编|統編|备案|備案|icp|編號|编号|giấy phép|gpkd|đkkd|mã số|\\bmst\\b|\\bcccd\\b|\\bcmnd\\b|mã (?:tin|việc)|ทะเบียน|ใบอนุญาต|เลขที่|เลขประจำตัว|cnpj|\\bcpf\\b|\\bcuit\\b|\\bruc\\b|\\bnit\\b|инн\\b|огрн|account\\s?(?:no|num|:)|a/c|\\brekening|\\bno\\.?\\s?rek|\\bstk\\b|số tài khoản|เลขบัญชี|계좌|통장|卡号|账号|口座|\\biban\\b|\\bswift\\b|\\bzip\\b|postal|pin\\s?code|우편번호|邮编|郵遞|郵便|〒|kode pos|mã bưu|room\\s?no|flight|isbn|(?<![/&+,、／] ?|หรือ|또는 ?|\\bor |\\batau |\\bhoặc |或)(?:\\bfax\\b|팩스|传真|傳真|ファックス|แฟกซ์|факс)|고객\\s?번호|회원\\s?번호|운송장|주문\\s?번호|(?:열람|발급|송장|계약|차량|문서|일련|예약|상품|물건|매물|수험|고지|납부|승인|인증|증서|일지)\\s?번호|\\biptu\\b|inscri[cç][aã]o\\s?(?:estadual|municipal)|공고\\s?번호|订单|訂單|流水号|工号|身份证|身份證|求人番号|受付番号|会員番号|บัตรประชาชน|เลขทะเบียน|ترخيص|رخصة|الهوية|السجل|الإقامة|لائسنس|شناختی|رجسٹر|รหัส(?!เติม)|lowongan\\s?(?:no|nomor|[0-9])|nomor\\s?(?:lowongan|perkara|seri|resi|pesanan|induk|registrasi|surat)|\\bresi\\b|kunden\\s?-?(?:nummer|nr)|bestell\\s?-?(?:nummer|nr)|auftrags\\s?-?(?:nummer|nr)|rechnungs\\s?-?(?:nummer|nr)|steuer\\s?-?(?:nummer|nr)|akten\\s?zeichen|handelsregister|(?:offre|dossier|commande|annonce|réf(?:érence)?|facture|client)\\s?(?:n[°ºo]|:)|(?:oferta|expediente|pedido|factura|referencia|vaga|processo|protocolo|anúncio|nota fiscal|trámite)\\s?(?:n[°ºo.]|num|:)|numer\\s?(?:oferty|zamówienia|konta|klienta|sprawy|ref)|\\bnip\\b|\\bregon\\b|\\bkrs\\b|\\bpesel\\b|partita iva|\\bp\\.?\\s?iva|codice|dosya|sipariş|ilan no|takip no|заказ|накладн|вакансия\\s?№|дело\\s?№|договор|трек|waybill|\\bawb\\b|parcel|shipment|\\bsku\\b|\\bserial|\\bs/n\\b|\\bimei\\b|model\\s?(?:no|num|:)|ticket\\s?(?:no|num|#|id)|booking\\s?(?:no|id|ref|code)|voucher|案号|案號|案件|快递单|快遞單|单号|單號|取件码|取貨碼|批号|批號|型号|型號|問い合わせ番号|注文番号|管理番号|許可番号|製造番号|đơn hàng|hóa đơn|vận đơn|số (?:đơn|hồ sơ|hợp đồng|seri|hiệu)|mã (?:đơn|vận|hàng|nhân viên)|लाइसेंस|पंजीकरण|आधार|पिन कोड|লাইসেন্স|নিবন্ধন|siret|siren|\\brfc\\b|\\bdni\\b|\\bcedula|снилс|лиценз|паспорт|sicil|vergi|tc kimlik|\\bsgk\\b|leseni|kibali|ဆိုင်းဘုတ်|လိုင်စင်|អាជ្ញាប័ណ្ណ|ໃບອະນຸຍາດ|ፈቃድ|உரிம",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /// Stand before numbers of orders, goods and files.
    private static final Set<String> COUNTED =
            Set.of(
                    "ref",
                    "po",
                    "sku",
                    "awb",
                    "inv",
                    "rif",
                    "réf",
                    "serial",
                    "kode",
                    "code",
                    "código",
                    "codigo",
                    "kod",
                    "код",
                    "артикул",
                    "mã",
                    "rma",
                    "batch",
                    "lot",
                    "barcode",
                    "bestellung",
                    "auftrag",
                    "sendung",
                    "rechnung",
                    "pedido",
                    "commande",
                    "facture",
                    "zamówienie",
                    "заказ",
                    "ordine",
                    "fattura",
                    "sipariş",
                    "pesanan",
                    "pedidos");

    /// The same with a word for `number` behind them. Other than the names of [#REGISTER] they are
    /// no name of a number by themselves: behind an invoice may come whom to call.
    private static final Pattern COUNTED_BY_NUMBER =
            Pattern.compile(
                    "(?<![\\p{L}\\p{M}])(?<thing>rechnung|bestellung|auftrag|lieferung|sendung|vertrag|quittung|beleg|gutschein|vorgang|ticket|paket|invoice|order|receipt|bill|policy|contract|parcel|shipment|claim|quote|quotation|statement|facture|commande|reçu|colis|contrat|dossier|devis|bon|factura|pedido|recibo|contrato|envío|boleta|guía|fatura|recibo|boleto|encomenda|protocolo|fattura|ordine|ricevuta|pacco|scontrino|spedizione|factuur|bestelling|bon|pakket|zending|contract|faktura|fakturę|faktury|zamówienie|paragon|paczka|przesyłka|umowa|objednávka|objednávku|účtenka|zásilka|smlouva|faktúra|zásielka|zmluva|számla|rendelés|csomag|szerződés|comandă|comanda|chitanță|colet|račun|narudžba|narudžbina|pošiljka|ugovor|сметка|рачун|наруџбина|пошиљка|поръчка|фактура|пратка|договор|счёт|счет|заказ|квитанция|чек|посылка|накладная|заявка|рахунок|замовлення|квитанція|посилка|тапсырыс|түбіртек|буйрутма|buyurtma|hisob-faktura|kvitansiya|захиалга|нэхэмжлэх|fatura|sipariş|makbuz|kargo|poliçe|sifariş|qəbz|τιμολόγιο|παραγγελία|απόδειξη|δέμα|räkning|beställning|kvitto|paket|ordre|bestilling|kvittering|pakke|lasku|tilaus|kuitti|lähetys|hóa đơn|đơn hàng|đơn|biên lai|vận đơn|hợp đồng|phiếu|pesanan|faktur|kwitansi|nota|struk|resi|kiriman|paket|invois|resit|bungkusan|kontrak|resibo|paketa|ใบแจ้งหนี้|ใบเสร็จ|คำสั่งซื้อ|พัสดุ|บิล|ໃບບິນ|ใบสั่งซื้อ|វិក្កយបត្រ|បង្កាន់ដៃ|ဘောက်ချာ|အော်ဒါ|ပြေစာ|बिल|रसीद|ऑर्डर|चालान|पार्सल|इनवॉइस|অর্ডার|রসিদ|বিল|চালান|رسید|بل|آرڈر|فاتورة|الفاتورة|طلب|الطلب|طلبية|إيصال|شحنة|فاکتور|سفارش|مرسوله|ரசீது|பில்|ஆர்டர்|రసీదు|బిల్లు|ఆర్డర్|ರಸೀದಿ|ಬಿಲ್|ರಶೀದಿ|ബിൽ|രസീത്|ઓર્ડર|બિલ|રસીદ|ਬਿੱਲ|ਰਸੀਦ|බිල්පත|රිසිට්පත|ankara|risiti|oda|agizo|stakabadhi|ደረሰኝ|ትዕዛዝ|חשבונית|הזמנה|קבלה|ანგარიში|შეკვეთა|ქვითარი|պատվեր|հաշիվ)\\s?[#(]?\\s?(?:(?:nr|no|n[°ºo]|num|nro|núm|nº|№|č|čís|číslo|numer|numero|numéro|número|number|nummer|numara|numarası|numru|nomor|nombor|nomer|номер|број|ном|số|numarasi|raqami|raqam|nömrəsi|дугаар|blg|bilang|αριθ|αριθμός|αρ|szám|száma|sz|numărul|broj|br|หมายเลข|เลขที่|ເລກທີ|លេខ|နံပါတ်|အမှတ်|नंबर|नम्बर|नं|क्रमांक|संख्या|নম্বর|নং|নাম্বার|نمبر|رقم|شماره|எண்|నంబర్|ಸಂಖ್ಯೆ|നമ്പർ|નંબર|ਨੰਬਰ|අංකය|අංක|namba|nambari|ቁጥር|מספר|מס|ნომერი|համար)[.'’:]{0,2}|#|№)\\s?[:：=-]?\\s?$",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /// How far before the digits such a word may stand.
    private static final int BEFORE = 28;

    /// What may stand between the word and its digits.
    private static final int MAX_GAP = 16;

    private static final int AFTER = 8;

    private NoPhones() {}

    /// @param cueStart where in the text the cue begins that speaks for a number; -1 without one. A
    ///   cue nearer to the digits than a register's name overrules it, unless it is part of that
    ///   name (`사업자번호`)
    static boolean isOne(String text, int start, int end, int cueStart) {
        String written = text.substring(start, end);
        if (written.startsWith("+")) {
            return false;
        }
        if (KOREAN_BUSINESS.matcher(written).matches()
                || BRAZILIAN_BUSINESS.matcher(written).matches()
                || BRAZILIAN_POSTAL.matcher(written).matches()
                || (AMOUNT.matcher(written).matches()
                        && (cueStart < 0 || written.endsWith("000")))) {
            return true;
        }
        String after =
                text.substring(end, Math.min(text.length(), end + AFTER)).toLowerCase(Locale.ROOT);
        return UNIT.matcher(after).matches()
                || (cueStart < 0 && GOES_ON.matcher(after).lookingAt())
                || isRegistered(text, start, cueStart)
                || (cueStart < 0 && isNumbered(text, start))
                || isCountedByNumber(text, start, cueStart);
    }

    /// `Rechnung Nr. 0151-2000-0069`: whether a word for `number` stands before the digits, and one
    /// for what is counted before that.
    private static boolean isCountedByNumber(String text, int start, int cueStart) {
        Matcher counted =
                COUNTED_BY_NUMBER.matcher(text).region(Math.max(0, start - BEFORE), start);
        return counted.find() && cueStart <= counted.end("thing");
    }

    /// `n° 07-2026-0365`: behind a sign for `number`, and no word for a telephone, something else
    /// is counted.
    private static boolean isNumbered(String text, int start) {
        int i = start;
        while (i > 0 && text.charAt(i - 1) == ' ') {
            i--;
        }
        int word = i;
        while (word > 0 && i - word < MAX_GAP && Character.isLetter(text.charAt(word - 1))) {
            word--;
        }
        if (COUNTED.contains(text.substring(word, i).toLowerCase(Locale.ROOT))) {
            return true;
        }
        return i > 0
                && ("№#".indexOf(text.charAt(i - 1)) >= 0
                        || ("°º".indexOf(text.charAt(i - 1)) >= 0
                                && i > 1
                                && "nN".indexOf(text.charAt(i - 2)) >= 0));
    }

    private static boolean isRegistered(String text, int start, int cueStart) {
        int from = Math.max(0, start - BEFORE);
        int[] last = {-1};
        REGISTER.find(text, from, start, BEFORE, m -> last[0] = m.end());
        return last[0] >= 0 && start - last[0] <= MAX_GAP && cueStart <= last[0];
    }
}
