/// Measures Mendel itself, for BENCHMARKS.md: what searching costs beside what is searched for, and how fast
/// trainings are. Figures are returned as records; the command line prints them. Start reading at
/// [dev.mendel.bench.OverheadBenchmark].
@NullMarked
package dev.mendel.bench;

import org.jspecify.annotations.NullMarked;
