/// The arithmetic of several objectives: which points are better than which, and how much a set of them is
/// worth. Pure functions of numbers, with the same bits on every machine. Start reading at
/// [dev.mendel.search.pareto.Fronts].
@NullMarked
package dev.mendel.search.pareto;

import org.jspecify.annotations.NullMarked;
