"""@TITLE@

@ABOUT@

Needs PyTorch (1.13 or newer) and the file model.safetensors beside this one; nothing of Mendel.

    python3 model.py IMAGES        pairs of images, one after the other: IDX files, or pictures if Pillow is installed

    import model
    network = model.load()         a torch.nn.Module: logits = network(first, second)
    model.answers(network, first, second)

Images are tensors of 28 x 28 pixels each, from 0 (background) to 255 (ink): light digits on a dark ground.
"""

import gzip
import json
import struct
import sys
from pathlib import Path

import torch
from torch import nn

WEIGHTS = Path(__file__).resolve().with_name("model.safetensors")
SIZE = (28, 28)


class Pixels(nn.Module):
    """Images as the network was trained with: each square of four pixels their mean, all pixels standardised."""

    def __init__(self):
        super().__init__()
        self.register_buffer("mean", torch.zeros((), dtype=torch.float64))
        self.register_buffer("deviation", torch.ones((), dtype=torch.float64))

    def forward(self, images):
        halved = nn.functional.avg_pool2d(images.reshape(-1, 1, *SIZE).double(), 2)
        return ((halved - self.mean) / self.deviation).float()


class Network(nn.Module):
    def __init__(self):
        super().__init__()
        self.pixels = Pixels()
@PARTS@

    def forward(self, first, second):
        """The logits of the comparison (first digit greater; less or equal) and of the classes of both digits.

        None stands for those that this network does not have.
        """
        first, second = self.pixels(first), self.pixels(second)
@FORWARD@


def load(file=WEIGHTS):
    """The trained network, ready to be asked."""
    content = Path(file).read_bytes()
    start = 8 + struct.unpack("<Q", content[:8])[0]
    types = {"F32": torch.float32, "F64": torch.float64}
    tensors = {}
    for name, tensor in json.loads(content[8:start]).items():
        if name != "__metadata__":
            begin, end = tensor["data_offsets"]
            numbers = bytearray(content[start + begin : start + end])
            tensors[name] = torch.frombuffer(numbers, dtype=types[tensor["dtype"]]).reshape(tensor["shape"])
    network = Network()
    network.load_state_dict(tensors)
    return network.eval()


def answers(network, first, second):
    """For each pair whether the first digit is less than or equal to the second, and how probable that is."""
    with torch.no_grad():
        comparison, *classes = network(first, second)
    digits = [side.softmax(1) for side in classes if side is not None]
    if comparison is None:
        # as the test counts: the likelier classes are compared; the probability takes the digits as independent
        less = digits[0].argmax(1) <= digits[1].argmax(1)
        probability = (digits[0].unsqueeze(2) * digits[1].unsqueeze(1)).triu().sum((1, 2))
    else:
        less = comparison.argmax(1) == 1
        probability = comparison.softmax(1)[:, 1]
    found = [{"less-or-equal": bool(said), "probability": float(p)} for said, p in zip(less, probability)]
    for name, side in zip(("first", "second"), digits):
        for answer, row in zip(found, side):
            answer[name] = {"digit": int(row.argmax()), "probability": float(row.max())}
    return found


def images(file):
    """The images in an IDX file, plain or packed with gzip, or the one in a picture."""
    content = Path(file).read_bytes()
    if content[:2] == b"\x1f\x8b":
        content = gzip.decompress(content)
    if content[:4] == b"\0\0\x08\3":
        shape = struct.unpack(">III", content[4:16])
        pixels = content[16:]
    else:
        try:
            from PIL import Image
        except ImportError:
            raise SystemExit(f"{file}: is no IDX file of bytes, and pictures need Pillow: pip install pillow")
        picture = Image.open(file).convert("L")
        shape = (1, picture.height, picture.width)
        pixels = picture.tobytes()
    if shape[1:] != SIZE or len(pixels) != shape[0] * SIZE[0] * SIZE[1]:
        raise SystemExit(f"{file}: is {shape[1]} x {shape[2]} or damaged; allowed are images of 28 x 28")
    return torch.frombuffer(bytearray(pixels), dtype=torch.uint8).reshape(shape)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        raise SystemExit("usage: python3 model.py IMAGES")
    pairs = torch.cat([images(file) for file in sys.argv[1:]])
    if len(pairs) % 2:
        raise SystemExit(f"{len(pairs)} images make no pairs; allowed is an even number")
    for answer in answers(load(), pairs[::2], pairs[1::2]):
        print(json.dumps(answer))
