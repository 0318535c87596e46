package dev.mendel.cli.session;

import dev.mendel.store.RunDirectory;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;

/// The form of sessions' output, and the folder of their runs.
///
/// @param out where everything is printed
/// @param json whether JSON is printed, for programs
/// @param runs the folder of all runs
/// @param typed that folder as an option to be typed again; empty for the default
/// @param pages the pages that follow sessions
public record SessionOutput(PrintWriter out, boolean json, Detail detail, Path runs, String typed, Pages pages) {

    /// Pages that follow runs.
    public interface Pages {
        /// The address of a run's page; empty where none follows it.
        Optional<String> address(RunDirectory run);
    }

    /// The printing of one session.
    Transcript transcript() {
        return json ? new JsonTranscript(out, detail) : new TextTranscript(Screen.of(out), detail);
    }

    /// Prints a line for people; nothing where programs read.
    void line(String line) {
        if (!json) {
            Screen.of(out).line(line);
        }
    }
}
