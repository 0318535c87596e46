/// What an experiment can say of pair networks: settings with their domains and defaults, named towers, layers as text.
///
/// [dev.mendel.training.settings.DigitPairsSettings] holds what a file fixes, and makes the
/// [dev.mendel.training.network.PairSettings] of a configuration. Start reading at
/// [dev.mendel.training.settings.DigitPairsSettings#resolve].
@NullMarked
package dev.mendel.training.settings;

import org.jspecify.annotations.NullMarked;
