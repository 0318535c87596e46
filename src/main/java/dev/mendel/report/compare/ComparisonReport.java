package dev.mendel.report.compare;

import dev.mendel.report.Page;
import java.nio.file.Path;

/// A comparison as one HTML page: who was how good when, at which cost, and how sure that is.
public final class ComparisonReport {
    private ComparisonReport() {}

    /// The content of the page.
    ///
    /// @param name the file name of its exports
    /// @param fairReading the conclusions that the numbers allow
    private record View(String name, Comparison comparison, String fairReading) {}

    /// Writes the page.
    ///
    /// @param file in a folder that is there
    /// @return the page's file
    public static Path write(Comparison comparison, Path file) {
        return Page.COMPARISON.write(file, comparison.experiment() + ", a comparison – Mendel", view(comparison));
    }

    /// The content of the page.
    public static Record view(Comparison comparison) {
        return new View("comparison-" + comparison.experiment(), comparison, FairReading.of(comparison));
    }
}
