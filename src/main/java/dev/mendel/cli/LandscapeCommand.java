package dev.mendel.cli;

import dev.mendel.bench.LandscapeAnswers;
import dev.mendel.bench.landscape.Family;
import dev.mendel.report.MendelJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `mendel bench landscape FAMILY`.
@Command(
        name = "landscape",
        mixinStandardHelpOptions = true,
        description = {
            "The landscapes of `bench search --landscapes`, for other optimizers.",
            "",
            "Reads a JSON object a line and answers with one: to {\"draw\": 7} the space, as in the files of"
                    + " `bench search --tasks`; to {\"draw\": 7, \"configuration\": {…}} its value, which is to be"
                    + " minimised, and its normalized regret.",
            ""
        })
final class LandscapeCommand implements Callable<Integer> {
    /// The families' names.
    static final class FamilyNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Family.values()).map(Family::word).iterator();
        }
    }

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FAMILY",
            completionCandidates = FamilyNames.class,
            description = "one of ${COMPLETION-CANDIDATES}")
    @SuppressWarnings("NullAway.Init")
    private String family;

    @Override
    public Integer call() throws IOException {
        var answers = new LandscapeAnswers(family(spec, "FAMILY", family, ""));
        PrintWriter out = spec.commandLine().getOut();
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        int number = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            try {
                out.println(MendelJson.line(answers.answer(line)));
                out.flush();
            } catch (IllegalArgumentException e) {
                throw new ParameterException(spec.commandLine(), "line " + number + ": " + e.getMessage(), e);
            }
            number++;
        }
        return 0;
    }

    /// The family of that name.
    ///
    /// @param where it was typed
    /// @param more what else may stand there, for the message
    static Family family(CommandSpec spec, String where, String word, String more) {
        return Family.find(word)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        where + ": " + word + " is not one of " + String.join(", ", new FamilyNames()) + more));
    }
}
