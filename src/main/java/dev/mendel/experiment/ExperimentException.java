package dev.mendel.experiment;

import dev.mendel.experiment.yaml.Fault;
import java.util.List;
import java.util.stream.Collectors;

/// A user's experiment cannot be read as one. The message is all its faults, one a line.
public final class ExperimentException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<Fault> faults;

    /// @param faults at least one, in the order of their places
    public ExperimentException(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    /// All that is wrong, at least one, in the order of the file.
    public List<Fault> faults() {
        return faults;
    }
}
