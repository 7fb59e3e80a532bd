package lurewatch.crawler.intake;

/// Who takes what a file holds. Called by one thread, in the file's order.
public interface IntakeSink {
    void take(IntakeRecord record) throws InterruptedException;

    /// A record that cannot be read; the others are.
    void broken(String place, String why);

    /// A record that is whole and holds nothing that could be read as a page: a picture, a request.
    void passedOver();

    /// How far the reading is.
    void progress(long bytes, long ofBytes);
}
