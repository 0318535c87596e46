package dev.mendel.run;

import dev.mendel.trial.evaluate.FoldSite;
import dev.mendel.trial.evaluate.SiteException;
import java.util.Map;

/// A cluster that evaluates the folds of sessions, instead of this process.
public interface Cluster {
    /// How machines get the files of an objective: its program, source or jars.
    enum Files {
        /// They are sent along.
        SHIPPED,
        /// They are at the same place on every machine.
        SHARED
    }

    /// For people.
    String address();

    /// Connects to it; the folds of a run are evaluated there until the site is closed.
    ///
    /// @param width how many folds will be handed to it at once, at most
    /// @throws SiteException if it can't be reached, or refuses
    FoldSite connect(ShippedRun run, int width);

    /// Knows clusters of a kind; found by [java.util.ServiceLoader], since it is an optional part.
    interface Part {
        /// The addresses that it knows, for people: `spark://HOST:PORT`.
        String addresses();

        /// The cluster at an address; nothing is connected as yet.
        ///
        /// @param settings of the cluster's software, by name
        /// @param files how the machines get those of the objective
        /// @throws IllegalArgumentException if an address or setting can't be one; the message
        ///     says what is allowed
        Cluster at(String address, Map<String, String> settings, Files files);
    }
}
