package dev.mendel.cli;

import dev.mendel.cli.session.Counted;
import dev.mendel.cli.session.Screen;
import dev.mendel.data.DataException;
import dev.mendel.data.DigitImages;
import dev.mendel.model.ModelException;
import dev.mendel.model.Prediction;
import dev.mendel.model.Predictor;
import dev.mendel.report.MendelJson;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `mendel predict DIR`.
@Command(
        name = "predict",
        mixinStandardHelpOptions = true,
        description = "Ask a model: is the first digit of each pair of images less than or equal to the second?",
        footer = {
            "",
            "Images are 28 x 28 pixels, light digits on a dark ground as in MNIST: PNG pictures, or IDX files of any"
                    + " number of images. All images in order make pairs: the first with the second, the third with the"
                    + " fourth."
        })
final class PredictCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR", description = "the folder that `mendel model` has written")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Parameters(index = "1..*", paramLabel = "IMAGES", arity = "1..*", description = "PNG or IDX files")
    private List<Path> files = List.of();

    @Option(names = "--invert", description = "the images are dark digits on a light ground")
    private boolean invert;

    @Option(names = "--json", description = "print JSON, one object a line, for programs")
    private boolean json;

    /// An answer for programs.
    private record Answer(
            List<String> images,
            boolean lessOrEqual,
            double probability,
            Prediction.@Nullable Digit first,
            Prediction.@Nullable Digit second) {}

    @Override
    public Integer call() throws DataException, ModelException {
        try (Predictor predictor = Predictor.open(folder)) {
            DigitImages images = images(predictor);
            List<Prediction> answers = predictor.predict(images);
            if (json) {
                PrintWriter out = spec.commandLine().getOut();
                for (int i = 0; i < answers.size(); i++) {
                    out.println(MendelJson.line(answer(images, i, answers.get(i))));
                }
            } else {
                print(answers, images, Screen.of(spec.commandLine().getOut()));
            }
        }
        return 0;
    }

    private DigitImages images(Predictor predictor) throws DataException {
        DigitImages read = predictor.read(files);
        Failures.require(
                spec,
                read.count() % 2 == 0,
                "IMAGES: " + Counted.of(read.count(), "image") + " in " + Counted.of(files.size(), "file")
                        + ", and a pair takes two; allowed is an even number of images");
        DigitImages images = invert ? read.inverted() : read;
        List<String> light = images.light();
        if (!light.isEmpty()) {
            Screen.plain(spec.commandLine().getErr())
                    .line("mendel: " + light.getFirst()
                            + (light.size() == 1 ? "" : " and " + (light.size() - 1) + " more")
                            + ": light on the whole; a model expects light digits on a dark ground: "
                            + (invert ? "leave --invert out" : "--invert turns them into that"));
        }
        return images;
    }

    private static Answer answer(DigitImages images, int pair, Prediction prediction) {
        return new Answer(
                List.of(images.name(2 * pair), images.name(2 * pair + 1)),
                prediction.lessOrEqual(),
                prediction.probability(),
                prediction.first(),
                prediction.second());
    }

    private static void print(List<Prediction> answers, DigitImages images, Screen out) {
        out.line(row("answer", "P(1st<=2nd)", "1st", "2nd", "images"), Screen.Tone.FAINT);
        for (int i = 0; i < answers.size(); i++) {
            Prediction answer = answers.get(i);
            out.line(row(
                    answer.lessOrEqual() ? "<=" : ">",
                    share(answer.probability()),
                    digit(answer.first()),
                    digit(answer.second()),
                    images.name(2 * i) + "  " + images.name(2 * i + 1)));
        }
    }

    private static String digit(Prediction.@Nullable Digit digit) {
        return digit == null ? "-" : digit.digit() + " (" + share(digit.probability()) + ")";
    }

    private static String share(double probability) {
        return String.format(Locale.ROOT, "%.4f", probability);
    }

    private static String row(String answer, String probability, String first, String second, String images) {
        return String.format(Locale.ROOT, "%-6s  %11s  %-10s  %-10s  %s", answer, probability, first, second, images);
    }
}
