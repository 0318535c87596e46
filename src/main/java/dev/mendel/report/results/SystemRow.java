package dev.mendel.report.results;

import dev.mendel.experiment.Reported;
import dev.mendel.report.results.RunResults.Spread;
import dev.mendel.report.results.RunResults.SystemResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The result of a configuration over its rounds, beside the reported one.
///
/// @param reported the figure to stand beside
/// @param system the configuration: of all that the figure concerns, the one with the best mean
/// @param candidates how many it is the best of: more than one flatter it
/// @param own the result of the configuration that those who reported found best; empty where it is this one,
///     is not known, or was not tried
record SystemRow(Reported reported, SystemResult system, int candidates, Optional<Spread> own) {

    /// A row for each reported figure that concerns a finished trial of the run.
    static List<SystemRow> of(RunResults run, List<Reported> reported) {
        var rows = new ArrayList<SystemRow>();
        for (Reported figure : reported) {
            of(run.systems(), figure).ifPresent(rows::add);
        }
        return rows;
    }

    /// The measure, a share of 1.
    Spread here() {
        return here(reported, system);
    }

    /// Whether the mean counts as reached.
    boolean reached() {
        return reached(reported, here().mean());
    }

    /// Whether it was picked by the very figure that it shows.
    boolean isFlattered() {
        return candidates > 1;
    }

    /// Whether a mean, a share of 1, reaches a figure.
    static boolean reached(Reported figure, double mean) {
        return 100 * mean >= figure.bar();
    }

    private static Spread here(Reported figure, SystemResult system) {
        return system.measures().getOrDefault(figure.measure(), new Spread(Double.NaN, Double.NaN));
    }

    private static Optional<SystemRow> of(List<SystemResult> systems, Reported figure) {
        List<SystemResult> concerned = systems.stream()
                .filter(system -> figure.concerns(system.configuration()))
                .toList();
        return concerned.stream()
                .max(Comparator.comparingDouble(system -> here(figure, system).mean()))
                .map(best -> new SystemRow(figure, best, concerned.size(), own(figure, best, concerned)));
    }

    private static Optional<Spread> own(Reported figure, SystemResult best, List<SystemResult> concerned) {
        return concerned.stream()
                .filter(system -> figure.isOwn(system.configuration()))
                .findFirst()
                .filter(found -> !found.equals(best))
                .map(found -> here(figure, found));
    }
}
