package dev.mendel.store;

import dev.mendel.search.RunKind;
import dev.mendel.store.Sql.Damage;
import dev.mendel.trial.Direction;
import dev.mendel.trial.Goals;
import dev.mendel.trial.Seed;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The tables `manifest` and `provenance`: texts by name.
record ManifestTable(Sql sql) {
    static final List<String> TABLES = List.of(
            "manifest (name text primary key, value text not null) without rowid",
            "provenance (name text primary key, value text not null) without rowid");

    void write(Manifest manifest, @Nullable Group group) throws SQLException {
        var entries = Map.of(
                "experiment", manifest.experiment(),
                "text", manifest.text(),
                "strategy", manifest.kind().word(),
                "seed", Long.toString(manifest.seed().value()),
                "created", manifest.created().toString(),
                "data", manifest.dataHash(),
                "direction", manifest.direction().name(),
                "arithmetic", Integer.toString(manifest.arithmetic()),
                "goals", GoalsEntry.write(manifest.goals()));
        for (var entry : entries.entrySet()) {
            put(entry.getKey(), entry.getValue());
        }
        for (var entry : manifest.provenance().entrySet()) {
            sql.update("insert into provenance values (?, ?)", entry.getKey(), entry.getValue());
        }
        if (group != null) {
            write(group);
        }
    }

    void writeText(String text) throws SQLException {
        put("text", text);
    }

    /// @param runs the other runs whose finished trials are taken over
    void writeConsulted(List<String> runs) throws SQLException {
        put("known", String.join("\n", runs));
    }

    private void write(Group group) throws SQLException {
        put("group", group.name());
        put("group-first", Long.toString(group.first()));
        put("group-count", Integer.toString(group.count()));
    }

    Manifest read() throws SQLException {
        Map<String, String> entries = texts("manifest");
        return new Manifest(
                entry(entries, "experiment", Function.identity()),
                entry(entries, "text", Function.identity()),
                entry(entries, "strategy", ManifestTable::kind),
                entry(entries, "seed", text -> new Seed(Long.parseLong(text))),
                entry(entries, "created", Instant::parse),
                entry(entries, "data", Function.identity()),
                texts("provenance"),
                // runs from before there was a choice have no entry
                entries.containsKey("direction") ? entry(entries, "direction", Direction::valueOf) : Direction.MAXIMISE,
                entries.containsKey("arithmetic") ? entry(entries, "arithmetic", Integer::valueOf) : 1,
                readGoals(entries));
    }

    Goals readGoals() throws SQLException {
        return readGoals(texts("manifest"));
    }

    private static Goals readGoals(Map<String, String> entries) {
        return entries.containsKey("goals") ? entry(entries, "goals", GoalsEntry::read) : Goals.NONE;
    }

    List<String> readConsulted() throws SQLException {
        return texts("manifest").getOrDefault("known", "").lines().toList();
    }

    Optional<Group> readGroup() throws SQLException {
        Map<String, String> entries = texts("manifest");
        return entries.containsKey("group")
                ? Optional.of(new Group(
                        entry(entries, "group", Function.identity()),
                        entry(entries, "group-first", Long::valueOf),
                        entry(entries, "group-count", Integer::valueOf)))
                : Optional.empty();
    }

    private void put(String name, String value) throws SQLException {
        sql.update("insert or replace into manifest values (?, ?)", name, value);
    }

    private Map<String, String> texts(String table) throws SQLException {
        var texts = new LinkedHashMap<String, String>();
        sql.query("select name, value from " + table + " order by name", row -> texts.put(row.text(1), row.text(2)));
        return texts;
    }

    private static RunKind kind(String word) {
        return RunKind.find(word)
                .orElseThrow(() -> new IllegalArgumentException("this version knows "
                        + Arrays.stream(RunKind.values()).map(RunKind::word).toList()));
    }

    private static <T> T entry(Map<String, String> entries, String name, Function<String, T> reading) {
        String value = entries.get(name);
        if (value == null) {
            throw new Damage("its manifest has no " + name);
        }
        try {
            return reading.apply(value);
        } catch (RuntimeException e) {
            throw new Damage("its manifest's " + name + " can't be read: " + value + " (" + e.getMessage() + ")");
        }
    }
}
