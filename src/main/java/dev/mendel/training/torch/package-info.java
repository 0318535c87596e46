/// The reference computation: PyTorch's own operations and autograd through DJL.
///
/// The only package that imports DJL; no tensor leaves it. Start reading at
/// [dev.mendel.training.torch.PlainComputation].
@NullMarked
package dev.mendel.training.torch;

import org.jspecify.annotations.NullMarked;
