package dev.mendel.experiment;

import dev.mendel.data.DataException;
import dev.mendel.data.Dataset;
import dev.mendel.external.CommandObjective;
import dev.mendel.external.CommandSettings;
import dev.mendel.external.Fingerprint;
import dev.mendel.external.JavaObjective;
import dev.mendel.external.JavaSettings;
import dev.mendel.external.ScriptObjective;
import dev.mendel.search.RunKind;
import dev.mendel.space.Value;
import dev.mendel.training.PairObjective;
import dev.mendel.training.PairRounds;
import dev.mendel.training.settings.DigitPairsSettings;
import dev.mendel.trial.Direction;
import dev.mendel.trial.Objective;
import dev.mendel.trial.ObjectiveException;
import dev.mendel.trial.Repeated;
import dev.mendel.trial.Seed;
import dev.mendel.trial.Timed;
import dev.mendel.trial.Trial;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// The objective as the section `objective` describes it, with everything that depends on its kind. A new kind
/// is a record here, a section in `experiment.file`, and its implementation.
public sealed interface ObjectiveSettings {

    /// The accuracy of a network that decides whether the first of two digits is less than or equal to the
    /// second.
    record DigitPairs(DigitPairsSettings settings) implements ObjectiveSettings {
        /// Settings that say nothing of trials which are cross-validated, and of those which are rounds.
        private static final Set<String> OF_ROUNDS = Set.of("rounds", "curves", "times");

        private static final Set<String> OF_FOLDS = Set.of("folds", "times");

        @Override
        public Direction direction() {
            return Direction.MAXIMISE;
        }

        @Override
        public boolean isShare() {
            return true;
        }

        @Override
        public boolean isComputedByMendel() {
            return true;
        }

        @Override
        public boolean hasRounds() {
            return true;
        }

        @Override
        public LoadedObjective load(RunKind kind, Seed experiment, @Nullable Path data) throws DataException {
            CompletableFuture<Void> engine = PairObjective.warmUp(settings.engine());
            Dataset dataset = data == null ? Dataset.mnist() : Dataset.in(data);
            engine.join();
            Objective objective = kind == RunKind.ROUNDS
                    ? new PairRounds(settings, dataset, experiment)
                    : PairObjective.draw(settings, dataset, experiment);
            return new LoadedObjective(
                    objective, dataset.hash(), Map.of("products", PairObjective.products(settings.engine())));
        }

        @Override
        public ObjectiveSettings again(int folds, int rounds) {
            return new DigitPairs(
                    settings.with("folds", new Value.Whole(folds)).with("rounds", new Value.Whole(rounds)));
        }

        @Override
        public Seed seedAgain(Seed experiment) {
            return experiment;
        }

        @Override
        public String parts(int folds, RunKind kind) {
            return kind == RunKind.ROUNDS
                    ? "over " + folds + " rounds of fresh pairs"
                    : "cross-validated over " + folds + " folds";
        }

        @Override
        public List<String> differences(ObjectiveSettings other, RunKind kind) {
            if (!(other instanceof DigitPairs(DigitPairsSettings there))) {
                return ObjectiveSettings.super.differences(other, kind);
            }
            Set<String> meaningless = kind == RunKind.ROUNDS ? OF_FOLDS : OF_ROUNDS;
            return settings.differences(there).entrySet().stream()
                    .filter(entry -> !meaningless.contains(entry.getKey()))
                    .map(entry -> "objective.digit-pairs." + entry.getKey() + " is " + entry.getValue())
                    .toList();
        }
    }

    /// The value that a program answers with.
    record Command(CommandSettings settings, Direction direction) implements ObjectiveSettings {
        @Override
        public LoadedObjective load(RunKind kind, Seed experiment, @Nullable Path data) throws ObjectiveException {
            Objective own = settings.isScript() ? new ScriptObjective(settings) : new CommandObjective(settings);
            return new LoadedObjective(direction.turn(own), Fingerprint.of(settings), Map.of());
        }

        @Override
        public Optional<String> command(Trial trial) {
            return settings.shown(trial);
        }

        @Override
        public ObjectiveSettings again(int folds, int rounds) {
            return new Command(settings.withRepeats(folds), direction);
        }

        @Override
        public Map<String, Path> files() {
            return Map.of("", settings.directory());
        }

        @Override
        public ObjectiveSettings in(Path directory) {
            return new Command(settings.in(directory), direction);
        }
    }

    /// The value that a class of the user's returns.
    record Java(JavaSettings settings, Direction direction) implements ObjectiveSettings {
        @Override
        public LoadedObjective load(RunKind kind, Seed experiment, @Nullable Path data) throws ObjectiveException {
            Objective own = Repeated.of(new Timed(JavaObjective.load(settings), settings.limit()), settings.repeats());
            return new LoadedObjective(direction.turn(own), Fingerprint.of(settings), Map.of());
        }

        @Override
        public Optional<Duration> timeout() {
            return settings.timeout();
        }

        @Override
        public ObjectiveSettings untimed() {
            return new Java(settings.untimed(), direction);
        }

        @Override
        public ObjectiveSettings again(int folds, int rounds) {
            return new Java(settings.withRepeats(folds), direction);
        }

        @Override
        public Map<String, Path> files() {
            return settings.files();
        }

        @Override
        public ObjectiveSettings in(Path directory) {
            return new Java(settings.in(directory), direction);
        }
    }

    /// The value of a function that the Java program which began the run has brought along.
    ///
    /// @param folds how many values make up a trial's, at least 1
    record Embedded(Direction direction, int folds) implements ObjectiveSettings {
        /// The reason why it can't be evaluated from outside of that program.
        public static final String ELSEWHERE = "the function belongs to the Java program that began the run: start that"
                + " program again, which goes on with it";

        @Override
        public LoadedObjective load(RunKind kind, Seed experiment, @Nullable Path data) throws ObjectiveException {
            throw new ObjectiveException("objective: " + ELSEWHERE);
        }

        @Override
        public ObjectiveSettings again(int otherFolds, int rounds) {
            return new Embedded(direction, otherFolds);
        }
    }

    /// The direction in which its values are better.
    Direction direction();

    /// Whether its values are shares of 1, which people read in percent.
    default boolean isShare() {
        return false;
    }

    /// Whether its values come from Mendel's own arithmetic, and so depend on the version of that.
    default boolean isComputedByMendel() {
        return false;
    }

    /// Whether it can be evaluated in rounds of fresh pairs.
    default boolean hasRounds() {
        return false;
    }

    /// The objective, ready to be evaluated.
    ///
    /// @param kind the purpose: rounds of fresh pairs only if [#hasRounds]
    /// @param experiment the experiment's seed
    /// @param data the folder to read data from; null for the data that come with the program
    /// @throws DataException if the data can't be read
    /// @throws ObjectiveException if something the settings name is missing
    LoadedObjective load(RunKind kind, Seed experiment, @Nullable Path data) throws DataException, ObjectiveException;

    /// The same objective, whose program or jars are in another directory.
    ///
    /// @throws ObjectiveException if it has none
    default ObjectiveSettings in(Path directory) throws ObjectiveException {
        throw new ObjectiveException("--directory: the objective has no program or jar that could be in " + directory);
    }

    /// The files and folders of its program or jars, by their names in a folder for [#in]; an empty name for
    /// that folder itself.
    default Map<String, Path> files() {
        return Map.of();
    }

    /// The command that a trial runs, as it is typed into a shell, where each trial has its own.
    default Optional<String> command(Trial trial) {
        return Optional.empty();
    }

    /// The longest time of an evaluation, if it is limited from outside.
    default Optional<Duration> timeout() {
        return Optional.empty();
    }

    /// The same objective without that limit.
    default ObjectiveSettings untimed() {
        return this;
    }

    /// The settings of a retest.
    ///
    /// @param folds how many folds pairs are dealt into, or how often anything else is evaluated
    /// @param rounds how many rounds of fresh pairs
    ObjectiveSettings again(int folds, int rounds);

    /// The experiment's seed of a retest: another one where that alone makes evaluations independent.
    default Seed seedAgain(Seed experiment) {
        return experiment.derive("retest");
    }

    /// The parts of a trial, for people: `over 3 evaluations`.
    default String parts(int folds, RunKind kind) {
        return "over " + folds + " evaluations";
    }

    /// The differences that make another objective score otherwise, for people; empty if there are none.
    ///
    /// @param kind how both are evaluated
    default List<String> differences(ObjectiveSettings other, RunKind kind) {
        return equals(other) ? List.of() : List.of("its objective is another one");
    }
}
