"""What a run draws from: the same in every CI run. ``EYECAMP_SEED=0`` draws anew, any other number repeats a run."""

import os
import random


def seed(usual: int = 1) -> int:
    return int(os.environ.get("EYECAMP_SEED", usual)) or random.SystemRandom().randrange(1, 1 << 30)
