/// The contract of computing a network: a batch and weights in, logits or loss and gradient out.
///
/// [dev.mendel.training.block] and [dev.mendel.training.torch] fulfil it. Losses and dropout's masks are here, since
/// both take the same. Start reading at [dev.mendel.training.compute.Computation].
@NullMarked
package dev.mendel.training.compute;

import org.jspecify.annotations.NullMarked;
