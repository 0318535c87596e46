package dev.mendel.store;

import dev.mendel.search.Budget;
import dev.mendel.search.genetic.EvolutionSettings;
import dev.mendel.trial.Ending;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// Another process that works on a run: goes on with the search of [StoredSearch].
final class ChildProcess {
    static final Budget BUDGET = Budget.NONE.withGenerations(10);

    private ChildProcess() {}

    /// Prints `begins`, goes on with the run in the directory that is named, prints how that ended.
    public static void main(String[] arguments) {
        var directory = new RunDirectory(Path.of(arguments[0]));
        System.out.println("begins");
        try {
            Ending ending = new StoredSearch(2, Integer.parseInt(arguments[1]), EvolutionSettings.defaults())
                    .resume(directory, BUDGET);
            System.out.println(ending.name());
        } catch (StoreException e) {
            System.out.println(e.getMessage());
        }
    }

    /// Starts the process; its first line has been read when this returns.
    ///
    /// @param milliseconds how long a fold takes at most
    static Process start(RunDirectory directory, int milliseconds) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ChildProcess.class.getName(),
                        directory.path().toString(),
                        Integer.toString(milliseconds)))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!"begins".equals(lines(process).readLine())) {
            throw new IOException("the other process did not begin");
        }
        return process;
    }

    /// What the process says in the end.
    static String lastLine(Process process) throws IOException {
        return String.valueOf(lines(process).readLine());
    }

    private static BufferedReader lines(Process process) {
        return process.inputReader(StandardCharsets.UTF_8);
    }
}
