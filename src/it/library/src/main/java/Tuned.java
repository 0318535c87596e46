import static dev.mendel.space.Hyperparameter.choices;
import static dev.mendel.space.Hyperparameter.integer;
import static dev.mendel.space.Hyperparameter.realLog;

import dev.mendel.api.Optimizer;
import dev.mendel.api.Optimum;
import dev.mendel.api.Run;
import dev.mendel.space.SearchSpace;
import dev.mendel.trial.Trial;
import java.nio.file.Path;

/// A function of one's own, tuned by the library alone.
final class Tuned {
    private static final SearchSpace SPACE = SearchSpace.of(
            choices("kernel", "linear", "rbf"),
            realLog("c", 1e-3, 1e3),
            realLog("gamma", 1e-4, 1).when("kernel", "rbf"),
            integer("degree", 1, 5));

    private Tuned() {}

    static double error(Trial trial) {
        double gamma = trial.has("gamma") ? Math.log10(trial.real("gamma")) + 2 : 3;
        double c = Math.log10(trial.real("c")) - 1;
        return c * c + gamma * gamma + trial.integer("degree") - 1;
    }

    static Optimizer search() {
        return Optimizer.minimise(SPACE).trials(100).workers(2).seed(1);
    }

    static Optimum inMemory() {
        return search().run(Tuned::error);
    }

    static Optimum stored(Path directory) {
        return search().store(directory).run(Tuned::error);
    }

    static Path report(Path directory) {
        return Run.in(directory).report();
    }
}
