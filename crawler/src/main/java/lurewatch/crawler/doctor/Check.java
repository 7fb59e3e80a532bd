package lurewatch.crawler.doctor;

import java.util.List;

/// One kind of look at the machine.
@FunctionalInterface
interface Check {
    /// What is to be said; at least one finding. May throw what the thing looked at throws: that is
    /// a finding too.
    List<Finding> look() throws Exception;
}
