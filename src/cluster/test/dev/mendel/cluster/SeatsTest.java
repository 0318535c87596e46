package dev.mendel.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
@Tag("cluster")
class SeatsTest {
    private static final FoldReply NOTHING = new FoldReply.Unreached("");

    private final Seats seats = new Seats();

    @Test
    void workByTurnsIsDoneOnOneThread() throws InterruptedException {
        var threads = new AtomicReference<Thread>();
        for (int i = 0; i < 3; i++) {
            seats.run(Map.of(), number -> {
                assertThat(number).isOne();
                Thread before = threads.getAndSet(Thread.currentThread());
                assertThat(before).isIn(null, Thread.currentThread());
                return NOTHING;
            });
        }
        assertThat(threads.get()).isNotSameAs(Thread.currentThread());
    }

    @Test
    void workAtOnceAndWorkOfOtherEnvironmentsHasSeatsOfItsOwn() throws InterruptedException {
        seats.run(Map.of(), first -> {
            seats.run(Map.of(), second -> {
                assertThat(second).isEqualTo(2);
                return NOTHING;
            });
            seats.run(Map.of("CUDA_VISIBLE_DEVICES", "1"), third -> {
                assertThat(third).isEqualTo(3);
                return NOTHING;
            });
            return NOTHING;
        });
        seats.run(Map.of("CUDA_VISIBLE_DEVICES", "1"), again -> {
            assertThat(again).isEqualTo(3);
            return NOTHING;
        });
    }

    @Test
    void whoIsInterruptedWaitsForTheWorkToEnd() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var ended = new AtomicBoolean();
        var seen = new AtomicBoolean();
        Thread caller = Thread.ofPlatform()
                .start(() -> assertThatThrownBy(() -> seats.run(Map.of(), _ -> {
                            begun.countDown();
                            try {
                                Thread.sleep(60_000);
                            } finally {
                                ended.set(true);
                            }
                            return NOTHING;
                        }))
                        .isInstanceOf(InterruptedException.class)
                        .satisfies(_ -> seen.set(ended.get())));
        begun.await();
        caller.interrupt();
        caller.join();
        assertThat(seen).isTrue();
        seats.run(Map.of(), number -> {
            assertThat(number).isOne();
            return NOTHING;
        });
    }

    @Test
    void errorsOfTheMachineArriveAsTheyAre() {
        assertThatThrownBy(() -> seats.run(Map.of(), _ -> {
                    throw new OutOfMemoryError("full");
                }))
                .isInstanceOf(OutOfMemoryError.class);
        assertThatThrownBy(() -> seats.run(Map.of(), _ -> {
                    throw new IllegalStateException("odd");
                }))
                .hasMessage("a fold could not be evaluated")
                .hasRootCauseMessage("odd");
    }
}
