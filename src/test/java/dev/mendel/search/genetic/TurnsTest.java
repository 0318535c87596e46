package dev.mendel.search.genetic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.search.genetic.Turns.Way;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final Turns turns = new Turns();
    private double best;
    private boolean plateau;

    private void raise(int generation) {
        turns.add(generation, ++best, false);
    }

    private void fail(int generation) {
        turns.add(generation, -1, plateau);
    }

    /// The ways of generations of which those of one way alone raise the best score.
    private List<Way> ways(Way raising, int count) {
        var ways = new ArrayList<Way>();
        for (int generation = 1; generation <= count; generation++) {
            Way way = turns.of(generation).way();
            ways.add(way);
            if (way == raising) {
                raise(generation);
            } else {
                fail(generation);
            }
        }
        return ways;
    }

    private static long share(List<Way> ways, Way of) {
        return 100L * ways.stream().filter(of::equals).count() / ways.size();
    }

    @Test
    void theWayThatRaisesTheBestIsTakenMostAndTheOtherNowAndThen() {
        List<Way> ways = ways(Way.NEAR, 100);
        assertThat(share(ways, Way.NEAR)).isBetween(50L, 65L);
        assertThat(share(ways, Way.ALL)).isBetween(10L, 25L);
        List<Way> others = new TurnsTest().ways(Way.ALL, 100);
        assertThat(share(others, Way.ALL)).isBetween(50L, 65L);
        assertThat(share(others, Way.NEAR)).isBetween(10L, 25L);
    }

    @Test
    void everyFourthGenerationLooksElsewhereOnceThereIsABest() {
        List<Way> ways = ways(Way.NEAR, 40);
        for (int generation = 1; generation <= 40; generation++) {
            boolean elsewhere = generation >= 8 && generation % 4 == 3;
            assertThat(ways.get(generation - 1) == Way.ELSEWHERE).isEqualTo(elsewhere);
        }
        assertThat(List.of(
                        turns.of(43).distance(),
                        turns.of(47).distance(),
                        turns.of(51).distance()))
                .doesNotHaveDuplicates();
    }

    @Test
    void onAPlateauItLooksWhereNothingIsKnownUntilThereIsABetterOne() {
        assertThat(ways(Way.NEAR, 11)).contains(Way.NEAR, Way.ELSEWHERE).doesNotContain(Way.UNKNOWN);
        plateau = true;
        fail(12);
        var flat = new ArrayList<Way>();
        for (int generation = 13; generation < 30; generation++) {
            flat.add(turns.of(generation).way());
            fail(generation);
        }
        assertThat(flat).contains(Way.UNKNOWN, Way.ALL).doesNotContain(Way.NEAR, Way.ELSEWHERE);
        plateau = false;
        raise(30);
        var after = new ArrayList<Way>();
        for (int generation = 31; generation < 50; generation++) {
            after.add(turns.of(generation).way());
            fail(generation);
        }
        assertThat(after).contains(Way.NEAR, Way.ELSEWHERE).doesNotContain(Way.UNKNOWN);
    }

    @Test
    void stepsShrinkWhereTheyFailAndGrowWhereTheySucceedAndBeginAnewWhenTheyAreTiny() {
        turns.add(0, 0, false);
        int generation = 1;
        double length = 0.2;
        double shortest = 1;
        for (; generation < 300; generation++) {
            if (turns.of(generation).way() == Way.NEAR) {
                assertThat(turns.of(generation).length()).isEqualTo(length);
                shortest = Math.min(shortest, length);
                length *= 0.6;
                length = length < 1e-5 ? 0.2 : length;
            }
            fail(generation);
        }
        assertThat(shortest).isLessThan(2e-5);
        while (turns.of(generation).way() != Way.NEAR || turns.of(generation).length() > 0.1) {
            fail(generation++);
        }
        length = turns.of(generation).length();
        raise(generation++);
        while (turns.of(generation).way() != Way.NEAR) {
            fail(generation++);
        }
        assertThat(turns.of(generation).length()).isEqualTo(length * 1.5);
    }

    /// As in a run that goes on: everything is told at once; generations without new trials are not told at
    /// all.
    @Test
    void dependsOnWhatWasToldAlone() {
        var later = new Turns();
        for (int generation = 1; generation < 60; generation++) {
            turns.of(generation);
            if (generation % 5 != 0) {
                turns.add(generation, Math.sin(generation * generation), generation > 50);
            }
        }
        for (int generation = 1; generation < 60; generation++) {
            if (generation % 5 != 0) {
                later.add(generation, Math.sin(generation * generation), generation > 50);
            }
        }
        assertThat(later.of(60)).isEqualTo(turns.of(60));
        assertThat(later.of(61)).isEqualTo(turns.of(61));
    }
}
