"""Steps of the reference training in Python: the time of each, to hold Mendel's against.

Reads the number of steps from its first argument; prints one line: PyTorch's version, then processor and wall milliseconds
a step with both images of all pairs as one batch, then the same with the tower called twice.
"""

import sys
import time

import torch
from torch import nn

torch.set_num_threads(1)
torch.manual_seed(1)
STEPS = int(sys.argv[1])
PAIRS = 100

tower = nn.Sequential(
    nn.Conv2d(1, 32, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
    nn.Conv2d(32, 64, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
    nn.Flatten(), nn.Linear(576, 100), nn.ReLU(), nn.Linear(100, 10))
head = nn.Sequential(nn.Linear(20, 10), nn.ReLU(), nn.Linear(10, 2))
optimizer = torch.optim.Adam([*tower.parameters(), *head.parameters()], lr=1e-3)
loss_of = nn.CrossEntropyLoss()
images = torch.randn(2 * PAIRS, 1, 14, 14)
classes = torch.randint(10, (2, PAIRS))
targets = (classes[0] <= classes[1]).long()


def together():
    return tower(images).split(PAIRS)


def apart():
    return tower(images[:PAIRS]), tower(images[PAIRS:])


def step(read):
    first, second = read()
    loss = loss_of(head(torch.cat([first, second], 1)), targets)
    loss = loss + loss_of(first, classes[0]) + loss_of(second, classes[1])
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()


def milliseconds(read):
    for _ in range(3):
        step(read)
    processor, wall = time.process_time(), time.perf_counter()
    for _ in range(STEPS):
        step(read)
    return (time.process_time() - processor) * 1000 / STEPS, (time.perf_counter() - wall) * 1000 / STEPS


print(torch.__version__, *milliseconds(together), *milliseconds(apart))
