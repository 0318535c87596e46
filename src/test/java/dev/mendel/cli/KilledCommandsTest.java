package dev.mendel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Whatever command is killed at whatever instant, no result is lost, and it goes on to the same end.
@Tag("proof")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the program is a shell script")
class KilledCommandsTest {
    private static final int KILLS = Integer.getInteger("mendel.kills", 12);

    @Test
    void nothingIsLostAndNothingDiffers(@TempDir Path folder) throws Exception {
        var proof = new KillProof(folder, new SplittableRandom());
        for (int kills = Math.min(KILLS, 100); proof.tally.kills < KILLS; kills += 100) {
            proof.kill(Math.min(kills, KILLS));
            System.out.println(proof.tally);
        }
        assertThat(proof.tally.faults).isEmpty();
        assertThat(proof.tally.asked).isGreaterThanOrEqualTo(KILLS >= 40 ? 1 : 0);
        assertThat(proof.tally.during + proof.tally.inResume).isPositive();
    }
}
