package lurewatch.crawler.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Who may read the data directory, which holds personal data of people who may be in danger, and
/// who may write it.
final class PermissionCheck implements Check {
    private final Path data;

    PermissionCheck(Path data) {
        this.data = data;
    }

    @Override
    public List<Finding> look() throws IOException {
        if (!Files.exists(data)) {
            return List.of(
                    Finding.ok("folder", data + " is not there yet; the first crawl makes it"));
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(usable());
        PosixFileAttributeView view =
                Files.getFileAttributeView(data, PosixFileAttributeView.class);
        if (view != null) {
            findings.add(openness(data, view.readAttributes().permissions()));
        }
        Path keys = data.resolve("keys");
        if (Files.isDirectory(keys)) {
            findings.add(secrecy(keys));
        }
        return findings;
    }

    private Finding usable() {
        if (!Files.isDirectory(data)) {
            return Finding.fail(
                    "folder", data + " is not a directory", "name another with --data DIR");
        }
        return Files.isReadable(data) && Files.isWritable(data) && Files.isExecutable(data)
                ? Finding.ok("folder", data + " may be read and written by this user")
                : Finding.fail(
                        "folder",
                        data + " may not be read and written by this user",
                        "run as the user who owns it, or chown it");
    }

    static Finding openness(Path folder, Set<PosixFilePermission> permissions) {
        String what = PosixFilePermissions.toString(permissions);
        if (permissions.contains(PosixFilePermission.OTHERS_WRITE)
                || permissions.contains(PosixFilePermission.GROUP_WRITE)) {
            return Finding.warn(
                    "folder", "others may write in it (" + what + ")", "chmod go-w " + folder);
        }
        if (permissions.contains(PosixFilePermission.OTHERS_READ)
                || permissions.contains(PosixFilePermission.OTHERS_EXECUTE)) {
            return Finding.warn(
                    "folder",
                    "everybody on this machine may read it (" + what + ")",
                    "chmod o-rwx " + folder);
        }
        return Finding.ok("folder", "closed to others (" + what + ")");
    }

    private static Finding secrecy(Path keys) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(keys);
        boolean closed =
                permissions.stream().allMatch(permission -> permission.name().startsWith("OWNER"));
        return closed
                ? Finding.ok("keys", keys + " is closed to others")
                : Finding.fail(
                        "keys",
                        keys + " may be entered by others than its owner",
                        "chmod 700 " + keys);
    }
}
