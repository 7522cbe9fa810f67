"""Solves a full problem file with PyVRP: full_with_pyvrp.py FILE SECONDS SEED.

A rep-day is a vehicle of its own, with its hours, ends and legs. A visit is a group of clients that exclude one another, one for
each of its days, and its price is their prize.
"""

import json
import sys

import numpy as np
from pyvrp import Client, ClientGroup, Depot, Location, ProblemData, VehicleType, solve

from problem import Clock, answer


def data_of(raw: dict) -> tuple[ProblemData, list[int]]:
    size = raw["placeCount"]
    legs = [np.array(rows, dtype=np.int64).reshape(size, size) for rows in raw["legs"]]
    for matrix in legs:
        np.fill_diagonal(matrix, 0)
    ends = sorted({end for slot in raw["slots"] for end in (slot["from"], slot["to"])})
    vehicles = [
        VehicleType(
            start_depot=ends.index(slot["from"]),
            end_depot=ends.index(slot["to"]),
            tw_early=slot["start"],
            tw_late=slot["until"],
            start_late=slot["start"],
            unit_distance_cost=0,
            unit_duration_cost=1,
            profile=slot["profile"],
        )
        for slot in raw["slots"]
    ]
    clients, groups, visit_of = [], [], []
    for index, visit in enumerate(raw["visits"]):
        first = len(clients)
        group = len(groups) if len(visit["windows"]) > 1 else None
        for window in visit["windows"]:
            clients.append(
                Client(
                    location=visit["place"],
                    service_duration=visit["dwell"],
                    tw_early=window["from"],
                    tw_late=window["until"],
                    # Services count as time here and not in our prices.
                    prize=visit["price"] + visit["dwell"],
                    required=False,
                    group=group,
                )
            )
            visit_of.append(index)
        if group is not None:
            groups.append(ClientGroup(list(range(first, len(clients))), required=False))
    places = [Location(0, 0) for _ in range(size)]
    return ProblemData(places, clients, [Depot(end) for end in ends], vehicles, legs, legs, groups), visit_of


def main() -> None:
    file, seconds, seed = sys.argv[1:]
    with open(file, encoding="utf8") as opened:
        raw = json.load(opened)
    clock = Clock()
    data, visit_of = data_of(raw)
    result = solve(data, stop=lambda _: clock.seconds() > float(seconds), seed=int(seed), collect_stats=False)
    routes: list[list[int]] = [[] for _ in raw["slots"]]
    for route in result.best.routes():
        routes[route.vehicle_type()] = [visit_of[activity.idx] for activity in route if activity.is_client()]
    answer(routes, clock)


main()
