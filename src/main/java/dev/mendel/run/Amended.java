package dev.mendel.run;

import dev.mendel.experiment.Enqueued;
import dev.mendel.experiment.Experiment;
import dev.mendel.experiment.ExperimentException;
import dev.mendel.experiment.file.ExperimentFile;
import dev.mendel.run.Requests.Request;
import java.util.ArrayList;
import java.util.List;

/// An experiment with what was asked of its run.
///
/// @param experiment as it goes on
/// @param said what has changed, and what could not be changed; lines for people
record Amended(Experiment experiment, List<String> said) {

    /// Takes in requests. One that does not fit changes nothing, and says so.
    ///
    /// @param next the next generation; its children and those of later ones make room for configurations
    static Amended of(Experiment experiment, List<Request> requests, int next) {
        Experiment amended = experiment;
        var said = new ArrayList<String>();
        for (Request request : requests) {
            try {
                switch (request) {
                    case Requests.Setting(String setting) -> {
                        amended = set(amended, setting);
                        said.add("changed while it goes on: " + setting);
                    }
                    case Requests.Configuration(String values) -> {
                        amended = enqueued(amended, values, next);
                        int generation = amended.enqueued().getLast().generation();
                        said.add("enqueued for generation " + generation + ": " + values);
                    }
                    case Requests.Unknown(String text) -> said.add("a request is not understood: " + text);
                }
            } catch (ExperimentException e) {
                e.faults().forEach(fault -> said.add("a request does not fit: " + fault));
            }
        }
        return new Amended(amended, said);
    }

    /// An experiment with other limits.
    ///
    /// @param setting of the budget, or of failures
    static Experiment set(Experiment experiment, String setting) throws ExperimentException {
        return experiment.withBudget(read(experiment, setting).budget());
    }

    /// An experiment with one more configuration, in the first generation from the next one on that has room.
    static Experiment enqueued(Experiment experiment, String values, int next) throws ExperimentException {
        Enqueued read = read(experiment, "enqueued=[{generation: 1, configuration: " + values + "}]")
                .enqueued()
                .getFirst();
        int generation = next;
        while (isFull(experiment, generation)) {
            generation++;
        }
        var all = new ArrayList<>(experiment.enqueued());
        all.add(new Enqueued(generation, read.values()));
        return experiment.withEnqueued(all);
    }

    private static boolean isFull(Experiment experiment, int generation) {
        long taken = experiment.enqueued().stream()
                .filter(enqueued -> enqueued.generation() == generation)
                .count();
        return taken >= experiment.evolution().children();
    }

    private static Experiment read(Experiment experiment, String setting) throws ExperimentException {
        return ExperimentFile.parse("request", ExperimentFile.text(experiment), List.of(setting));
    }
}
