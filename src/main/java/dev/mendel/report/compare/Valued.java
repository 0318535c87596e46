package dev.mendel.report.compare;

import dev.mendel.report.compare.Comparison.Again;
import dev.mendel.report.compare.Comparison.Arm;
import dev.mendel.report.compare.Comparison.Difference;
import dev.mendel.report.compare.Comparison.Member;
import dev.mendel.report.compare.Comparison.Quartiles;
import dev.mendel.report.compare.Comparison.Reference;
import dev.mendel.report.compare.Comparison.Step;
import dev.mendel.trial.Direction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A comparison whose scores have become the objective's own values.
record Valued(Direction direction) {
    Comparison of(Comparison scored) {
        Reference reference = scored.reference();
        return new Comparison(
                scored.experiment(),
                scored.unit(),
                scored.limits(),
                new Reference(
                        value(reference.best()),
                        reference.configuration(),
                        reference.near(),
                        reference.veryNear(),
                        reference.grid()),
                scored.arms().stream().map(this::arm).toList(),
                scored.differences().stream().map(this::difference).toList());
    }

    private double value(double score) {
        return direction.value(score);
    }

    private @Nullable Double maybe(@Nullable Double score) {
        return score == null ? null : Double.valueOf(value(score));
    }

    private Arm arm(Arm arm) {
        return new Arm(
                arm.name(),
                arm.runs().stream().map(this::member).toList(),
                quartiles(arm.byTrials()),
                quartiles(arm.bySeconds()));
    }

    private Member member(Member member) {
        return new Member(
                member.run(),
                member.seed(),
                member.trials(),
                member.failed(),
                member.takenOver(),
                member.passes(),
                member.computeSeconds(),
                member.wallSeconds(),
                maybe(member.best()),
                member.winner(),
                member.rank(),
                member.near(),
                member.veryNear(),
                maybe(member.test()),
                again(member.foldsAgain()),
                again(member.freshPairs()),
                member.steps().stream()
                        .map(step -> new Step(step.trials(), step.computeSeconds(), value(step.best())))
                        .toList());
    }

    private @Nullable Again again(@Nullable Again again) {
        return again == null
                ? null
                : new Again(
                        value(again.mean()),
                        again.standardError(),
                        again.values().stream().map(this::value).toList());
    }

    private List<Quartiles> quartiles(List<Quartiles> curve) {
        return curve.stream()
                .map(point -> new Quartiles(
                        point.at(),
                        Math.min(value(point.lower()), value(point.upper())),
                        value(point.median()),
                        Math.max(value(point.lower()), value(point.upper()))))
                .toList();
    }

    private Difference difference(Difference difference) {
        return new Difference(
                difference.one(),
                difference.other(),
                difference.of(),
                difference.test(),
                difference.count(),
                value(difference.difference()),
                difference.pValue(),
                difference.adjusted());
    }
}
