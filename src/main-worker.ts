import type { CheckTask, EvaluationTask, PlanTask, PublishTask } from './service/messages.ts';
import { type TravelSources, noSources } from './domain/travel/travel-sources.ts';
import { serveTasks } from './service/serve-tasks.ts';
import { checkRequest } from './service/tasks/check-request.ts';
import { evaluateRequest } from './service/tasks/evaluate-request.ts';
import { publishPlan } from './service/tasks/publish-plan.ts';
import { type SearchLine, searchPlan } from './service/tasks/search-plan.ts';
import { travelFrom } from './travel/providers/osrm.ts';

const [sources] = process.argv.slice(2);
const services = { travel: travelFrom(sources === undefined ? noSources : readSources(sources)) };

/** The sources of travel as `Processes` writes them. */
function readSources(written: string): TravelSources {
  const sources: TravelSources = JSON.parse(written);
  return sources;
}

/** The tasks of the service's worker processes. */
export const serviceTasks = {
  check: (task: CheckTask) => checkRequest(task),
  plan: (task: PlanTask, line: SearchLine) => searchPlan(task, line, services),
  evaluate: (task: EvaluationTask) => evaluateRequest(task, services),
  publish: (task: PublishTask) => publishPlan(task, services),
};

if (import.meta.main) serveTasks(serviceTasks);
