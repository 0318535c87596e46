"""The reference training in eager PyTorch, on one thread: prints the milliseconds of a step, one line a round read.

One shared tower of 32 and 64 channels, auxiliary loss, batches of 100, Adam. Both digits of all pairs go through the tower
as one batch, which is the faster way to write it. Each line on standard input is a number of epochs of ten steps.
"""
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F

torch.set_num_threads(1)
torch.manual_seed(1)
tower = nn.Sequential(
    nn.Conv2d(1, 32, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
    nn.Conv2d(32, 64, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
    nn.Flatten(), nn.Linear(576, 100), nn.ReLU(), nn.Linear(100, 10))
head = nn.Sequential(nn.Linear(20, 10), nn.ReLU(), nn.Linear(10, 2))
optimizer = torch.optim.Adam([*tower.parameters(), *head.parameters()], lr=1e-3)
images = torch.randn(1000, 2, 1, 14, 14)
classes = torch.randint(0, 10, (1000, 2))
targets = (classes[:, 0] <= classes[:, 1]).long()


def epoch():
    order = torch.randperm(1000)
    for start in range(0, 1000, 100):
        batch = order[start:start + 100]
        pairs, digits = images[batch], classes[batch]
        outputs = tower(torch.cat([pairs[:, 0], pairs[:, 1]]))
        comparison = head(torch.cat([outputs[:100], outputs[100:]], 1))
        loss = (F.cross_entropy(comparison, targets[batch])
                + F.cross_entropy(outputs[:100], digits[:, 0]) + F.cross_entropy(outputs[100:], digits[:, 1]))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()


print(torch.__version__, flush=True)
for line in sys.stdin:
    epochs = int(line)
    epoch()
    began = time.perf_counter()
    for _ in range(epochs):
        epoch()
    print((time.perf_counter() - began) * 1000 / (10 * epochs), flush=True)
