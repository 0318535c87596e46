package dev.mendel.report.compare.front;

import dev.mendel.report.Figures;
import dev.mendel.report.compare.Markdown;
import dev.mendel.report.compare.front.FrontComparison.Arm;
import dev.mendel.report.compare.front.FrontComparison.Axis;
import dev.mendel.report.compare.front.FrontComparison.Point;
import dev.mendel.report.compare.front.FrontComparison.Surface;
import dev.mendel.trial.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The attainment surfaces of two objectives as a table: the second at some values of the first.
///
/// @param comparison with two objectives and points of reference
record AttainedTable(FrontComparison comparison) {
    private static final int PLACES = 7;

    void write(Markdown text) {
        Axis across = comparison.objectives().get(0);
        Axis upwards = comparison.objectives().get(1);
        String bound = across.direction() == Direction.MINIMISE ? "≤ " : "≥ ";
        List<Double> places = places();
        text.section("Attained");
        text.line("The best " + upwards.name() + " that half of the runs reach where " + across.name()
                + " is held to a bound; in brackets what a quarter and three quarters reach. – is not at all.");
        text.line("");
        var heading = new ArrayList<>(List.of("strategy"));
        places.forEach(place -> heading.add(across.name() + " " + bound + Figures.of(place)));
        text.heading(heading);
        for (Arm arm : comparison.arms()) {
            var cells = new ArrayList<>(List.of(arm.name()));
            places.forEach(place -> cells.add(cell(arm.surfaces(), place)));
            text.row(cells);
        }
    }

    /// The first objective's values at some points of the reference, from end to end.
    private List<Double> places() {
        List<Point> points = comparison.reference().points();
        return spread(points.size(), PLACES).stream()
                .map(place -> points.get(place).values().getFirst())
                .distinct()
                .toList();
    }

    /// So many of the places from 0, ends included, or all there are.
    static List<Integer> spread(int size, int most) {
        return size <= most
                ? IntStream.range(0, size).boxed().toList()
                : IntStream.range(0, most)
                        .mapToObj(i -> (int) Math.round((double) i * (size - 1) / (most - 1)))
                        .toList();
    }

    private String cell(List<Surface> surfaces, double place) {
        List<String> heights = surfaces.stream()
                .map(surface -> Figures.of(height(surface, place)))
                .toList();
        String middle = heights.get(1);
        return heights.stream().allMatch(middle::equals)
                ? middle
                : middle + " (" + heights.getFirst() + " to " + heights.getLast() + ")";
    }

    /// The second value of the surface there; not a number where the surface has none.
    private double height(Surface surface, double place) {
        Axis across = comparison.objectives().getFirst();
        return surface.corners().stream()
                .filter(corner -> across.cost(corner.getFirst()) <= across.cost(place))
                .reduce((_, last) -> last)
                .map(List::getLast)
                .orElse(Double.NaN);
    }
}
