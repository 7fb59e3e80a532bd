/// A hit list as notices to platforms, one for each.
///
/// Start with [NoticeFiles]. [Platforms] says whose addresses are whose.
@NullMarked
package lurewatch.searchcli.notice;

import org.jspecify.annotations.NullMarked;
