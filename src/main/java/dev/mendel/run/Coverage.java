package dev.mendel.run;

import dev.mendel.experiment.ExperimentException;
import dev.mendel.experiment.file.ExperimentFile;
import dev.mendel.search.RunKind;
import dev.mendel.store.RunStatus;
import dev.mendel.store.StoredRun;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/// The part of a grid that a run has tried.
///
/// @param tried how many points have an outcome
/// @param points how many there are
/// @param counted whether that is exact; else there are at most so many
public record Coverage(long tried, BigInteger points, boolean counted) {

    /// The part of its grid, or of the configurations that its experiment names, that a run has tried; empty
    /// for a run that searches instead.
    ///
    /// @throws ExperimentException if this version does not understand the run's experiment
    public static Optional<Coverage> of(StoredRun run) throws ExperimentException {
        RunKind kind = run.manifest().kind();
        return kind.visitsPoints() ? of(new RunPlan(kind, ExperimentFile.of(run)), run.status()) : Optional.empty();
    }

    static Optional<Coverage> of(RunPlan plan, RunStatus status) {
        return plan.kind().visitsPoints()
                ? Optional.of(new Coverage(status.over(), plan.points(), plan.isCounted()))
                : Optional.empty();
    }

    /// Whether every point was tried.
    public boolean isComplete() {
        return BigInteger.valueOf(tried).equals(points);
    }

    /// `512 of 760`, `512 of at most 1,000,000`.
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,d of %s%,d", tried, counted ? "" : "at most ", points);
    }
}
