package dev.mendel.report.compare;

import dev.mendel.report.compare.Comparison.Quartiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Curves of arms as a table: the quartiles of each at some places along the longest curve, complete grids
/// aside.
///
/// @param curves in the order of their rows
/// @param rounded a place as it is shown
/// @param show a height as it is shown
public record CurveTable(List<Curve> curves, Places rounded, Spread.Show show) {
    private static final double[] SHARES = {0.05, 0.1, 0.2, 0.35, 0.5, 0.75, 1};

    /// The curve of an arm.
    ///
    /// @param isGrid whether it is the complete grid's
    public record Curve(String arm, List<Quartiles> points, boolean isGrid) {}

    /// Writes the table.
    public void write(Markdown text) {
        List<Double> places = places();
        var heading = new ArrayList<>(List.of("strategy"));
        places.forEach(place -> heading.add(rounded.text(place)));
        text.heading(heading);
        for (Curve curve : curves) {
            var cells = new ArrayList<>(List.of(curve.arm()));
            places.forEach(place -> cells.add(quartiles(curve.points(), place)));
            text.row(cells);
        }
    }

    private List<Double> places() {
        double most = curves.stream()
                .filter(curve -> curves.size() == 1 || !curve.isGrid())
                .map(Curve::points)
                .filter(points -> !points.isEmpty())
                .mapToDouble(points -> points.getLast().at())
                .max()
                .orElse(0);
        return Arrays.stream(SHARES)
                .mapToObj(share -> rounded.of(most * share))
                .distinct()
                .toList();
    }

    private String quartiles(List<Quartiles> points, double place) {
        Quartiles last = null;
        for (Quartiles point : points) {
            last = point.at() <= place ? point : last;
        }
        return last == null ? "" : Spread.quartiles(last.lower(), last.median(), last.upper(), show);
    }
}
