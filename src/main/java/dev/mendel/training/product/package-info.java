/// Products of matrices, with one definition of their bits: chains of fused multiply-adds in a fixed order.
///
/// Vectors or plain Java compute the same bits. Start reading at [dev.mendel.training.product.Products].
@NullMarked
package dev.mendel.training.product;

import org.jspecify.annotations.NullMarked;
