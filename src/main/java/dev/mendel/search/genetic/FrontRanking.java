package dev.mendel.search.genetic;

import dev.mendel.search.pareto.Fronts;
import dev.mendel.trial.Goal;
import dev.mendel.trial.Goals;
import io.jenetics.Phenotype;
import io.jenetics.util.Seq;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Orders a population for selection by several objectives, as NSGA-II does (Deb et al., 2002): by front,
/// within a front those first that stand alone, then the older ones. Members outside of the limits make fronts
/// of their own below all within, by their excess: [Goals#worth] sees to that. A trial that was stopped at a
/// rung comes after all that went further, whatever it was worth there, and failed ones are the last.
record FrontRanking(Goals goals) implements Order {
    @Override
    public List<Integer> order(Seq<Phenotype<HyperparameterGene, Fitness>> population) {
        var byRung = new TreeMap<Integer, List<Integer>>(Comparator.reverseOrder());
        for (int member = 0; member < population.size(); member++) {
            byRung.computeIfAbsent(population.get(member).fitness().rung(), _ -> new ArrayList<>())
                    .add(member);
        }
        var order = new ArrayList<Integer>();
        byRung.values().forEach(members -> order(members, population, order));
        return order;
    }

    /// Adds the places of members that came equally far, in their order.
    private void order(
            List<Integer> members, Seq<Phenotype<HyperparameterGene, Fitness>> population, List<Integer> order) {
        List<double[]> points = members.stream()
                .map(member -> population.get(member).fitness().worth().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray())
                .toList();
        for (List<Integer> front : Fronts.of(points)) {
            double[] crowding = Fronts.crowding(
                    front.stream().map(points::get).map(this::places).toList());
            IntStream.range(0, front.size())
                    .boxed()
                    .sorted(Comparator.<Integer>comparingDouble(place -> -crowding[place])
                            .thenComparingLong(place -> population
                                    .get(members.get(front.get(place)))
                                    .generation())
                            .thenComparing(front::get))
                    .map(place -> members.get(front.get(place)))
                    .forEach(order::add);
        }
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
