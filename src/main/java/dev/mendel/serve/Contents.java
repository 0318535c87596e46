package dev.mendel.serve;

import dev.mendel.experiment.Experiment;
import dev.mendel.experiment.ExperimentException;
import dev.mendel.experiment.file.ExperimentFile;
import dev.mendel.report.Page;
import dev.mendel.report.compare.front.Compared;
import dev.mendel.report.run.FollowedSearch;
import dev.mendel.run.RunPage;
import dev.mendel.run.RunSummary;
import dev.mendel.run.compare.ComparableRuns;
import dev.mendel.search.RunKind;
import dev.mendel.store.RunDirectory;
import dev.mendel.store.StoreException;
import dev.mendel.store.StoredRun;
import dev.mendel.trial.TrialId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The contents there are.
final class Contents {
    private static final Content.Step HOME = new Content.Step("All runs", "/");

    private Contents() {}

    /// The list of all runs.
    record AllRuns(Folder folder, RunList list) implements Content {
        private record View(String name, String folder, List<RunSummary> runs) {}

        @Override
        public Page page() {
            return Page.RUNS;
        }

        @Override
        public String title() {
            return "Runs";
        }

        @Override
        public List<Step> trail() {
            return List.of();
        }

        @Override
        public Map<String, String> links() {
            return Map.of("run", "/runs/{run}", "comparison", "/compare?{runs}");
        }

        @Override
        public Record view(boolean thorough) {
            return new View("runs", folder.output().toString(), list.now());
        }
    }

    /// One run.
    record OneRun(RunDirectory run, FollowedSearch followed) implements Content {
        @Override
        public Page page() {
            try (StoredRun stored = StoredRun.snapshot(run)) {
                return stored.manifest().kind() == RunKind.ROUNDS ? Page.ROUNDS : Page.RUN;
            } catch (StoreException e) {
                return Page.RUN;
            }
        }

        @Override
        public String title() {
            return run.name();
        }

        @Override
        public List<Step> trail() {
            return List.of(HOME, step(run));
        }

        @Override
        public Map<String, String> links() {
            return Map.of("trial", Folder.address(run.name()) + "/trials/{trial}");
        }

        @Override
        public Record view(boolean thorough) throws ExperimentException {
            try (StoredRun stored = StoredRun.snapshot(run)) {
                return RunPage.view(stored, ExperimentFile.of(stored), followed, thorough);
            }
        }

        @Override
        public boolean isBehind() {
            return followed.isBehind();
        }
    }

    /// One trial of a run.
    record OneTrial(RunDirectory run, TrialId trial) implements Content {
        @Override
        public Page page() {
            return Page.TRIAL;
        }

        @Override
        public String title() {
            return "Trial " + trial.number() + ", " + run.name();
        }

        @Override
        public List<Step> trail() {
            return List.of(
                    HOME,
                    step(run),
                    new Step("Trial " + trial.number(), Folder.address(run.name()) + "/trials/" + trial.number()));
        }

        @Override
        public Map<String, String> links() {
            return Map.of("trial", Folder.address(run.name()) + "/trials/{trial}", "run", Folder.address(run.name()));
        }

        @Override
        public Record view(boolean thorough) throws ExperimentException {
            try (StoredRun stored = StoredRun.snapshot(run)) {
                Experiment experiment = ExperimentFile.of(stored);
                return TrialView.of(stored, experiment, trial);
            }
        }
    }

    /// Several runs side by side.
    record Several(List<RunDirectory> runs, String address) implements Content {
        @Override
        public Page page() {
            try (StoredRun first = StoredRun.snapshot(runs.getFirst())) {
                return Compared.page(first);
            } catch (StoreException e) {
                return Page.COMPARISON;
            }
        }

        @Override
        public String title() {
            return "Comparison";
        }

        @Override
        public List<Step> trail() {
            return List.of(HOME, new Step("Comparison of " + runs.size() + " runs", address));
        }

        @Override
        public Map<String, String> links() {
            return Map.of("run", "/runs/{run}");
        }

        @Override
        public Record view(boolean thorough) throws ExperimentException {
            var open = new ArrayList<StoredRun>();
            try {
                for (RunDirectory run : runs) {
                    open.add(StoredRun.snapshot(run));
                }
                return Compared.of(ComparableRuns.of(open), ComparableRuns.unit(open.getFirst()))
                        .view();
            } finally {
                open.forEach(StoredRun::close);
            }
        }
    }

    private static Content.Step step(RunDirectory run) {
        return new Content.Step(run.name(), Folder.address(run.name()));
    }
}
