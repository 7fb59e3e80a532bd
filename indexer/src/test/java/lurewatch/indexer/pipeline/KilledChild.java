package lurewatch.indexer.pipeline;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import lurewatch.indexer.Capture;
import lurewatch.indexer.archive.Exchange;

/// A process to be killed: opens a data directory, catches up, and archives and accepts answers
/// from eight threads until it is dead. Prints `ACK sequence digest` after each acknowledgement.
final class KilledChild {
    private KilledChild() {}

    public static void main(String[] arguments) throws InterruptedException {
        PrintStream out = System.out;
        try (Station station = Station.open(Path.of(arguments[0]))) {
            station.pipeline.catchUp();
            AtomicLong numbers = new AtomicLong(Long.parseLong(arguments[1]));
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                threads.add(Thread.ofVirtual().start(() -> archive(station, numbers, out)));
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    private static void archive(Station station, AtomicLong numbers, PrintStream out) {
        while (true) {
            Exchange exchange = Web.answer(numbers.getAndIncrement());
            Capture capture = station.archive.append(exchange);
            synchronized (out) {
                out.println("ACK " + capture.id().sequence() + " " + capture.recordDigest().hex());
                out.flush();
            }
            station.pipeline.accept(station.archive.page(capture, exchange));
        }
    }
}
