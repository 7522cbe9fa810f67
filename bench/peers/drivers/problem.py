"""What all drivers share: the problem file, the clock, the answer."""

import json
import sys
import time
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Problem:
    """A routing problem of one day: place 0 is the depot, customer c stays at place c + 1."""

    vehicles: int
    capacity: int | None
    window: tuple[int, int] | None
    legs: np.ndarray
    objective: str
    customers: list[dict]

    def span(self, window: dict | None) -> tuple[int, int]:
        """A window, or the whole day where there is none."""
        return (window["from"], window["until"]) if window else (0, LONG)


# Later than any end where time does not count.
LONG = 10**8


def read_call() -> tuple[Problem, float, int]:
    """The problem, the processor seconds and the seed, from FILE SECONDS SEED."""
    file, seconds, seed = sys.argv[1:]
    with open(file, encoding="utf8") as opened:
        raw = json.load(opened)
    size = len(raw["customers"]) + 1
    window = raw["window"]
    problem = Problem(
        vehicles=raw["vehicles"],
        capacity=raw["capacity"],
        window=(window["from"], window["until"]) if window else None,
        legs=np.array(raw["legs"], dtype=np.int64).reshape(size, size),
        objective=raw["objective"],
        customers=raw["customers"],
    )
    return problem, float(seconds), int(seed)


class Clock:
    """Processor seconds of this process since now."""

    def __init__(self):
        self._began = time.process_time()

    def seconds(self) -> float:
        return time.process_time() - self._began


def answer(routes: list[list[int]], clock: Clock) -> None:
    """Prints the routes, as customers from 0, and the processor seconds used."""
    print(json.dumps({"routes": routes, "seconds": round(clock.seconds(), 3)}))
