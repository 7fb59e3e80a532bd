/// Which links are worth following first: what a link shows of itself, and a model of what such
/// links led to.
///
/// Start with [lurewatch.crawler.focus.LinkModel]. Pure: the same examples in the same order give
/// the same model. It knows no database and no clock, and never says that a link is not to be
/// followed.
@NullMarked
package lurewatch.crawler.focus;

import org.jspecify.annotations.NullMarked;
