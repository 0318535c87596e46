/// Images and labels as plain arrays, the pairs drawn from them and the folds the pairs are split into.
///
/// Feeds training: a [dev.mendel.data.Dataset] is read once and checked, [dev.mendel.data.DigitPairs] are drawn
/// from it, [dev.mendel.data.Folds] say which of them train and which validate. Imports nothing of Mendel;
/// whatever is random comes from a generator the caller passes in. Start reading at [dev.mendel.data.Dataset].
@NullMarked
package dev.mendel.data;

import org.jspecify.annotations.NullMarked;
