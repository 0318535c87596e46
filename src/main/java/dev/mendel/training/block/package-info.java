/// The fast computation: blocks over plain arrays, each with its own gradient, on [dev.mendel.training.product].
///
/// The same bits on every processor. Start reading at [dev.mendel.training.block.BlockComputation].
@NullMarked
package dev.mendel.training.block;

import org.jspecify.annotations.NullMarked;
