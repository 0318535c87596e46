package dev.mendel.api;

import dev.mendel.search.Budget;
import dev.mendel.search.SearchListener;
import dev.mendel.search.SearchStrategy;
import dev.mendel.search.Stopping;
import dev.mendel.search.genetic.EvolutionSettings;
import dev.mendel.search.genetic.GeneticSearch;
import dev.mendel.space.Scale;
import dev.mendel.space.SearchSpace;
import dev.mendel.trial.Closing;
import dev.mendel.trial.Direction;
import dev.mendel.trial.Goal;
import dev.mendel.trial.Goals;
import dev.mendel.trial.Limit;
import dev.mendel.trial.Objective;
import dev.mendel.trial.Seed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// A search to be made, said part by part; each method returns another one. Immutable.
///
/// ```java
/// var space = SearchSpace.of(choices("kernel", "linear", "rbf"), realLog("c", 1e-3, 1e3));
/// Optimum best = Optimizer.maximise(space).trials(100).workers(4).seed(1)
///         .run(trial -> accuracy(trial.choice("kernel"), trial.real("c")));
/// ```
///
/// The same search of the same function finds the same, for any number of workers, but for one that a limit on
/// time ends.
public final class Optimizer {
    private static final Budget USUAL = Budget.NONE.withGenerations(30).withFailures(50);

    private final Plan plan;

    private Optimizer(Plan plan) {
        this.plan = plan;
    }

    /// Looks for the largest value: a genetic search of 30 generations by one worker, unless more is said.
    ///
    /// @param space with its rules, if there are any ([SearchSpace#forbid], [SearchSpace#where])
    /// @throws IllegalArgumentException if rules leave hardly anything of the space
    public static Optimizer maximise(SearchSpace space) {
        return usual(space, Direction.MAXIMISE);
    }

    /// Looks for the smallest value, likewise.
    public static Optimizer minimise(SearchSpace space) {
        return usual(space, Direction.MINIMISE);
    }

    /// Looks for the front of several objectives: the trials that none beats, being as good in all of them and
    /// better in one.
    ///
    /// ```java
    /// var search = Optimizer.objectives(space, Goal.minimise("error"), Goal.minimise("weights").log());
    /// List<Solution> front = search.limit("weights", "<= 90000").trials(200)
    ///         .front(trial -> Map.of("error", error(trial), "weights", weights(trial)));
    /// ```
    ///
    /// @param goals one to [Goals#MOST], the first of which is the value that targets and stagnation look at
    /// @throws IllegalArgumentException if there are none or more, or two of one name
    public static Optimizer objectives(SearchSpace space, Goal... goals) {
        if (goals.length == 0) {
            throw new IllegalArgumentException("found 0 objectives; allowed are 1 to " + Goals.MOST);
        }
        Optimizer usual = usual(space, goals[0].direction());
        return usual.with(usual.plan.withGoals(new Goals(List.of(goals), List.of())));
    }

    /// Keeps to a bound on a value: trials outside are worse than all within, the worse the farther. A function
    /// tells the value by its name ([#front(Valued)]).
    ///
    /// @param name of the value, which may be an objective's
    /// @param bound such as `<= 5` or `>= 0.9`
    /// @throws IllegalArgumentException if it is none
    public Optimizer limit(String name, String bound) {
        Limit limit = Limit.parse(name, bound)
                .orElseThrow(() -> new IllegalArgumentException(
                        name + ": \"" + bound + "\" is no bound; allowed are bounds such as <= 5 and >= 0.9"));
        Goals goals = plan.goals();
        List<Goal> objectives = goals.objectives().isEmpty()
                ? List.of(new Goal(Goals.VALUE, plan.direction(), Scale.LINEAR))
                : goals.objectives();
        List<Limit> limits =
                Stream.concat(goals.limits().stream(), Stream.of(limit)).toList();
        return with(plan.withGoals(new Goals(objectives, limits)));
    }

    private static Optimizer usual(SearchSpace space, Direction direction) {
        space.fault(new Seed(1).random()).ifPresent(fault -> {
            throw new IllegalArgumentException("space: " + fault);
        });
        var strategy = new GeneticSearch(EvolutionSettings.defaults());
        return new Optimizer(new Plan(space, direction, strategy, USUAL));
    }

    /// Another way to search.
    public Optimizer strategy(SearchStrategy other) {
        return with(plan.withStrategy(other));
    }

    /// Other limits, instead of all said before.
    public Optimizer budget(Budget other) {
        return with(plan.withBudget(other));
    }

    /// Ends after that many different configurations, and not before.
    public Optimizer trials(long limit) {
        return budget(plan.budget().withTrials(limit).withGenerations(Budget.UNLIMITED));
    }

    /// Ends after that much time. What is evaluated then is interrupted and not kept, after [#grace].
    public Optimizer time(Duration limit) {
        return budget(plan.budget().withTime(limit));
    }

    /// Lets evaluations that are under way when the time is up end for so long.
    public Optimizer grace(Duration limit) {
        return budget(plan.budget().withGrace(limit));
    }

    /// Gives up trials that will not win: of a function that tells of its epochs ([#run(int, Trained)]), of an
    /// objective with epochs ([Objective#epochs]), several folds, or [#repeats]. No trial is stopped where
    /// nothing is said.
    public Optimizer stopping(Stopping other) {
        return with(plan.withStopping(other));
    }

    /// Makes a trial a failed one where an evaluation takes longer; more than zero.
    public Optimizer timeout(Duration limit) {
        if (!limit.isPositive()) {
            throw new IllegalArgumentException("timeout: " + limit + " is not more than none");
        }
        return with(plan.withTimeout(limit));
    }

    /// Ends after so many trials without a better one.
    public Optimizer stagnation(long trials) {
        return budget(plan.budget().withStagnation(trials).withGenerations(Budget.UNLIMITED));
    }

    /// Ends at a value as good as this, looked at after each generation.
    public Optimizer target(double value) {
        return budget(plan.budget().withTarget(value));
    }

    /// Ends after so many failed trials in a row, at least 1, or when the first ones all fail for the same
    /// reason; 50 unless said, [Budget#UNLIMITED] for never.
    public Optimizer failures(long inARow) {
        return budget(plan.budget().withFailures(inARow));
    }

    /// Evaluates what fails again, so often, before its trial counts as failed; 0 unless said.
    public Optimizer retries(int times) {
        return with(plan.withRetries(times));
    }

    /// Evaluates as many at once, at least 1.
    public Optimizer workers(int count) {
        return with(plan.withWorkers(count));
    }

    /// Evaluates each trial so often, each time with another seed, and takes the mean; at least 1.
    public Optimizer repeats(int count) {
        return with(plan.withRepeats(count));
    }

    /// The seed of the search and of its trials.
    public Optimizer seed(long seed) {
        return with(plan.withSeed(new Seed(seed)));
    }

    /// Keeps the run in that directory, a new or empty one or that of the same run, in the database that the
    /// command line has too: its commands read the run, and [Run] does in Java. A program that is started again
    /// goes on where it ended, however it ended, and evaluates nothing twice; under other limits it goes on to
    /// those. Of a program
    /// that was killed at most the last 20 ms are lost.
    ///
    /// The function itself can't be seen: where it has come to mean something else, choose another directory.
    /// Searches are kept by [GeneticSearch],
    /// [dev.mendel.search.grid.GridSearch] and [dev.mendel.search.random.RandomSearch].
    public Optimizer store(Path directory) {
        return with(plan.withStore(directory));
    }

    /// Tells a listener of each event of the search, of a stored one after it is durable. It is called by the
    /// thread that searches, one event after another, which waits for it; what it throws ends the search.
    public Optimizer listener(SearchListener listener) {
        return with(plan.withListener(listener));
    }

    /// Searches to the end. An interrupted thread gets the best so far, and stays interrupted.
    ///
    /// @throws NoValueException if no trial has a value, with the reason of the first failure
    /// @throws dev.mendel.store.StoreException if there is another run in the store, a process works on it, or
    ///     it can't be read or written
    /// @throws IllegalArgumentException if a store was said that can't keep the search: the message says why
    public Optimum run(Evaluated function) {
        return run(new Function(function));
    }

    /// Searches to the end, for a function that tells a value after each epoch, by which [#stopping] gives up
    /// trials that will not win. What of them waits keeps its state and a thread until that is decided.
    ///
    /// ```java
    /// var search = Optimizer.minimise(space).trials(200).stopping(Stopping.RUNGS);
    /// Optimum best = search.run(20, (trial, epochs) -> {
    ///     var model = new Model(trial.real("rate"), trial.seed());
    ///     for (int epoch = 1; epoch <= 20; epoch++) {
    ///         model.train();
    ///         epochs.tell(model.error());
    ///     }
    ///     return model.error();
    /// });
    /// ```
    ///
    /// @param epochs how many the function tells, as a rule: rungs are shares of them; at least 1
    /// @throws NoValueException as above, likewise all others
    public Optimum run(int epochs, Trained function) {
        return run(new TrainedObjective(epochs, function));
    }

    /// Searches to the end, for an objective with folds, measures or epochs; it is not closed.
    ///
    /// @throws NoValueException as above, likewise all others
    public Optimum run(Objective objective) {
        Findings found = found(objective);
        return found.best().orElseThrow(found::nothing);
    }

    /// Searches to the end, for a function with several values, of which `value` is the first objective where
    /// none was said. An interrupted thread gets the front so far, and stays interrupted.
    ///
    /// @return the front, the best by the first objective first; of equals the earlier trial
    /// @throws NoValueException if no trial has all values, likewise all others as above
    public List<Solution> front(Valued function) {
        return front(new Values(first(plan), function));
    }

    /// Searches to the end, for a function that tells the other objectives' values with its own after each
    /// epoch ([Epochs#tell(double, java.util.Map)]).
    ///
    /// @param epochs as for [#run(int, Trained)]
    public List<Solution> front(int epochs, Trained function) {
        return front(new TrainedObjective(epochs, function));
    }

    /// Searches to the end, for an objective whose results have the other objectives' values as measures; it is
    /// not closed.
    public List<Solution> front(Objective objective) {
        if (!plan.goals().isOn()) {
            throw new IllegalStateException("front: nothing but one value is looked at, without bounds, and has a best"
                    + " (run); several have a front (Optimizer.objectives)");
        }
        Findings found = found(objective);
        List<Solution> front = found.front();
        if (front.isEmpty()) {
            throw found.nothing();
        }
        return front;
    }

    private Findings found(Objective objective) {
        var found = new Findings(plan);
        try (Conduct search = Conduct.of(plan, plan.asked(Closing.lent(objective)), plan.workers())) {
            search.tell(found);
            search.search(plan.watched(found));
        }
        return found;
    }

    /// The name of the value that is the trials' own.
    static String first(Plan plan) {
        List<Goal> objectives = plan.goals().objectives();
        return objectives.isEmpty() ? Goals.VALUE : objectives.getFirst().name();
    }

    /// Begins a search whose trials are evaluated by the caller, or goes on with one that is stored; workers,
    /// repeats, retries and timeouts don't count then.
    ///
    /// @throws dev.mendel.store.StoreException as for [#run]
    /// @throws IllegalArgumentException as for [#run]
    public AskTell open() {
        return new AskTell(plan);
    }

    private Optimizer with(Plan other) {
        return new Optimizer(other);
    }
}
