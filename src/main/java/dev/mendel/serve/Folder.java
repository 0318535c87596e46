package dev.mendel.serve;

import dev.mendel.store.RunDirectory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// The runs that are served: those of a folder, and one that may be elsewhere.
record Folder(Path output, Optional<RunDirectory> other) {

    /// The run of exactly that name among those that are there. A name is never made part of a path.
    Optional<RunDirectory> find(String name) {
        return runs().filter(run -> run.name().equals(name)).findFirst();
    }

    /// All runs, in any order.
    Stream<RunDirectory> runs() {
        Stream<RunDirectory> listed = RunDirectory.listed(output).stream();
        return other.isEmpty()
                ? listed
                : Stream.concat(
                        other.stream(),
                        listed.filter(run -> !run.name().equals(other.get().name())));
    }

    /// The address of a run's page.
    static String address(String run) {
        return "/runs/" + URLEncoder.encode(run, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
