package dev.mendel.search.genetic;

import dev.mendel.search.pareto.Fronts;
import dev.mendel.trial.Goal;
import dev.mendel.trial.Goals;
import io.jenetics.Phenotype;
import io.jenetics.util.Seq;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Orders a population for selection by several objectives, as NSGA-II does (Deb et al., 2002): by front, within
/// a front those first that stand alone, then the older ones. Members outside of the limits make fronts of their
/// own below all within, by their excess, and failed ones the last: [Goals#worth] sees to that.
record FrontRanking(Goals goals) implements Order {
    @Override
    public List<Integer> order(Seq<Phenotype<HyperparameterGene, Fitness>> population) {
        List<double[]> points = population.stream()
                .map(member -> member.fitness().worth().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray())
                .toList();
        var order = new ArrayList<Integer>();
        for (List<Integer> front : Fronts.of(points)) {
            double[] crowding = Fronts.crowding(
                    front.stream().map(points::get).map(this::places).toList());
            front.stream()
                    .sorted(Comparator.<Integer>comparingDouble(member -> -crowding[front.indexOf(member)])
                            .thenComparingLong(member -> population.get(member).generation())
                            .thenComparing(Comparator.naturalOrder()))
                    .forEach(order::add);
        }
        return order;
    }

    /// On the scales of the objectives.
    private double[] places(double[] worth) {
        double[] places = new double[worth.length];
        for (int k = 0; k < places.length; k++) {
            Goal goal = goals.objectives().get(k);
            places[k] = Double.isFinite(worth[k]) ? goal.place(goal.direction().value(worth[k])) : worth[k];
        }
        return places;
    }
}
