package lurewatch.crawler.doctor;

import java.util.List;

/// The Java that this runs on, which is the one that a crawl started the same way runs on.
final class JavaCheck implements Check {
    private static final int NEEDED = 25;

    @Override
    public List<Finding> look() {
        Runtime.Version version = Runtime.version();
        String what = "Java " + version + " at " + System.getProperty("java.home");
        if (version.feature() < NEEDED) {
            return List.of(
                    Finding.fail(
                            "java", what, "install a JDK " + NEEDED + " and set JAVA_HOME to it"));
        }
        return List.of(Finding.ok("java", what));
    }
}
