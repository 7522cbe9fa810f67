"""Solves a problem file with VROOM: with_vroom.py FILE SECONDS SEED.

VROOM knows no prizes and does not count waiting: both are left out of its model and counted when its routes are judged.
"""

import time
from datetime import timedelta

import vroom

from problem import Clock, Problem, answer, read_call

# How often a run is repeated that the clock ended before its processor seconds were used.
MOST_RUNS = 3


def input_of(problem: Problem) -> vroom.Input:
    model = vroom.Input()
    model.set_durations_matrix("car", problem.legs)
    capacity = [] if problem.capacity is None else [problem.capacity]
    for vehicle in range(problem.vehicles):
        window = {} if problem.window is None else {"time_window": problem.window}
        model.add_vehicle(vroom.Vehicle(vehicle, start=0, end=0, capacity=capacity, **window))
    for index, customer in enumerate(problem.customers):
        window = customer["window"]
        model.add_job(
            vroom.Job(
                index,
                location=index + 1,
                default_service=customer["service"] if problem.window else 0,
                delivery=[customer["demand"]] if capacity else vroom.Amount(),
                time_windows=[] if window is None else [vroom.TimeWindow(window["from"], window["until"])],
            )
        )
    return model


def main() -> None:
    # There is no seed to set: VROOM always runs the same way.
    problem, seconds, _ = read_call()
    limit = seconds
    for _ in range(MOST_RUNS):
        clock = Clock()
        began = time.perf_counter()
        solution = input_of(problem).solve(exploration_level=5, nb_threads=1, timeout=timedelta(seconds=limit))
        used, elapsed = clock.seconds(), time.perf_counter() - began
        # The limit is by the clock: where other work on the machine used up part of it, there is a longer one.
        if elapsed < limit * 0.95 or used > seconds * 0.95:
            break
        limit *= seconds / used
    answer(routes_of(solution), clock)


def routes_of(solution) -> list[list[int]]:
    routes = solution.routes
    stops = routes[routes["type"].isin(["job", "delivery"])]
    return [[int(job) for job in route["id"]] for _, route in stops.groupby("vehicle_id", sort=True)]


main()
