package lurewatch.searchcli.casework;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// Another process that writes notes into a log, one transaction each, and says which are written.
final class NoteWriter {
    static final EventKind NOTE = new EventKind("test.note");

    private NoteWriter() {}

    /// Writes until it is done or killed.
    ///
    /// @param args the data directory, the analyst's name, how many notes
    public static void main(String[] args) {
        try (EventLog log =
                EventLog.openToWrite(Path.of(args[0]), args[1], InstantSource.system())) {
            int count = Integer.parseInt(args[2]);
            for (int i = 1; i <= count; i++) {
                log.add(NOTE, List.of("c1"), Map.of("text", args[1] + " " + i));
                System.out.println(i);
            }
        }
    }

    static Process start(Path data, String analyst, int count) throws java.io.IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty(
                                "surefire.test.class.path", System.getProperty("java.class.path")),
                        NoteWriter.class.getName(),
                        data.toString(),
                        analyst,
                        Integer.toString(count))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
