package dev.mendel.experiment.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.experiment.Experiment;
import dev.mendel.experiment.ExperimentException;
import dev.mendel.trial.Seed;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExperimentWriterTest {
    @Test
    void everyExperimentReadsBackFromItsText() throws ExperimentException {
        var experiments = new RandomExperiments(new Seed(3));
        for (int i = 0; i < 500; i++) {
            Experiment experiment = experiments.next();
            String text = ExperimentFile.text(experiment);
            Experiment read = ExperimentFile.parse("x.yaml", text, List.of());
            assertThat(read).as(text).isEqualTo(experiment.withText(text));
            assertThat(ExperimentFile.text(read)).isEqualTo(text);
        }
    }

    @Test
    void everyTextObeysTheSchema() throws IOException {
        var schema = ExperimentSchema.load();
        var experiments = new RandomExperiments(new Seed(4));
        for (int i = 0; i < 100; i++) {
            String text = ExperimentFile.text(experiments.next());
            assertThat(schema.faults(text)).as(text).isEmpty();
        }
    }

    @Test
    void theTextSpellsOutDefaults() throws ExperimentException {
        String written = """
                experiment: x
                description: "true"
                objective: {digit-pairs: {pairs: 600, tower: [linear 10]}}
                space:
                  optimizer: {choices: [sgd, adam, adamw], equivalent: [[adam, adamw]]}
                  momentum: {real: [0, 0.9], when: {optimizer: sgd}}
                initial: [{optimizer: adam}]
                budget: {time: 90s}
                """;
        assertThat(ExperimentFile.text(ExperimentFile.parse("x.yaml", written, List.of())))
                .isEqualTo("""
                # as Mendel read it; settings that digit-pairs leaves out are at their defaults
                experiment: x
                description: "true"
                objective:
                  digit-pairs: {pairs: 600, tower: [linear 10]}
                space:
                  optimizer: {choices: [sgd, adam, adamw], equivalent: [[adam, adamw]]}
                  momentum: {real: [0.0, 0.9], scale: linear, when: {optimizer: [sgd]}}
                initial:
                  - {optimizer: adam}
                evolution: {population: 10, children: 4, elite: 1, tournament: 3, crossover: 0.8, mutations: 1, \
                step: 0.2, reset: 0.1, duplicates: reject, diversity: {individuality: 0.0, scaling: relative, sharing: 0.0}, \
                screening: {candidates: 32, newcomers: 0.25, trials: 500, acquisition: turns, near: 100}}
                budget: {generations: unlimited, trials: unlimited, time: 1m30s}
                failures: {stop-after: 50, retry: 0}
                seed: 1
                """);
    }
}
