/// A pair network as data: towers of layers, head, sharing, losses, optimizer, and where each parameter lies.
///
/// Nothing here computes; [dev.mendel.training.compute] does. Start reading at
/// [dev.mendel.training.network.Network].
@NullMarked
package dev.mendel.training.network;

import org.jspecify.annotations.NullMarked;
