package dev.mendel.experiment.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.experiment.ExperimentException;
import dev.mendel.training.settings.Setting;
import java.util.List;

/// What a person is told of a faulty experiment `x.yaml`, line by line.
final class FaultLines {
    private static final String LAYER = "no layer; a layer is one of: conv CHANNELS KxK [stride S] [padding P|same],"
            + " pool K [stride S], relu, linear UNITS, batch-norm, dropout PROBABILITY";
    private static final String SECTIONS =
            "experiment, description, objective, space, forbidden, where, initial, enqueued, configurations, reported, evolution, budget, stopping, objectives, constraints, failures, seed";

    private static final String OBJECTIVE =
            "digit-pairs, command, java, direction, repeats, directory, processes, timeout, value, epochs, listens,"
                    + " environment, answer,"
                    + " epoch, isolation, jar, settings";

    private FaultLines() {}

    /// All faults of a text; none where it is an experiment.
    static List<String> of(String yaml, String... settings) {
        try {
            ExperimentFile.parse("x.yaml", yaml, List.of(settings));
            return List.of();
        } catch (ExperimentException e) {
            return String.valueOf(e.getMessage()).lines().toList();
        }
    }

    /// A table's cell as a text: ` ; ` ends a line.
    static String text(String cell) {
        return cell.replace(" ; ", "\n") + "\n";
    }

    /// Holds the faults of a text against a table's cell: ` / ` stands between two, and `{settings}`,
    /// `{layer}`, `{objective}` and `{sections}` for what is long.
    static void assertFaults(String yaml, String expected, String... settings) {
        String spelledOut = expected.replace("{settings}", Setting.labels())
                .replace("{layer}", LAYER)
                .replace("{objective}", OBJECTIVE)
                .replace("{sections}", SECTIONS);
        assertThat(of(yaml, settings)).as(yaml).containsExactly(spelledOut.split(" / "));
    }
}
