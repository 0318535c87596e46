"""Prints the numbers that the tests of dev.mendel.training hold against PyTorch's own.

Needs PyTorch (written with 2.13). Run it and compare, or paste what changed:

    python3 src/test/python/reference.py
"""

import torch
import torch.nn.functional as F

torch.set_num_threads(1)


def losses():
    logits = torch.tensor([[0.5, -1.2, 2.0], [1.5, 0.3, -0.7]], dtype=torch.float64, requires_grad=True)
    truth = torch.tensor([2, 1])
    one_hot = F.one_hot(truth, 3).double()
    cases = {
        "cross-entropy": lambda: F.cross_entropy(logits, truth),
        "nll": lambda: F.nll_loss(F.log_softmax(logits, 1), truth),
        "mse": lambda: F.mse_loss(torch.softmax(logits, 1), one_hot),
        "l1": lambda: F.l1_loss(torch.softmax(logits, 1), one_hot),
    }
    smoothed = 0.8 * one_hot + 0.2 / 3
    cases |= {
        "cross-entropy smoothed": lambda: F.cross_entropy(logits, truth, label_smoothing=0.2),
        "mse smoothed": lambda: F.mse_loss(torch.softmax(logits, 1), smoothed),
        "l1 smoothed": lambda: F.l1_loss(torch.softmax(logits, 1), smoothed),
    }
    for name, loss in cases.items():
        logits.grad = None
        value = loss()
        value.backward()
        print("loss", name, repr(value.item()), logits.grad.flatten().tolist())


def optimizers():
    gradients = [[0.5, -2.0, 1e-4], [0.25, 1.0, -1e-4], [-0.125, 0.5, 0.0], [3.0, -0.75, 2e-4]]
    cases = {
        "sgd": lambda p: torch.optim.SGD(p, lr=0.1),
        "sgd momentum decay": lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9, weight_decay=0.05),
        "adam": lambda p: torch.optim.Adam(p, lr=0.01),
        "adam decay": lambda p: torch.optim.Adam(p, lr=0.01, weight_decay=0.05),
        "adamw": lambda p: torch.optim.AdamW(p, lr=0.01),
        "adagrad": lambda p: torch.optim.Adagrad(p, lr=0.1),
        "adagrad decay": lambda p: torch.optim.Adagrad(p, lr=0.1, weight_decay=0.05),
    }
    for name, make in cases.items():
        for dtype in (torch.float32, torch.float64):
            weights = torch.tensor([1.0, -0.5, 0.25], dtype=dtype, requires_grad=True)
            optimizer = make([weights])
            for gradient in gradients:
                weights.grad = torch.tensor(gradient, dtype=dtype)
                optimizer.step()
            print("optimizer", name, dtype, weights.tolist())


def schedules():
    make = {
        "cosine": lambda o: torch.optim.lr_scheduler.CosineAnnealingLR(o, T_max=10),
        "one-cycle": lambda o: torch.optim.lr_scheduler.OneCycleLR(o, max_lr=0.1, total_steps=10, cycle_momentum=False),
    }
    for name, scheduler in make.items():
        optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.1)
        schedule = scheduler(optimizer)
        rates = []
        for _ in range(10):
            rates.append(optimizer.param_groups[0]["lr"])
            optimizer.step()
            schedule.step()
        print("schedule", name, rates)


def initialisation():
    for name, layer in {
        "linear 576 -> 100": torch.nn.Linear(576, 100),
        "conv 32 -> 64": torch.nn.Conv2d(32, 64, 3),
    }.items():
        print("initial", name, "largest weight", layer.weight.abs().max().item(), "largest bias",
              layer.bias.abs().max().item(), "deviation", layer.weight.std().item())


def pattern(count, factor, modulus, scale):
    """Numbers anybody can make again: ((i * factor) mod modulus - modulus / 2) / scale, in single precision."""
    return torch.tensor([((i * factor) % modulus - modulus // 2) / scale for i in range(count)],
                        dtype=torch.float32).double()


class Pairs:
    """A pair network with patterns for parameters, computed in double precision."""

    def __init__(self, tower, sharing, head, outputs, projection=(), classifier=()):
        self.tower, self.sharing, self.head = tower, sharing, head
        self.projection, self.classifier = projection, classifier
        self.shapes = []
        self.statistics = []
        for _ in range(2 if sharing == "separate" else 1):
            given = self.add(tower, (2 if sharing == "joint" else 1, 14, False))
            self.add(projection, given)
            self.add(classifier, given)
        inputs = outputs if sharing == "joint" else 2 * outputs
        if head == "linear":
            self.shapes += [(2, inputs), (2,)]
        elif head > 0:
            self.shapes += [(head, inputs), (head,), (2, head), (2,)]
        size = sum(torch.Size(shape).numel() for shape in self.shapes)
        self.parameters = pattern(size, 37, 101, 250).requires_grad_()

    def add(self, layers, given):
        """Adds what layers learn; says what they give: channels or numbers, the side of images, whether it is flat."""
        features, side, flat = given
        for layer in layers:
            kind = layer[0]
            if kind == "conv":
                _, channels, kernel, stride, padding = layer
                self.shapes += [(channels, features, kernel, kernel), (channels,)]
                features, side = channels, (side + 2 * padding - kernel) // stride + 1
            elif kind == "pool":
                side = (side - layer[1]) // layer[2] + 1
            elif kind == "linear":
                inputs = features if flat else features * side * side
                self.shapes += [(layer[1], inputs), (layer[1],)]
                features, flat = layer[1], True
            elif kind == "norm":
                self.shapes += [(features,), (features,)]
                self.statistics += [torch.zeros(features).double(), torch.ones(features).double()]
        return features, side, flat

    def run(self, first, second, training):
        pieces = iter(piece.reshape(shape) for piece, shape in zip(
            self.parameters.split([torch.Size(shape).numel() for shape in self.shapes]), self.shapes))
        statistics = iter(self.statistics)
        given = (pieces, statistics, training)
        if self.sharing == "shared":
            compared, classes = self.read(torch.cat([first, second]), *given)
            x = torch.cat(compared.split(len(first)), 1)
            a, b = classes.split(len(first))
        elif self.sharing == "separate":
            left, a = self.read(first, *given)
            right, b = self.read(second, *given)
            x = torch.cat([left, right], 1)
        else:
            x = self.read(torch.cat([first, second], 1), *given)[0]
            a = b = None
        if self.head == "linear":
            x = F.linear(x, next(pieces), next(pieces))
        elif self.head > 0:
            x = F.linear(F.relu(F.linear(x, next(pieces), next(pieces))), next(pieces), next(pieces))
        return x, a, b

    def read(self, x, *given):
        """What the head takes of images, and the logits of their classes."""
        features = self.layers(self.tower, x, *given)
        compared = self.layers(self.projection, features, *given)
        return compared.flatten(1), self.layers(self.classifier, features, *given).flatten(1)

    def layers(self, layers, x, pieces, statistics, training):
        for layer in layers:
            kind = layer[0]
            if kind == "conv":
                x = F.conv2d(x, next(pieces), next(pieces), stride=layer[3], padding=layer[4])
            elif kind == "pool":
                x = F.max_pool2d(x, layer[1], layer[2])
            elif kind == "relu":
                x = F.relu(x)
            elif kind == "linear":
                x = F.linear(x.flatten(1), next(pieces), next(pieces))
            elif kind == "norm":
                mean, variance = next(statistics), next(statistics)
                x = F.batch_norm(x, mean, variance, next(pieces), next(pieces), training)
            elif kind == "dropout" and training:
                mask = torch.tensor([2.0 if i % 3 else 0.0 for i in range(x.numel())]).double()
                x = x * mask.reshape(x.shape)
        return x


def networks():
    pairs = 3
    first = pattern(pairs * 196, 53, 97, 40).reshape(pairs, 1, 14, 14)
    second = pattern(pairs * 196, 29, 89, 40).reshape(pairs, 1, 14, 14)
    classes = (torch.tensor([3, 0, 9]), torch.tensor([3, 7, 1]))
    targets = torch.tensor([1, 1, 0])

    def cross_entropy(x, truth):
        return F.cross_entropy(x, truth)

    def mse(x, truth):
        return F.mse_loss(torch.softmax(x, 1), F.one_hot(truth, x.shape[1]).double())

    def l1(x, truth):
        return F.l1_loss(torch.softmax(x, 1), F.one_hot(truth, x.shape[1]).double())

    everything = [("conv", 3, 3, 2, 2), ("norm",), ("relu",), ("pool", 3, 2), ("conv", 4, 2, 1, 0), ("relu",),
                  ("dropout",), ("linear", 6), ("norm",), ("relu",), ("linear", 10)]
    plain = [("conv", 3, 3, 1, 1), ("relu",), ("pool", 2, 2), ("conv", 4, 3, 1, 1), ("relu",), ("pool", 2, 2),
             ("linear", 6), ("relu",), ("linear", 10)]
    features = [("conv", 3, 3, 2, 2), ("relu",), ("norm",), ("pool", 3, 2)]
    projection = [("dropout",), ("linear", 5), ("relu",)]
    classifier = [("dropout",), ("linear", 7), ("norm",), ("relu",), ("linear", 10)]
    connected = [("linear", 12), ("norm",), ("relu",), ("linear", 5)]
    cases = [
        ("everything shared", Pairs(everything, "shared", 4, 10), cross_entropy, cross_entropy, 0.5),
        ("everything separate", Pairs(everything, "separate", "linear", 10), mse, l1, 0.25),
        ("plain separate", Pairs(plain, "separate", 0, 10), None, cross_entropy, 1),
        ("plain shared", Pairs(plain, "shared", 5, 10), l1, mse, 1),
        ("branches shared", Pairs(features, "shared", "linear", 5, projection, classifier), cross_entropy,
         cross_entropy, 0.5),
        ("branches separate", Pairs(features, "separate", 4, 5, projection, classifier), cross_entropy, mse, 2),
        ("connected joint", Pairs(connected, "joint", "linear", 5), cross_entropy, None, 0),
    ]
    for name, network, comparison_loss, class_loss, weight in cases:
        comparison, a, b = network.run(first, second, True)
        loss = torch.zeros(1).double()
        if comparison_loss:
            loss = loss + comparison_loss(comparison, targets)
        if class_loss:
            loss = loss + weight * (class_loss(a, classes[0]) + class_loss(b, classes[1]))
        loss.backward()
        gradient = network.parameters.grad
        probe = pattern(len(gradient), 31, 17, 8)
        with torch.no_grad():
            answers = network.run(first, second, False)[0]
        print("network", name, "parameters", len(gradient), "loss", loss.item(), "gradient norm",
              gradient.norm().item(), "probe", (gradient * probe).sum().item(), "answers",
              (answers * pattern(answers.numel(), 31, 17, 8).reshape(answers.shape)).sum().item(), "statistics",
              sum((s * pattern(len(s), 31, 17, 8)).sum().item() for s in network.statistics))


losses()
optimizers()
schedules()
initialisation()
networks()
