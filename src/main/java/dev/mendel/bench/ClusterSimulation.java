package dev.mendel.bench;

import java.util.List;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;

/// An evolution on a cluster, as a simulation of discrete events: the session hands folds out one after
/// another, in the order of trials; each goes to the slot that is free first; the next generation begins when
/// the last fold of the one before has come back and its children are bred.
///
/// @param costs of the cluster and the session
/// @param lengths of whole trials in seconds, of which each trial has one at random; its folds have equal parts
/// @param folds of a trial
public record ClusterSimulation(Costs costs, List<Double> lengths, int folds) {
    /// What a run takes beside its evaluations, in seconds.
    ///
    /// @param handing how long the session is busy with each fold
    /// @param overhead how long a slot is taken by each fold beside its evaluation
    /// @param start from the beginning until a slot takes its first fold
    /// @param breeding of each child
    public record Costs(double handing, double overhead, double start, double breeding) {
        public Costs {
            for (double each : new double[] {handing, overhead, start, breeding}) {
                if (each < 0 || !Double.isFinite(each)) {
                    throw new IllegalArgumentException(each + " is not a number of seconds from 0");
                }
            }
        }
    }

    /// An evolution: its first population, then generations of children until there are so many trials.
    public record Shape(int population, int children, int trials) {}

    /// The course of a run.
    ///
    /// @param seconds from its beginning to its end
    /// @param busy the share of the slots' time in which they evaluated
    public record Course(double seconds, double busy) {}

    public ClusterSimulation {
        lengths = List.copyOf(lengths);
        if (lengths.isEmpty() || lengths.stream().anyMatch(each -> each <= 0 || !Double.isFinite(each))) {
            throw new IllegalArgumentException("the lengths of trials are not numbers above 0, at least one");
        }
        if (folds < 1) {
            throw new IllegalArgumentException("folds: " + folds + " is not 1 or more");
        }
    }

    /// The course of one run.
    ///
    /// @param slots at least 1
    public Course run(Shape shape, int slots, RandomGenerator random) {
        var free = new PriorityQueue<Double>();
        for (int i = 0; i < slots; i++) {
            free.add(costs.start());
        }
        double now = 0;
        double evaluating = 0;
        int done = 0;
        while (done < shape.trials()) {
            int size = Math.min(done == 0 ? shape.population() : shape.children(), shape.trials() - done);
            double session = now + size * costs.breeding();
            for (int fold = 0, trial = -1; fold < size * folds; fold++) {
                if (fold % folds == 0) {
                    trial = random.nextInt(lengths.size());
                }
                double length = lengths.get(trial) / folds;
                session += costs.handing();
                double end = Math.max(session, free.remove()) + costs.overhead() + length;
                free.add(end);
                evaluating += length;
                now = Math.max(now, end);
            }
            done += size;
        }
        return new Course(now, evaluating / (slots * now));
    }
}
