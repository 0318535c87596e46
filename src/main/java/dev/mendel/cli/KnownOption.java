package dev.mendel.cli;

import dev.mendel.store.RunDirectory;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/// The option for other runs whose finished trials are taken over.
final class KnownOption {
    @Option(
            names = "--known",
            paramLabel = "RUN",
            completionCandidates = RunNames.class,
            description =
                    "take over finished trials of this run, or group, of the same objective instead of training them again;"
                            + " the result is the same; may be repeated")
    private List<String> runs = List.of();

    List<RunDirectory> in(Path output) {
        return runs.stream()
                .flatMap(run -> RunDirectory.findAll(output, run).stream())
                .distinct()
                .toList();
    }
}
