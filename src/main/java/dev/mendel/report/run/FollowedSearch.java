package dev.mendel.report.run;

import dev.mendel.space.SearchSpace;
import dev.mendel.store.StoredRun;
import dev.mendel.trial.Goals;
import dev.mendel.trial.evaluate.Evaluation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A search whose page is drawn again and again while it goes on. Of many trials, what takes long is found anew
/// when there is time for it only, and shown as it was before. Not thread-safe.
public final class FollowedSearch {
    /// With fewer trials nothing takes long.
    private static final int FEW = 2000;

    private @Nullable Insights insights;
    private int trials;

    /// The content of the page.
    ///
    /// @param thorough whether there is time
    public Record view(StoredRun run, RunDescription description, boolean thorough) {
        return RunView.of(
                run, description, (evaluations, space, goals) -> insights(evaluations, space, goals, thorough));
    }

    /// Whether the last content showed what was found from fewer trials than it had.
    public boolean isBehind() {
        return insights != null && insights.trials() < trials;
    }

    private Insights insights(List<Evaluation> evaluations, SearchSpace space, Goals goals, boolean thorough) {
        trials = evaluations.size();
        Insights found = insights;
        if (found == null || thorough || trials < FEW) {
            found = Insights.of(evaluations, space, goals);
            insights = found;
        }
        return found;
    }
}
