package dev.mendel.experiment.file;

import dev.mendel.experiment.Experiment;
import dev.mendel.experiment.ExperimentException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What Jazzer calls: any text is an experiment, whose written text is one that means the same, or it has faults.
public final class ExperimentFuzzTarget {
    private ExperimentFuzzTarget() {}

    public static void fuzzerTestOneInput(byte[] content) {
        try {
            Experiment read = ExperimentFile.parse("x.yaml", new String(content, StandardCharsets.UTF_8), List.of());
            Experiment again = ExperimentFile.parse("x.yaml", ExperimentFile.text(read), List.of());
            if (!again.withText("").equals(read.withText(""))) {
                throw new IllegalStateException("another experiment was written than was read");
            }
        } catch (ExperimentException e) {
            if (e.faults().isEmpty()
                    || e.faults().stream()
                            .anyMatch(fault -> fault.toString().lines().count() != 1)) {
                throw new IllegalStateException("faults are lines: " + e.faults(), e);
            }
        }
    }
}
