package dev.mendel.bench;

import dev.mendel.data.DataException;
import dev.mendel.data.Dataset;
import dev.mendel.search.RunKind;
import dev.mendel.space.Configuration;
import dev.mendel.space.RealRange;
import dev.mendel.space.Scale;
import dev.mendel.space.SearchSpace;
import dev.mendel.space.Value;
import dev.mendel.store.Manifest;
import dev.mendel.store.RunDirectory;
import dev.mendel.store.RunStore;
import dev.mendel.training.PairObjective;
import dev.mendel.training.settings.DigitPairsSettings;
import dev.mendel.training.settings.Setting;
import dev.mendel.trial.Seed;
import dev.mendel.trial.evaluate.KnownTrials;
import dev.mendel.trial.evaluate.Limits;
import dev.mendel.trial.evaluate.LocalEvaluator;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The speed-up by more workers: the same trials, trained and stored as in a run, by one worker, two and so on.
public final class ScalingBenchmark {
    private static final Seed SEED = new Seed(1);
    private static final SearchSpace SPACE = SearchSpace.of(RealRange.of("learning-rate", 1e-4, 1e-2, Scale.LOG));

    private final PairObjective objective;
    private final List<Configuration> configurations;
    private final Path folder;

    /// @param trials of the reference network, three folds each
    /// @param epochs of each training
    /// @param folder where runs' directories are made
    /// @throws DataException if the data set has too few images
    public ScalingBenchmark(int trials, int epochs, Dataset data, Path folder) throws DataException {
        var settings = new DigitPairsSettings(
                Map.of(Setting.EPOCHS, new Value.Whole(epochs)),
                DigitPairsSettings.DEFAULTS.towers(),
                DigitPairsSettings.DEFAULTS.systems());
        this.objective = PairObjective.draw(settings, data, SEED);
        this.folder = folder;
        this.configurations = IntStream.rangeClosed(1, trials)
                .mapToObj(i -> SPACE.canonical(List.of(new Value.Real(i * 1e-4))))
                .toList();
    }

    /// Folds trained a second, by the wall.
    ///
    /// @param workers how many at once
    public double foldsASecond(int workers) {
        RunDirectory directory = RunDirectory.create(folder, "scaling", RunKind.GRID.word(), workers, Instant.now());
        var manifest = new Manifest("scaling", "", RunKind.GRID, SEED, Instant.now(), "", Map.of());
        try (RunStore store = RunStore.create(directory, manifest, null, workers, Instant.now());
                var evaluator = new LocalEvaluator(objective, new KnownTrials(SEED), workers, Limits.NONE, store)) {
            long began = System.nanoTime();
            evaluator.evaluate(0, configurations);
            return configurations.size() * objective.folds() / ((System.nanoTime() - began) / 1e9);
        }
    }
}
