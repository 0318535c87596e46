package dev.mendel.experiment.file;

import dev.mendel.experiment.Experiment;
import dev.mendel.experiment.ExperimentException;
import dev.mendel.experiment.yaml.Faults;
import dev.mendel.experiment.yaml.SourceFile;
import dev.mendel.search.Budget;
import dev.mendel.search.genetic.EvolutionSettings;
import dev.mendel.space.Value;
import dev.mendel.store.Manifest;
import dev.mendel.store.RunDirectory;
import dev.mendel.store.StoreException;
import dev.mendel.store.StoredRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Experiments as files: read from one, and written as one.
public final class ExperimentFile {
    /// The entry of a run's provenance that keeps the directory where it was begun.
    public static final String BEGUN_IN = "begun in";

    private ExperimentFile() {}

    /// The experiment in a file.
    ///
    /// @param settings `path=value` each, as in `budget.trials=50`: put into the file's text before it is
    ///     checked
    /// @throws ExperimentException if anything is wrong with the file or the settings, with all of it
    public static Experiment read(Path file, List<String> settings) throws ExperimentException {
        var faults = new Faults();
        Optional<String> text = SourceFile.text(file, faults);
        if (text.isEmpty()) {
            throw new ExperimentException(faults.inOrder());
        }
        return parse(file.toString(), text.get(), settings);
    }

    /// The experiment in a text.
    ///
    /// @param file the text's name in messages; paths in it start from this file's folder
    /// @throws ExperimentException as for [#read]
    public static Experiment parse(String file, String text, List<String> settings) throws ExperimentException {
        return ExperimentReader.parse(file, text, settings, new Folders(List.of(folder(file))));
    }

    /// The experiment that a run carries out. From then on the run's trials are expected to be of its space.
    ///
    /// @throws ExperimentException if this version does not understand it
    public static Experiment of(StoredRun run) throws ExperimentException {
        String file = of(run.directory()).toString();
        Manifest manifest = run.manifest();
        var folders = new ArrayList<Path>(List.of(folder(file)));
        Optional.ofNullable(manifest.provenance().get(BEGUN_IN)).map(Path::of).ifPresent(folders::add);
        List<String> older = EvolutionSection.older(manifest.text());
        Experiment experiment = ExperimentReader.parse(file, manifest.text(), older, new Folders(folders));
        run.expect(experiment.space());
        return experiment;
    }

    /// The file in which a run keeps its experiment for people.
    public static Path of(RunDirectory directory) {
        return directory.path().resolve("experiment.yaml");
    }

    /// Keeps the experiment of a run for people, in place of what was kept.
    ///
    /// @throws StoreException if the file can't be written
    public static void keep(RunDirectory directory, Experiment experiment) {
        Path file = of(directory);
        try {
            Path written =
                    Files.writeString(directory.path().resolve("experiment.yaml.new"), text(experiment, directory));
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StoreException(file + ": can't be written: " + e.getMessage(), e);
        }
    }

    /// Settings of an evolution as a file writes them, by name.
    public static Map<String, String> text(EvolutionSettings settings) {
        return EvolutionSection.write(settings);
    }

    /// Limits as settings of a file, by path: `budget.trials`.
    public static Map<String, String> text(Budget budget) {
        var settings = new LinkedHashMap<String, String>();
        BudgetSection.write(budget).forEach((name, limit) -> settings.put("budget." + name, limit));
        settings.put("failures.stop-after", FailuresSection.write(budget, 0).get("stop-after"));
        return settings;
    }

    /// An experiment as a file, its defaults written out and its paths absolute; reads back as an experiment
    /// that means the same.
    public static String text(Experiment experiment) {
        return ExperimentWriter.of(experiment, null);
    }

    /// An experiment that was read from a file, as a copy of it with configurations for the first population:
    /// the text as the user wrote it where that means the same with them added, else as [#text] writes it.
    ///
    /// @param copy where the text will be, from where its paths start
    public static String text(Experiment experiment, List<Map<String, Value>> initial, Path copy) {
        Experiment wanted = experiment.withInitial(initial).withText("");
        String added = InitialSection.added(experiment.text(), initial);
        try {
            if (parse(copy.toString(), added, List.of()).withText("").equals(wanted)) {
                return added;
            }
        } catch (ExperimentException e) {
            // it has such a section already, or a form to which nothing can be added at the end
        }
        return text(wanted);
    }

    /// An experiment as the file of a run, whose paths are relative to the run's directory.
    public static String text(Experiment experiment, RunDirectory directory) {
        return ExperimentWriter.of(experiment, directory.path());
    }

    private static Path folder(String file) {
        return Objects.requireNonNull(Path.of(file).toAbsolutePath().normalize().getParent());
    }
}
