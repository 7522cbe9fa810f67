import type { CheckTask, EvaluationTask, PlanTask, PublishTask } from './service/messages.ts';
import { serveTasks } from './service/serve-tasks.ts';
import { checkRequest } from './service/tasks/check-request.ts';
import { evaluateRequest } from './service/tasks/evaluate-request.ts';
import { publishPlan } from './service/tasks/publish-plan.ts';
import { type SearchLine, searchPlan } from './service/tasks/search-plan.ts';
import { estimate } from './travel/providers/estimate.ts';

const services = { travel: estimate };

/** The tasks of the service's worker processes. */
export const serviceTasks = {
  check: (task: CheckTask) => checkRequest(task),
  plan: (task: PlanTask, line: SearchLine) => searchPlan(task, line, services),
  evaluate: (task: EvaluationTask) => evaluateRequest(task, services),
  publish: (task: PublishTask) => publishPlan(task, services),
};

if (import.meta.main) serveTasks(serviceTasks);
