"""Solves a problem file with PyVRP: with_pyvrp.py FILE SECONDS SEED."""

from pyvrp import Client, Depot, Location, ProblemData, VehicleType, solve

from problem import LONG, Clock, Problem, answer, read_call


def data_of(problem: Problem) -> ProblemData:
    places = range(len(problem.customers) + 1)
    capacity = [] if problem.capacity is None else [problem.capacity]
    begin, end = problem.window or (0, LONG)
    is_distance = problem.objective == "distance"
    vehicles = VehicleType(
        num_available=problem.vehicles,
        capacity=capacity,
        tw_early=begin,
        tw_late=end,
        # Where duration counts, everybody leaves at the begin.
        start_late=None if is_distance else begin,
        unit_distance_cost=1 if is_distance else 0,
        unit_duration_cost=0 if is_distance else 1,
    )
    clients = []
    for index, customer in enumerate(problem.customers):
        early, late = problem.span(customer["window"])
        clients.append(
            Client(
                location=index + 1,
                delivery=[customer["demand"]] if capacity else [],
                service_duration=customer["service"] if problem.window else 0,
                tw_early=early,
                tw_late=late,
                prize=customer["prize"] or 0,
                required=customer["prize"] is None,
            )
        )
    durations = problem.legs if problem.window else problem.legs * 0
    return ProblemData(
        [Location(0, 0) for _ in places],
        clients,
        [Depot(location=0)],
        [vehicles],
        [problem.legs],
        [durations],
    )


def main() -> None:
    problem, seconds, seed = read_call()
    clock = Clock()
    result = solve(data_of(problem), stop=lambda _: clock.seconds() > seconds, seed=seed, collect_stats=False)
    answer([list(map(int, client_indices(route))) for route in result.best.routes()], clock)


def client_indices(route) -> list[int]:
    return [activity.idx for activity in route if activity.is_client()]


main()
