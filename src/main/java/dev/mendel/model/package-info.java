/// A trained network outside of its run: trained again from its seed, written into a folder, read from there
/// and asked.
///
/// [dev.mendel.model.Retraining] trains, [dev.mendel.model.ModelFolder] writes, [dev.mendel.model.Predictor]
/// reads and answers. A folder holds the weights as `model.safetensors`, a description as `model.json`, and
/// `model.py`, which needs PyTorch and nothing of Mendel. Start reading at [dev.mendel.model.Predictor].
@NullMarked
package dev.mendel.model;

import org.jspecify.annotations.NullMarked;
