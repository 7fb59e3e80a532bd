/// What on this machine could keep a crawl from running for months: looked at, and put into a line
/// each with what to do.
///
/// Start with [lurewatch.crawler.doctor.Doctor]. It changes nothing but a probe file, which it
/// takes away again, connects to nothing, and works beside a running crawler.
@NullMarked
package lurewatch.crawler.doctor;

import org.jspecify.annotations.NullMarked;
