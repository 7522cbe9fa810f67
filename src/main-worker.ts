import { platform, setPriority } from 'node:os';
import type { CheckReply, CheckTask, EvaluationReply, EvaluationTask, PlanTask, PublishReply, PublishTask } from './service/messages.ts';
import { checkRequest } from './service/tasks/check-request.ts';
import { evaluateRequest } from './service/tasks/evaluate-request.ts';
import { publishPlan } from './service/tasks/publish-plan.ts';
import { searchPlan } from './service/tasks/search-plan.ts';
import { estimate } from './travel/providers/estimate.ts';

/** Who works here lets the thread that answers requests go first. Linux alone has priorities of threads; the searches of this one inherit it. */
const POLITE = 10;
if (platform() === 'linux') setPriority(0, POLITE);

/** Reads a request for a plan. */
export const check = (task: CheckTask): CheckReply => checkRequest(task);

/** Searches a plan. */
export const plan = (task: PlanTask): Promise<void> => searchPlan(task, { travel: estimate });

/** Scores a plan. */
export const evaluate = (task: EvaluationTask): Promise<EvaluationReply> => evaluateRequest(task, { travel: estimate });

/** Writes a plan in another format. */
export const publish = (task: PublishTask): Promise<PublishReply> => publishPlan(task);
