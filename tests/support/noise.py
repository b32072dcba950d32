"""What a bad card or a bad line makes of a file."""

from collections.abc import Callable
from io import BytesIO

import numpy as np

from resources.problems import Problem


def with_noise(file: BytesIO, read: Callable[[BytesIO], object], times: int = 60) -> None:
    """Read it so often, each time with four bytes behind the preamble changed: it is read, or a Problem says why not."""
    whole = file.getvalue()
    rng = np.random.default_rng(5)
    for _ in range(times):
        noisy = bytearray(whole)
        for place in rng.integers(132, len(noisy), 4):
            noisy[place] = int(rng.integers(256))
        try:
            read(BytesIO(bytes(noisy)))
        except Problem as problem:
            assert problem.sentence
