import dev.mendel.space.Configuration;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Objective;
import dev.mendel.trial.Trial;

/// An objective of one's own: Rosenbrock's banana-shaped valley, with a little noise. Least, about 0, where x and
/// y are 1.
///
/// Any code that comes to a number can stand here. What is random comes from the trial's seed.
public final class Valley implements Objective {
    private final double noise;

    /// @param settings what the experiment says under `settings`; without any, Mendel looks for `Valley()`
    public Valley(Configuration settings) {
        noise = settings.real("noise");
    }

    @Override
    public FoldResult evaluate(Trial trial, int fold) {
        double x = trial.configuration().real("x");
        double y = trial.configuration().real("y");
        double value = (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x);
        return FoldResult.of(value + noise * trial.seed().random().nextGaussian());
    }
}
