package dev.mendel.run;

import dev.mendel.experiment.Experiment;
import dev.mendel.experiment.LoadedObjective;
import dev.mendel.experiment.ObjectiveSettings;
import dev.mendel.experiment.file.ExperimentFile;
import dev.mendel.external.IsolatedObjective;
import dev.mendel.search.RunKind;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The process that evaluates the trials of an experiment with `isolation: process`, started by
/// [IsolatedObjective].
final class TrialHost {
    private TrialHost() {}

    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        try (var answers = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8)) {
            System.setOut(System.err);
            var requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            String greeting = requests.readLine();
            if (greeting == null) {
                return;
            }
            List<String> parts =
                    Stream.of(greeting.split(" ", -1)).map(TrialHost::decoded).toList();
            Experiment experiment = ExperimentFile.parse("the experiment", parts.getFirst(), List.of());
            Path data = parts.get(2).isEmpty() ? null : Path.of(parts.get(2));
            try (LoadedObjective loaded =
                    experiment.objective().load(RunKind.valueOf(parts.get(1)), experiment.seed(), data)) {
                IsolatedObjective.serve(loaded.objective(), requests, answers);
            }
        }
        // threads that a user's class has left behind
        System.exit(0);
    }

    /// The objective in processes of its own.
    ///
    /// @param loaded the same, in this process
    static LoadedObjective isolated(LoadedObjective loaded, RunPlan plan, @Nullable Path data) {
        ObjectiveSettings settings = plan.experiment().objective();
        String greeting = Stream.of(
                        ExperimentFile.text(plan.experiment().withObjective(settings.untimed())),
                        plan.kind().name(),
                        data == null ? "" : data.toAbsolutePath().toString())
                .map(TrialHost::encoded)
                .collect(Collectors.joining(" "));
        return loaded.with(new IsolatedObjective(
                loaded.objective(),
                TrialHost.class,
                greeting,
                settings.timeout().orElse(null)));
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String text) {
        return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    }
}
