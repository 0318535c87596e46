package dev.mendel.external;

import java.io.IOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;

/// Gives every program a session of processes of its own, and ends such a session as a whole: with all that was
/// started in it and left behind. When this process is gone, however it went, the sessions that are left end
/// too. Thread-safe.
///
/// A shell script keeps the watch. Its input is a pipe that only this process holds, so the end of this process
/// is the end of the script's input. A program waits for a line before it begins, which is written when the
/// script knows its session: none is missed. Where there is neither `setsid` nor `perl`, as on Windows, programs
/// run without, and only what they have started themselves ends with them.
final class Warden implements AutoCloseable {
    private static final Logger LOG = LogManager.getLogger(Warden.class);
    private static final long PATIENCE_SECONDS = 5;

    /// Waits for a line, then becomes the program.
    private static final List<String> GATE = List.of("sh", "-c", "read -r begin && exec \"$@\"", "sh");

    /// Reads `+ SESSION` and `- SESSION`. Processes that have left the group of their session are found in /proc,
    /// where there is one: the fields after the name are state, parent, group and session.
    private static final String SCRIPT = """
            trap '' INT TERM HUP
            end() {
              kill -9 -- "-$1"
              for file in /proc/[0-9]*/stat; do
                read -r line < "$file" || continue
                process=${file#/proc/}
                session=$1
                set -- ${line##*) }
                [ "$4" = "$session" ] && kill -9 "${process%/stat}"
                set -- "$session"
              done
            }
            sessions=' '
            while read -r what session; do
              case $what in
                +) sessions="$sessions$session " ;;
                -) case $sessions in *" $session "*)
                     end "$session"
                     sessions=${sessions%%" $session "*}" "${sessions#*" $session "} ;;
                   esac ;;
              esac
            done
            for session in $sessions; do end "$session"; done
            """;

    private final List<String> leader;
    private @Nullable Process watch;
    private @Nullable Writer orders;

    private Warden(List<String> leader) {
        this.leader = leader;
    }

    /// A warden, as far as this machine allows one.
    static Warden here() {
        boolean shell = Programs.onPath("sh").isPresent();
        Optional<List<String>> leader = Programs.onPath("setsid")
                .map(file -> List.of(file.toString()))
                .or(() -> Programs.onPath("perl")
                        .map(file -> List.of(
                                file.toString(), "-e", "use POSIX; POSIX::setsid(); exec @ARGV or exit 127", "--")));
        return new Warden(shell ? leader.orElse(List.of()) : List.of());
    }

    /// The command that runs a program in a session of its own.
    List<String> command(List<String> program) {
        if (leader.isEmpty()) {
            return program;
        }
        var command = new ArrayList<>(leader);
        command.addAll(GATE);
        command.addAll(program);
        return command;
    }

    /// Takes charge of the session of a process that was started by such a command, and lets it begin.
    ///
    /// @param input what the process reads
    synchronized void admit(Process process, Writer input) throws IOException {
        if (leader.isEmpty()) {
            return;
        }
        if (watch == null || !watch.isAlive()) {
            watch = watch();
            orders = watch.outputWriter(StandardCharsets.UTF_8);
        }
        order("+ " + process.pid());
        try {
            input.write('\n');
            input.flush();
        } catch (IOException e) {
            LOG.debug("process {} has ended before it began", process.pid(), e);
        }
    }

    /// Ends the session of a process, with all that is in it.
    synchronized void end(Process process) {
        try {
            order("- " + process.pid());
        } catch (IOException e) {
            LOG.warn("what process {} has started may go on: {}", process.pid(), e.getMessage());
        }
    }

    /// Ends all sessions.
    @Override
    public synchronized void close() {
        if (watch == null || orders == null) {
            return;
        }
        try {
            orders.close();
            if (!watch.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the sessions of programs have not ended after {} s", PATIENCE_SECONDS);
            }
        } catch (IOException e) {
            LOG.warn("what programs have started may go on: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        watch = null;
        orders = null;
    }

    private Process watch() throws IOException {
        var command = new ArrayList<>(leader);
        command.addAll(List.of("sh", "-c", SCRIPT));
        return new ProcessBuilder(command)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
    }

    private void order(String line) throws IOException {
        if (orders != null) {
            orders.write(line + "\n");
            orders.flush();
        }
    }
}
