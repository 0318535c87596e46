/// The section `space` of an experiment file, and the values and configurations that other sections have of it.
///
/// Start reading at [dev.mendel.experiment.file.space.SpaceSection].
@NullMarked
package dev.mendel.experiment.file.space;

import org.jspecify.annotations.NullMarked;
