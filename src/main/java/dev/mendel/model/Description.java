package dev.mendel.model;

import dev.mendel.report.MendelJson;

/// The content of `model.json`, as far as it says something new of a model: of its weights it has the hash.
///
/// @param format the number of this form of a model's folder
/// @param answers what the model is for
/// @param images how images come in
/// @param sha256 that of `model.safetensors`
record Description(
        int format,
        String answers,
        @MendelJson.Inline Origin origin,
        NetworkForm network,
        ImageForm images,
        Pixels pixels,
        String sha256) {
    static final int FORMAT = 1;
    static final String ANSWERS = "Is the first of two handwritten digits less than or equal to the second?";

    /// How images come in.
    record ImageForm(int height, int width, String values, String pooling) {
        static final ImageForm USUAL = new ImageForm(
                28,
                28,
                "one byte a pixel, row by row, 0 (background) to 255 (ink)",
                "the mean of each square of 2 x 2 pixels: 14 x 14");
    }

    /// The normalisation of pooled pixels: the mean is subtracted, then the deviation divides. The weights'
    /// file has both too, and decides.
    record Pixels(double mean, double deviation) {}

    /// The lines about the model in `model.py`.
    String about() {
        return "Trained by Mendel " + origin.mendel() + ": trial " + origin.trial() + " of " + origin.run()
                + "\n    " + origin.configuration()
                + "\n    seed " + origin.trialSeed() + ", score " + origin.score() + " in the folds, "
                + origin.testScore() + " in the test, " + origin.parameters() + " parameters";
    }
}
