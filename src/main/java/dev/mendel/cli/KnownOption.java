package dev.mendel.cli;

import dev.mendel.store.RunDirectory;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/// Which other runs are asked for what they have finished.
final class KnownOption {
    @Option(
            names = "--known",
            paramLabel = "RUN",
            description =
                    "take over what this run, or group, of the same objective has finished instead of training it again;"
                            + " what is found is the same; may be repeated")
    private List<String> runs = List.of();

    List<RunDirectory> in(Path output) {
        return runs.stream()
                .flatMap(run -> RunDirectory.findAll(output, run).stream())
                .distinct()
                .toList();
    }
}
