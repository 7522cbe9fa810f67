"""Solves a problem file with the routing library of OR-Tools, by guided local search: with_ortools.py FILE SECONDS SEED."""

from ortools.constraint_solver import pywrapcp, routing_enums_pb2

from problem import LONG, Clock, Problem, answer, read_call


def model_of(problem: Problem) -> tuple[pywrapcp.RoutingIndexManager, pywrapcp.RoutingModel]:
    size = len(problem.customers) + 1
    manager = pywrapcp.RoutingIndexManager(size, problem.vehicles, 0)
    model = pywrapcp.RoutingModel(manager)
    legs = problem.legs.tolist()
    if problem.objective == "distance":
        model.SetArcCostEvaluatorOfAllVehicles(model.RegisterTransitMatrix(legs))
    if problem.capacity is not None:
        demand = model.RegisterUnaryTransitVector([0] + [customer["demand"] for customer in problem.customers])
        model.AddDimension(demand, 0, problem.capacity, True, "load")
    if problem.window is not None:
        add_times(problem, manager, model)
    for index, customer in enumerate(problem.customers):
        if customer["prize"] is not None:
            model.AddDisjunction([manager.NodeToIndex(index + 1)], customer["prize"])
    return manager, model


def add_times(problem: Problem, manager: pywrapcp.RoutingIndexManager, model: pywrapcp.RoutingModel) -> None:
    begin, end = problem.window
    service = [0] + [customer["service"] for customer in problem.customers]
    transit = (problem.legs + [[seconds] for seconds in service]).tolist()
    is_distance = problem.objective == "distance"
    model.AddDimension(model.RegisterTransitMatrix(transit), end - begin, end, False, "time")
    time = model.GetDimensionOrDie("time")
    for index, customer in enumerate(problem.customers):
        early, late = problem.span(customer["window"])
        time.CumulVar(manager.NodeToIndex(index + 1)).SetRange(min(early, end), min(late, end))
    for vehicle in range(problem.vehicles):
        time.CumulVar(model.Start(vehicle)).SetRange(begin, end if is_distance else begin)
        time.CumulVar(model.End(vehicle)).SetRange(begin, end)
    if not is_distance:
        # Services are the same in all solutions, so the span is the duration and a constant.
        time.SetSpanCostCoefficientForAllVehicles(1)


def main() -> None:
    # There is no seed to set: the library always runs the same way.
    problem, seconds, _ = read_call()
    clock = Clock()
    manager, model = model_of(problem)
    parameters = pywrapcp.DefaultRoutingSearchParameters()
    parameters.first_solution_strategy = routing_enums_pb2.FirstSolutionStrategy.PARALLEL_CHEAPEST_INSERTION
    parameters.local_search_metaheuristic = routing_enums_pb2.LocalSearchMetaheuristic.GUIDED_LOCAL_SEARCH
    # A bound by the clock for a machine that stands still; processor seconds end the search.
    parameters.time_limit.FromSeconds(int(seconds * 20 + 60))
    limit = model.solver().CustomLimit(lambda: clock.seconds() > seconds)
    model.AddSearchMonitor(limit)
    found = model.SolveWithParameters(parameters)
    answer([] if found is None else routes_of(manager, model, found, problem.vehicles), clock)


def routes_of(manager, model, found, vehicles: int) -> list[list[int]]:
    routes = []
    for vehicle in range(vehicles):
        route = []
        index = found.Value(model.NextVar(model.Start(vehicle)))
        while not model.IsEnd(index):
            route.append(manager.IndexToNode(index) - 1)
            index = found.Value(model.NextVar(index))
        routes.append(route)
    return routes


main()
