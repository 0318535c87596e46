/// A YAML file as nodes that know their places, and all its faults at once.
///
/// The raw half of reading an experiment: text becomes a tree of [dev.mendel.experiment.yaml.Node]s, settings
/// of the command line are put into it, and [dev.mendel.experiment.yaml.Field]s are read out of it one by one,
/// each fault reported once, with its place. Knows nothing of experiments; the only home of SnakeYAML. Start
/// reading at [dev.mendel.experiment.yaml.YamlReader].
@NullMarked
package dev.mendel.experiment.yaml;

import org.jspecify.annotations.NullMarked;
