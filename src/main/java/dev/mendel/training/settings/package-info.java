/// The settings of pair networks in experiment files: domains and defaults, named towers, layers as text.
///
/// [dev.mendel.training.settings.DigitPairsSettings] holds a file's fixed settings, and makes the
/// [dev.mendel.training.network.PairSettings] of a configuration. Start reading at
/// [dev.mendel.training.settings.DigitPairsSettings#resolve].
@NullMarked
package dev.mendel.training.settings;

import org.jspecify.annotations.NullMarked;
