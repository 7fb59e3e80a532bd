package lurewatch.crawler.doctor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Whether what the archive relies on works here: forcing files and folders to the disk, and locks
/// that the system takes back. SQLite and our own lock are not safe on network file systems.
final class FileSystemCheck implements Check {
    private static final Set<String> NETWORK =
            Set.of("nfs", "nfs4", "cifs", "smb", "smb3", "smbfs", "9p", "afs", "ceph", "glusterfs");

    private final Path data;

    FileSystemCheck(Path data) {
        this.data = data;
    }

    @Override
    public List<Finding> look() throws IOException {
        Path folder = DiskCheck.existing(data);
        List<Finding> findings = new ArrayList<>();
        findings.add(kind(Files.getFileStore(folder).type()));
        if (Files.isDirectory(data) && Files.isWritable(data)) {
            findings.add(probe(data));
        }
        return findings;
    }

    static Finding kind(String type) {
        String lower = type.toLowerCase(Locale.ROOT);
        if (NETWORK.contains(lower) || lower.startsWith("fuse.sshfs")) {
            return Finding.fail(
                    "file system",
                    type + " is a network file system, where locks and SQLite are not safe",
                    "put the data directory on a local disk");
        }
        if (lower.equals("tmpfs") || lower.equals("ramfs")) {
            return Finding.warn(
                    "file system",
                    type + " is in memory: everything is lost when the machine stops",
                    "put the data directory on a disk");
        }
        if (lower.startsWith("fuse") || lower.equals("overlay")) {
            return Finding.warn(
                    "file system",
                    type + " does not always keep what was forced to disk",
                    "put the data directory on ext4, xfs or another local file system");
        }
        return Finding.ok("file system", type + ", local");
    }

    private static Finding probe(Path data) throws IOException {
        Path file = Files.createTempFile(data, ".doctor-", ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(new byte[4096]));
                channel.force(true);
                try (FileLock lock = channel.tryLock()) {
                    if (lock == null) {
                        return Finding.fail(
                                "file system",
                                "a lock on a new file was refused",
                                "put the data directory on a local disk");
                    }
                }
            }
            try (FileChannel folder = FileChannel.open(data, StandardOpenOption.READ)) {
                folder.force(true);
            }
            return Finding.ok("file system", "fsync and locks work");
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
