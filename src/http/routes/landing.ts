import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { PlanRecord } from '../../service/plan-record.ts';
import { PlanningError } from '../../kernel/finding.ts';
import type { Planning } from '../../service/planning.ts';
import type { Samples } from '../../service/samples.ts';
import { open } from '../plugins/guard.ts';
import { languageQuery } from './parameters.ts';
import { sendAs } from './sent-plan.ts';
import { linksOf } from './status-of.ts';
import { httpErrors } from '../errors.ts';

interface LandingOptions {
  readonly planning: Planning;
  readonly token: string | null;
  readonly samples: Samples;
}

const landingQuery = languageQuery.extend({ sample: z.string().max(200).optional() });

/** What the page shows: the samples there are, and one of them with its plan. */
interface Shown {
  readonly names: readonly string[];
  readonly name: string;
  readonly record: PlanRecord | null;
}

/** The first page: what this is, where its documents are, and the samples with their plans. */
export const landingRoute: FastifyPluginAsyncZod<LandingOptions> = async (server, { planning, token, samples }) => {
  server.get('/', { config: open, schema: { hide: true, querystring: landingQuery } }, async (request, reply) => {
    const { language, sample } = request.query;
    // Plans are shown to whoever may read them; a browser shows no token.
    const names = token === null ? samples.names : [];
    const name = sample ?? names[0] ?? '';
    if (sample !== undefined && !names.includes(sample)) {
      throw new PlanningError([
        httpErrors.requestInvalid({ at: { file: 'query', pointer: '/sample' }, value: sample, expected: 'one of the samples' }),
      ]);
    }
    const record = names.length === 0 ? null : await samples.plan(name);
    if (record !== null) await planning.preview(record);
    return sendAs(reply, 'text/html; charset=utf-8', pageOf({ names, name, record }, language));
  });
};

const STYLE = `
body { font: 16px/1.5 system-ui, sans-serif; color: #1c2733; background: #f6f7f9; margin: 0 }
main { max-width: 68rem; margin: 0 auto; padding: 2rem 1.5rem }
h1 { margin: 0; font-size: 1.7rem } h2 { margin: 2rem 0 .5rem; font-size: 1.2rem }
.links { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: .75rem; padding: 0; list-style: none }
.links a { display: block; padding: .7rem 1rem; border: 1px solid #d5dbe2; border-radius: .5rem; background: #fff; color: inherit; text-decoration: none }
.links a:hover, .links a:focus { border-color: #1769aa } .links b { color: #1769aa } .links small { display: block; color: #54606c }
iframe { width: 100%; height: 85vh; border: 1px solid #d5dbe2; border-radius: .5rem; background: #fff }
.samples { display: flex; flex-wrap: wrap; gap: .4rem; padding: 0; list-style: none } .samples a { display: block; padding: .2rem .7rem; border: 1px solid #d5dbe2; border-radius: 1rem; background: #fff; color: #1769aa; text-decoration: none }
.samples a[aria-current] { background: #1769aa; color: #fff; border-color: #1769aa }
.state { display: inline-block; padding: .1rem .6rem; border-radius: 1rem; background: #e3eefa; color: #114a78 }
`;

type Language = 'en' | 'zh';

const WORDS = {
  en: {
    about: 'Plans field visits: which rep visits which customer, on which day, in which order, at what time and by what transport.',
    service: 'This service',
    docs: ['API', 'Every address, with its data'],
    openapi: ['OpenAPI', 'The same for programs'],
    policies: ['Policies', 'The presets there are'],
    rules: ['Rules', 'What a policy can ask for'],
    plans: ['Plans', 'Those that are kept'],
    metrics: ['Metrics', 'For Prometheus'],
    sample: 'Sample plans',
    page: ['Page', 'Map, days and timetables'],
    plan: ['JSON', 'The plan as programs read it'],
    csv: ['CSV', 'A row per stop, for spreadsheets'],
    xlsx: ['XLSX', 'A workbook, with a table to sign'],
    ics: ['ICS', 'Everybody’s calendar'],
    geojson: ['GeoJSON', 'Routes and stops, for maps'],
    text: ['Text', 'Day by day'],
    explanation: ['Explanation', 'Cost by rule, and why visits are left out'],
    events: ['Events', 'How the search came on'],
    none: 'No territory was given at the start: <code>beatplan serve fixtures/tobacco fixtures/general</code>',
    states: { queued: 'waits', solving: 'being searched', done: 'done', stopped: 'stopped early', failed: 'failed' },
    soon: 'The first plan appears in a moment.',
  },
  zh: {
    about: '排定外勤拜访：谁在哪一天、按什么顺序、几点、乘什么交通工具拜访哪位客户。',
    service: '本服务',
    docs: ['接口', '全部地址及其数据'],
    openapi: ['OpenAPI', '供程序读取'],
    policies: ['制度', '现有的预设'],
    rules: ['规则', '制度可以提出的要求'],
    plans: ['计划', '保留中的计划'],
    metrics: ['指标', '供 Prometheus 读取'],
    sample: '示例计划',
    page: ['页面', '地图、每日安排和日程'],
    plan: ['JSON', '供程序读取的计划'],
    csv: ['CSV', '每站一行，供电子表格'],
    xlsx: ['XLSX', '工作簿，含可签字的计划表'],
    ics: ['ICS', '全员日历'],
    geojson: ['GeoJSON', '供地图使用的路线和站点'],
    text: ['文本', '逐日列出'],
    explanation: ['说明', '按规则的代价，以及未安排的原因'],
    events: ['事件', '求解过程'],
    none: '启动时没有给出辖区：<code>beatplan serve fixtures/tobacco fixtures/general</code>',
    states: { queued: '排队中', solving: '求解中', done: '已完成', stopped: '已提前停止', failed: '失败' },
    soon: '第一份计划马上就到。',
  },
} as const;

function pageOf({ names, name, record }: Shown, language: Language): string {
  const words = WORDS[language];
  const isOpen = record !== null && !record.isEnded;
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>beatplan</title>
${isOpen ? '<meta http-equiv="refresh" content="3">' : ''}<style>${STYLE}</style></head><body><main aria-label="beatplan">
<h1>beatplan</h1><p>${words.about} ${otherLanguage(name, language)}</p>
<h2>${words.sample}</h2>
${record === null ? `<p>${words.none}</p>` : `${sampleLinks(names, name, language)}${sampleOf(record, language)}`}
<h2>${words.service}</h2>
${cards([
  ['/docs', words.docs],
  ['/openapi.json', words.openapi],
  ['/v1/policies', words.policies],
  ['/v1/rules', words.rules],
  ['/v1/plans', words.plans],
  ['/metrics', words.metrics],
])}
</main></body></html>
`;
}

/** The same page in the other language. */
function otherLanguage(sample: string, language: Language): string {
  const [other, label] = language === 'en' ? ['zh', '中文'] : ['en', 'English'];
  const query = new URLSearchParams({ ...(sample === '' ? {} : { sample }), language: other ?? '' });
  return `<a href="${escaped(`/?${query.toString()}`)}" lang="${other ?? ''}">${label ?? ''}</a>`;
}

function sampleLinks(names: readonly string[], shown: string, language: Language): string {
  if (names.length < 2) return '';
  const link = (name: string) => {
    const path = `/?${new URLSearchParams({ sample: name, language }).toString()}`;
    return `<li><a href="${escaped(path)}"${name === shown ? ' aria-current="true"' : ''}>${escaped(name)}</a></li>`;
  };
  return `<nav aria-label="${WORDS[language].sample}"><ul class="samples">${names.map(link).join('')}</ul></nav>`;
}

function sampleOf(record: PlanRecord, language: Language): string {
  const words = WORDS[language];
  const { request: order, facts } = record;
  const links = linksOf(record.id);
  const inLanguage = (path: string) => `${path}?language=${language}`;
  return `<p>${escaped(order.territory)}, ${order.from} – ${order.to} <span class="state">${words.states[facts.state]}</span></p>
${cards([
  [inLanguage(links.html), words.page],
  [links.plan, words.plan],
  [inLanguage(links.csv), words.csv],
  [inLanguage(links.xlsx), words.xlsx],
  [inLanguage(links.ics), words.ics],
  [links.geojson, words.geojson],
  [inLanguage(links.txt), words.text],
  [links.explanation, words.explanation],
  [links.events, words.events],
])}
${facts.plan === null ? `<p>${words.soon}</p>` : `<iframe src="${inLanguage(links.html)}" title="${words.sample}"></iframe>`}`;
}

const cards = (links: readonly (readonly [string, readonly [string, string]])[]): string =>
  `<ul class="links">${links.map(([path, [name, about]]) => `<li><a href="${path}"><b>${name}</b><small>${about}</small></a></li>`).join('')}</ul>`;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
