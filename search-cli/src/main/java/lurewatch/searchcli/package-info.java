@NullMarked
package lurewatch.searchcli;

import org.jspecify.annotations.NullMarked;
