package dev.mendel.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendel.training.Examples;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkTest {
    private static final Tower TEN = Examples.tower("linear 10");

    @Test
    void theFullyConnectedNetworkOfDengAndLiHasTheirNumberOfParameters() {
        var layers = new ArrayList<Layer>();
        for (int units : List.of(512, 256, 128, 64, 32)) {
            layers.addAll(List.of(new Layer.Linear(units), new Layer.BatchNorm(), new Layer.Relu()));
        }
        var network = new Network(new Tower(layers), Sharing.JOINT, new Head.Linear(), false);
        assertThat(network.parameters()).isEqualTo(377_826);
    }

    @Test
    void theDeepSiameseNetworkOfKimLoftssonAndMadronaHasTheirNumberOfParameters() {
        Tower tower = Examples.tower(
                "conv 32 3x3 padding 1",
                "relu",
                "pool 2",
                "conv 64 3x3 padding 1",
                "relu",
                "pool 2",
                "linear 100",
                "relu",
                "linear 70",
                "relu",
                "linear 50",
                "relu",
                "linear 10");
        var network = new Network(tower, Sharing.SHARED, new Head.Perceptron(10), true);
        assertThat(network.parameters()).isEqualTo(87_878);
    }

    @Test
    void separateTowersHaveParametersOfTheirOwn() {
        var shared = new Network(TEN, Sharing.SHARED, new Head.Linear(), true);
        var separate = new Network(TEN, Sharing.SEPARATE, new Head.Linear(), true);
        assertThat(separate.parameters() - shared.parameters()).isEqualTo(10 * 197);
    }

    @Test
    void aProjectionAndAClassifierTakeWhatATowerGivesAndAreSharedAsItIs() {
        Tower features = Examples.tower("conv 4 3x3", "relu", "pool 4");
        Tower projection = Examples.tower("linear 6", "relu");
        Tower classifier = Examples.tower("linear 7", "relu", "linear 10");
        var shared = new Network(features, projection, classifier, Sharing.SHARED, new Head.Linear(), true);
        var separate = new Network(features, projection, classifier, Sharing.SEPARATE, new Head.Linear(), true);
        int tower = 4 * 10 + 6 * 37 + 7 * 37 + 10 * 8;
        assertThat(shared.headInputs()).isEqualTo(12);
        assertThat(shared.parameters()).isEqualTo(tower + 2 * 13);
        assertThat(separate.parameters()).isEqualTo(2 * tower + 2 * 13);
        assertThat(new Slots(separate).size()).isEqualTo(separate.parameters());
    }

    @Test
    void branchesThatDoNotFitAreRefused() {
        Tower nine = Examples.tower("linear 9");
        Tower pool = Examples.tower("relu", "pool 2");
        assertThatThrownBy(() -> new Network(TEN, Tower.NONE, nine, Sharing.SHARED, new Head.Linear(), true))
                .hasMessage("a classifier gives 10 numbers, one for each class; this one gives 9");
        assertThatThrownBy(() -> new Network(nine, Tower.NONE, pool, Sharing.SHARED, new Head.Linear(), true))
                .hasMessage("in the classifier, layer 2 (pool 2): 9 numbers come in, it needs images of at least 2x2");
        assertThatThrownBy(() -> new Network(nine, pool, TEN, Sharing.SHARED, new Head.Linear(), true))
                .hasMessageStartingWith("in the projection, layer 2 (pool 2): 9 numbers come in");
        assertThatThrownBy(() -> new Network(nine, Tower.NONE, TEN, Sharing.SHARED, new Head.Linear(), false))
                .hasMessageContaining("a classifier learns from the auxiliary loss alone");
        assertThatThrownBy(() -> new Network(nine, nine, TEN, Sharing.SHARED, new Head.LessOrEqual(), true))
                .hasMessageContaining("a projection would learn nothing");
        assertThatThrownBy(() -> new Network(Tower.NONE, Sharing.SHARED, new Head.Linear(), false))
                .hasMessage("a tower has at least one layer");
    }

    @Test
    void partsThatDoNotFitTogetherAreRefused() {
        assertThatThrownBy(() -> new Network(TEN, Sharing.JOINT, new Head.Linear(), true))
                .hasMessageContaining("names neither");
        assertThatThrownBy(() -> new Network(TEN, Sharing.SHARED, new Head.LessOrEqual(), false))
                .hasMessageContaining("needs the auxiliary loss");
        assertThatThrownBy(() -> new Network(Examples.tower("linear 9"), Sharing.SHARED, new Head.Linear(), true))
                .hasMessage("a tower that names digits gives 10 numbers, one for each class; this one gives 9");
    }
}
