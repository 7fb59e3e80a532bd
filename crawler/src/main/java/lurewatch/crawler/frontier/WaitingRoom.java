package lurewatch.crawler.frontier;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Room for so many; who finds none waits at the door. Also who is interrupted meanwhile: what was
/// fetched is to be written all the same. Thread-safe.
final class WaitingRoom {
    /// How soon a failure of those inside is noticed.
    private static final long LOOK_EVERY_MILLIS = 1;

    private final Semaphore places;
    private final Runnable check;

    /// @param check throws where nobody inside will ever leave
    WaitingRoom(int places, Runnable check) {
        this.places = new Semaphore(places);
        this.check = check;
    }

    void enter() {
        boolean isInside = places.tryAcquire();
        boolean interrupted = false;
        try {
            while (!isInside) {
                check.run();
                try {
                    isInside = places.tryAcquire(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
                } catch (InterruptedException _) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    void leave() {
        places.release();
    }
}
