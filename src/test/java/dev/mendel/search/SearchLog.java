package dev.mendel.search;

import dev.mendel.space.Configuration;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.Trial;
import java.util.ArrayList;
import java.util.List;

/// Writes down what a search asked for and what became of it.
public class SearchLog implements SearchListener {
    /// The trials, in the order in which they were asked for.
    public final List<Trial> asked = new ArrayList<>();

    public final List<Generation> generations = new ArrayList<>();

    public final List<GenerationSummary> summaries = new ArrayList<>();

    private int failed;

    @Override
    public void asked(int generation, List<Trial> trials) {
        asked.addAll(trials);
    }

    @Override
    public void finished(Trial trial, Outcome outcome) {
        if (outcome instanceof Outcome.Failed) {
            failed++;
        }
    }

    @Override
    public void generationFinished(Generation generation, GenerationSummary summary) {
        generations.add(generation);
        summaries.add(summary);
    }

    /// The configurations, in the order in which they were asked for.
    public List<Configuration> configurations() {
        return asked.stream().map(Trial::configuration).toList();
    }

    /// How many trials failed.
    public int failed() {
        return failed;
    }

    public Generation last() {
        return generations.getLast();
    }
}
