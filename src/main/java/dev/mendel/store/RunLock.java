package dev.mendel.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/// Keeps a second process from working on the same run. The operating system takes the lock back when the
/// process ends, however it ends. While it is held the file says who holds it, so that others can look without
/// touching the lock: `PID START HOST`.
final class RunLock implements AutoCloseable {
    /// The milliseconds to wait for the number of the process that has a lock.
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
        var self = Holder.self();
        synchronized (OWN) {
            try {
                Path file = file(run);
                if (OWN.contains(file)) {
                    throw refusal(run, self.pid());
                }
                FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                if (channel.tryLock() == null) {
                    channel.close();
                    throw refusal(run, holder(file).map(Holder::pid).orElse("(of unknown number)"));
                }
                channel.truncate(0);
                channel.write(ByteBuffer.wrap(self.toString().getBytes(StandardCharsets.UTF_8)));
                OWN.add(file);
                return new RunLock(file, channel);
            } catch (IOException e) {
                throw new StoreException(run + ": can't be locked: " + e.getMessage(), e);
            }
        }
    }

    /// Some opening of a run's database.
    interface Opening<T> {
        T open(RunLock lock) throws SQLException;
    }

    /// Takes the lock and opens the run's database; gives the lock back if that fails.
    ///
    /// @param how a participle for the message: "opened"
    /// @throws StoreException if another process has the lock, or the database is damaged or can't be opened
    static <T> T holding(RunDirectory run, String how, Opening<T> opening) {
        RunLock lock = take(run);
        try {
            return opening.open(lock);
        } catch (SQLException e) {
            lock.close();
            throw StoreException.unusable(run, how, e);
        } catch (Sql.Damage | IllegalArgumentException e) {
            lock.close();
            throw StoreException.damaged(run, e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /// Whether some process, this one included, works on the run.
    static boolean taken(RunDirectory run) {
        synchronized (OWN) {
            try {
                Path file = file(run);
                return OWN.contains(file)
                        || Holder.read(file)
                                .filter(holder -> holder.isElsewhere() ? takenByAnother(file) : holder.isAlive())
                                .isPresent();
            } catch (IOException e) {
                return false;
            }
        }
    }

    @Override
    public void close() {
        synchronized (OWN) {
            try {
                if (channel.isOpen()) {
                    channel.truncate(0);
                    channel.close();
                }
            } catch (IOException e) {
                throw new StoreException("the lock of a run can't be given back: " + e.getMessage(), e);
            } finally {
                OWN.remove(file);
            }
        }
    }

    /// Tries the lock itself, for a moment.
    private static boolean takenByAnother(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return channel.tryLock() == null;
        } catch (IOException e) {
            return false;
        }
    }

    /// The owner of the lock: it is written a moment after the lock was taken.
    private static Optional<Holder> holder(Path file) throws IOException {
        for (int i = 0; i < GLANCES; i++) {
            Optional<Holder> holder = Holder.read(file);
            if (holder.isPresent()) {
                return holder;
            }
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
        return Optional.empty();
    }

    /// A process.
    ///
    /// @param start the time it started, which tells it from later ones of the same number; empty if unknown
    /// @param host the machine; empty where unknown
    private record Holder(String pid, String start, String host) {
        static Holder self() {
            ProcessHandle process = ProcessHandle.current();
            return new Holder(Long.toString(process.pid()), start(process), thisHost());
        }

        /// The process that a lock's file names; empty where it names none.
        static Optional<Holder> read(Path file) throws IOException {
            String[] words = Files.exists(file) ? Files.readString(file).strip().split(" ", -1) : new String[] {""};
            return !words[0].matches("[0-9]{1,18}")
                    ? Optional.empty()
                    : Optional.of(
                            new Holder(words[0], words.length > 1 ? words[1] : "", words.length > 2 ? words[2] : ""));
        }

        /// Whether it is of another machine, or container, so that its number means nothing here.
        boolean isElsewhere() {
            return !host.isEmpty() && !host.equals(thisHost());
        }

        /// Whether the process of this machine is still there.
        boolean isAlive() {
            return ProcessHandle.of(Long.parseLong(pid))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> start.isEmpty() || start.equals(start(process)))
                    .isPresent();
        }

        private static String start(ProcessHandle process) {
            return process.info().startInstant().map(Instant::toString).orElse("");
        }

        private static String thisHost() {
            try {
                return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
            } catch (IOException e) {
                return "";
            }
        }

        @Override
        public String toString() {
            return pid + " " + start + " " + host;
        }
    }

    private static Path file(RunDirectory run) throws IOException {
        return run.path().toRealPath().resolve("run.lock");
    }

    private static StoreException refusal(RunDirectory run, String process) {
        return new StoreException(run + ": process " + process + " is working on this run");
    }
}
