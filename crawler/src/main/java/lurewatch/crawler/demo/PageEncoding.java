package lurewatch.crawler.demo;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// In which character set a page is served, and which of its two places says so.
enum PageEncoding {
    UTF_8(StandardCharsets.UTF_8, "utf-8", Named.IN_HEADER),
    /// What Korean pages call EUC-KR is the larger Windows code page 949.
    EUC_KR(Charset.forName("x-windows-949"), "euc-kr", Named.IN_META),
    GB18030(Charset.forName("GB18030"), "gb18030", Named.IN_HEADER),
    SHIFT_JIS(Charset.forName("windows-31j"), "shift_jis", Named.IN_META),
    WINDOWS_874(Charset.forName("x-windows-874"), "windows-874", Named.IN_HEADER),
    TIS_620(Charset.forName("TIS-620"), "tis-620", Named.IN_META);

    private enum Named {
        IN_HEADER,
        IN_META
    }

    /// The encoding of each page of a site.
    interface ByNumber {
        PageEncoding of(int number);
    }

    private final Charset charset;
    private final String label;
    private final Named named;

    PageEncoding(Charset charset, String label, Named named) {
        this.charset = charset;
        this.label = label;
        this.named = named;
    }

    /// All pages alike.
    ByNumber everywhere() {
        return _ -> this;
    }

    String metaLabel() {
        return label;
    }

    Reply reply(String html) {
        return switch (named) {
            case IN_HEADER -> Reply.html(html, charset, label);
            case IN_META -> Reply.htmlNamingItsCharsetInside(html, charset);
        };
    }
}
