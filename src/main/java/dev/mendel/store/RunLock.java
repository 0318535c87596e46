package dev.mendel.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/// Keeps a second process from working on the same run. The operating system takes the lock back when the
/// process ends, however it ends.
final class RunLock implements AutoCloseable {
    /// How many milliseconds to wait for the number of the process that has a lock.
    private static final int GLANCES = 500;

    /// The files this process has locked. It must not open them again: POSIX systems give a process's lock back
    /// as soon as it closes any of its channels to the file.
    private static final Set<Path> OWN = new HashSet<>();

    private final Path file;
    private final FileChannel channel;

    private RunLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// Takes the lock.
    ///
    /// @throws StoreException if another process has it, or this one
    static RunLock take(RunDirectory run) {
        String self = Long.toString(ProcessHandle.current().pid());
        synchronized (OWN) {
            try {
                Path file = file(run);
                if (OWN.contains(file)) {
                    throw refusal(run, self);
                }
                FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                if (channel.tryLock() == null) {
                    channel.close();
                    throw refusal(run, holder(file));
                }
                channel.truncate(0);
                channel.write(ByteBuffer.wrap(self.getBytes(StandardCharsets.US_ASCII)));
                OWN.add(file);
                return new RunLock(file, channel);
            } catch (IOException e) {
                throw new StoreException(run + ": can't be locked: " + e.getMessage(), e);
            }
        }
    }

    /// Whether some process, this one included, works on the run.
    static boolean taken(RunDirectory run) {
        synchronized (OWN) {
            try {
                Path file = file(run);
                return OWN.contains(file) || (Files.exists(file) && takenByAnother(file));
            } catch (IOException e) {
                return false;
            }
        }
    }

    @Override
    public void close() {
        synchronized (OWN) {
            try {
                channel.close();
            } catch (IOException e) {
                throw new StoreException("the lock of a run can't be given back: " + e.getMessage(), e);
            } finally {
                OWN.remove(file);
            }
        }
    }

    private static boolean takenByAnother(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return channel.tryLock() == null;
        }
    }

    /// The number of the process that has the lock: it writes it a moment after it took the lock.
    private static String holder(Path file) throws IOException {
        for (int i = 0; i < GLANCES; i++) {
            String holder = Files.readString(file).strip();
            if (!holder.isEmpty()) {
                return holder;
            }
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
        return "(of unknown number)";
    }

    private static Path file(RunDirectory run) throws IOException {
        return run.path().toRealPath().resolve("run.lock");
    }

    private static StoreException refusal(RunDirectory run, String process) {
        return new StoreException(run + ": process " + process + " is working on this run");
    }
}
