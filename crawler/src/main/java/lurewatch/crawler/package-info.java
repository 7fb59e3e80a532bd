@NullMarked
package lurewatch.crawler;

import org.jspecify.annotations.NullMarked;
