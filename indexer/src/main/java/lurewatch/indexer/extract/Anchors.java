package lurewatch.indexer.extract;

import java.util.Set;
import lurewatch.indexer.LowerCase;
import org.jsoup.nodes.Element;

/// What a link's words and `rel` say about where it leads.
final class Anchors {
    private static final Set<String> NEXT =
            Set.of(
                    "next",
                    "next page",
                    "next »",
                    "next ›",
                    "next >",
                    "older",
                    "older posts",
                    "»",
                    "›",
                    ">",
                    ">>",
                    "→",
                    "다음",
                    "다음 페이지",
                    "다음페이지",
                    "下一页",
                    "下一頁",
                    "下页",
                    "下一页>",
                    "后页",
                    "次へ",
                    "次のページ",
                    "ถัดไป",
                    "หน้าถัดไป",
                    "tiếp",
                    "tiếp theo",
                    "trang sau",
                    "trang tiếp",
                    "sau",
                    "berikutnya",
                    "selanjutnya",
                    "seterusnya",
                    "suivant",
                    "siguiente",
                    "weiter",
                    "далее",
                    "вперёд");

    private Anchors() {}

    static PageLink.Kind kind(Element link, String anchor) {
        if (link.hasAttr("rel") && LowerCase.of(link.attr("rel")).contains("next")) {
            return PageLink.Kind.NEXT;
        }
        boolean next = anchor.length() <= 16 && NEXT.contains(LowerCase.of(anchor));
        return next ? PageLink.Kind.NEXT : PageLink.Kind.OTHER;
    }
}
