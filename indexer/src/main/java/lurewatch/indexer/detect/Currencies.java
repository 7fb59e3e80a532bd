package lurewatch.indexer.detect;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which currency a sign or word means, and which one goes without saying in a language.
final class Currencies {
    private static final Map<String, String> OF_LANGUAGE =
            Map.ofEntries(
                    Map.entry("ko", "KRW"),
                    Map.entry("zh-Hans", "CNY"),
                    Map.entry("zh-Hant", "TWD"),
                    Map.entry("ja", "JPY"),
                    Map.entry("vi", "VND"),
                    Map.entry("th", "THB"),
                    Map.entry("id", "IDR"),
                    Map.entry("ms", "MYR"),
                    Map.entry("tl", "PHP"),
                    Map.entry("hi", "INR"),
                    Map.entry("ne", "NPR"),
                    Map.entry("bn", "BDT"),
                    Map.entry("ur", "PKR"),
                    Map.entry("pt", "BRL"),
                    Map.entry("ru", "RUB"),
                    Map.entry("sw", "KES"),
                    Map.entry("am", "ETB"),
                    Map.entry("my", "MMK"),
                    Map.entry("km", "USD"),
                    Map.entry("lo", "LAK"),
                    Map.entry("ta", "INR"),
                    Map.entry("te", "INR"),
                    Map.entry("kn", "INR"),
                    Map.entry("ml", "INR"),
                    Map.entry("gu", "INR"),
                    Map.entry("pa", "INR"));

    private Currencies() {}

    static Optional<String> code(String written, String language) {
        return switch (written) {
            case "usdt", "u" -> Optional.of("USDT");
            // Hong Kong writes its own dollars so, and others' with their names.
            case "$" -> Optional.of(language.equals("zh-Hant") ? "HKD" : "USD");
            case "usd",
                    "us$",
                    "u.s$",
                    "u.s.$",
                    "刀",
                    "美金",
                    "美元",
                    "美刀",
                    "달러",
                    "불",
                    "만불",
                    "đô la",
                    "đô",
                    "баксов",
                    "бакса",
                    "доллар",
                    "dólar",
                    "долларов",
                    "долл",
                    "долл.",
                    "dólares",
                    "dolares",
                    "dolar",
                    "dollar",
                    "dollars",
                    "ดอลลาร์",
                    "ڈالر",
                    "دولار",
                    "डॉलर",
                    "डलर",
                    "ডলার",
                    "ዶላር",
                    "డాలర్లు",
                    "డాలర్ల",
                    "డాలర్",
                    "ಡಾಲರ್",
                    "ഡോളർ",
                    "ડોલર",
                    "ඩොලර්",
                    "டாலர்" ->
                    Optional.of("USD");
            case "원", "won", "krw", "₩" -> Optional.of("KRW");
            case "元", "块" -> Optional.of(language.equals("zh-Hant") ? "TWD" : "CNY");
            case "人民币", "rmb", "cny" -> Optional.of("CNY");
            case "¥" -> Optional.of(language.equals("ja") ? "JPY" : "CNY");
            case "円", "日元", "yen", "jpy" -> Optional.of("JPY");
            case "₫", "vnđ", "vnd", "đồng", "đ" -> Optional.of("VND");
            case "泰铢", "泰銖", "铢", "銖", "바트", "밧", "บาท", "baht", "thb", "฿", "บ." ->
                    Optional.of("THB");
            case "rp", "rp.", "rupiah", "idr" -> Optional.of("IDR");
            case "rm", "myr", "令吉", "马币", "林吉特", "링깃" -> Optional.of("MYR");
            case "₱", "php", "披索", "比索", "페소", "piso" -> Optional.of("PHP");
            case "peso", "pesos" -> Optional.of(language.equals("es") ? "MXN" : "PHP");
            case "₹", "inr", "रुपये", "रुपए", "రూపాయలు", "ರೂಪಾಯಿ", "രൂപ", "રૂપિયા" ->
                    Optional.of(language.equals("ne") ? "NPR" : "INR");
            case "rs", "rs." -> Optional.of(OF_LANGUAGE.getOrDefault(language, "INR"));
            case "টাকা", "taka", "bdt" -> Optional.of("BDT");
            case "روپے", "pkr" -> Optional.of("PKR");
            case "r$", "brl", "reais" -> Optional.of("BRL");
            case "ksh", "kes" -> Optional.of("KES");
            case "ugx" -> Optional.of("UGX");
            case "tzs" -> Optional.of("TZS");
            case "birr" -> Optional.of("ETB");
            case "台幣", "台币", "ntd", "twd", "nt$" -> Optional.of("TWD");
            case "港紙", "港幣", "港币", "hkd", "hk$" -> Optional.of("HKD");
            case "s$", "新币" -> Optional.of("SGD");
            case "aed", "dirham", "dirhams", "درهم" -> Optional.of("AED");
            case "€", "eur", "欧元", "유로", "euro", "euros" -> Optional.of("EUR");
            case "£", "gbp", "英镑" -> Optional.of("GBP");
            case "₽", "руб", "卢布", "руб.", "рублей" -> Optional.of("RUB");
            default -> Optional.empty();
        };
    }

    /// The currency of an amount that names none.
    static Optional<String> usual(@Nullable String multiplier, String language) {
        return switch (multiplier == null ? "" : multiplier) {
            case "만", "천만", "백만", "억", "천" -> Optional.of("KRW");
            case "萬" -> Optional.of("TWD");
            case "triệu", "trieu", "tr", "củ", "nghìn", "ngàn" -> Optional.of("VND");
            case "juta", "jt", "ribu", "rb" -> Optional.of("IDR");
            case "หมื่น", "แสน", "พัน", "ล้าน" -> Optional.of("THB");
            default -> Optional.ofNullable(OF_LANGUAGE.get(language));
        };
    }
}
