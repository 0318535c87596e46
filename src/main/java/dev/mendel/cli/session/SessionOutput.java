package dev.mendel.cli.session;

import java.io.PrintWriter;
import java.nio.file.Path;

/// The form of sessions' output, and the folder of their runs.
///
/// @param out where everything is printed
/// @param json whether JSON is printed, for programs
/// @param runs the folder of all runs
/// @param typed that folder as an option to be typed again; empty for the default
public record SessionOutput(PrintWriter out, boolean json, Detail detail, Path runs, String typed) {

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
