/// Measures Mendel itself, for BENCHMARKS.md: the overhead of searching, and the speed of trainings. Figures
/// are returned as records; the command line prints them. Start reading at
/// [dev.mendel.bench.OverheadBenchmark].
@NullMarked
package dev.mendel.bench;

import org.jspecify.annotations.NullMarked;
