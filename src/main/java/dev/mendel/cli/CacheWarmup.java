package dev.mendel.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;

/// Runs typical commands without output, so that the Java machine can record an ahead-of-time cache (JEP 483). The
/// launcher has it held once after each
/// build.
final class CacheWarmup {
    private CacheWarmup() {}

    /// Rehearses.
    ///
    /// @param args an experiment file and a folder for the rehearsal's output
    static void main(String[] args) {
        String experiment = Path.of(args[0]).toString();
        String output = Path.of(args[1]).toString();
        List<String[]> commands = List.of(
                new String[] {"--help"},
                new String[] {"evolve", "--help"},
                new String[] {"runs", "--output", output},
                new String[] {"check", experiment, "--no-trial"},
                new String[] {
                    "evolve", experiment, "--output", output, "--trials", "1", "--set", "objective.digit-pairs.epochs=1"
                },
                new String[] {"best", "latest", "--output", output},
                new String[] {"bench", "overhead", "--trials", "3000"});
        var unheard = new PrintWriter(Writer.nullWriter());
        commands.forEach(command -> Mendel.run(unheard, unheard, command));
    }
}
