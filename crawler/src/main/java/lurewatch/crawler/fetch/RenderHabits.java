package lurewatch.crawler.fetch;

import java.util.Map;
import java.util.regex.Pattern;
import lurewatch.crawler.frontier.RecentlyUsed;

/// Whether it helped to show pages of a shape to a browser, so that those that it never helps are
/// not shown to it for ever. Only renderings that worked count. Thread-safe; forgotten with the
/// process, as learning it again costs a few pages.
final class RenderHabits {
    private static final int SHAPES = 10_000;
    private static final int TRIES = 3;
    private static final int AGAIN_EVERY = 20;
    private static final Pattern VARIABLE = Pattern.compile("[^/?&=]*[0-9][^/?&=]*");

    private final Map<String, Shape> shapes = new RecentlyUsed<>(SHAPES);

    private static final class Shape {
        private int vain;
        private int passedOver;
    }

    /// Whether a page of this shape is worth another try.
    synchronized boolean isWorthwhile(String site, String url) {
        Shape shape = shapes.get(shapeOf(site, url));
        if (shape == null || shape.vain < TRIES) {
            return true;
        }
        shape.passedOver = (shape.passedOver + 1) % AGAIN_EVERY;
        return shape.passedOver == 0;
    }

    /// A page was rendered, and said more than before, or did not.
    synchronized void rendered(String site, String url, boolean helped) {
        Shape shape = shapes.computeIfAbsent(shapeOf(site, url), _ -> new Shape());
        shape.vain = helped ? 0 : shape.vain + 1;
    }

    /// A URL with all that is counted or numbered in it set aside: `/view/123?id=4` is
    /// `/view/*?id=*`.
    private static String shapeOf(String site, String url) {
        return site + " " + VARIABLE.matcher(url).replaceAll("*");
    }
}
