import { STREETS } from '@mtg/subgraphs';
import { DEFAULT_DATA_DIRECTORY } from '../project';
import { localUrl, publicUrl, type PartPlan, type Plan } from './plan';
import { questionsFor, type Question } from './questions';

/** Text printed when the platform is ready: the addresses, and example queries that the running parts can answer. */
export function announcement(plan: Plan, seconds: number): string {
  const { parts, dataDirectory } = plan;
  const width = Math.max(...parts.map(({ name }) => name.length));
  const addresses = parts.map((part) => `  ${part.name.padEnd(width)}  ${publicUrl(part)}`);
  return [
    '',
    `全部就绪，用时 ${seconds.toFixed(1)} 秒 · All ready in ${seconds.toFixed(1)} s`,
    ...addresses,
    `  ${'data'.padEnd(width)}  ${dataDirectory}`,
    ...toTry(parts),
    ...aboutTokens(plan),
    ...aboutAnalysis(plan),
    '',
    '按 Ctrl-C 停止 · Press Ctrl-C to stop',
    '',
  ].join('\n');
}

/** Without a token one reads reference data only. */
function aboutTokens({ parts, dataDirectory }: Plan): readonly string[] {
  if (!parts.some(({ kind }) => kind === 'issuer')) return [];
  const street = STREETS.find(({ name }) => parts.some((part) => part.name === name));
  const who = street ? `--role dispatcher --street ${street.code}` : '--role district-office';
  const where = dataDirectory === DEFAULT_DATA_DIRECTORY ? '' : ` --data-dir ${dataDirectory}`;
  return [
    '',
    '取得令牌（仅用于开发） · Get a token (for development only):',
    `  npm run --silent mtg -- token ${who}${where}`,
  ];
}

/** The page for analysts is behind the gateway, and a key opens it. */
function aboutAnalysis({ parts, dataDirectory }: Plan): readonly string[] {
  const gateway = parts.find(({ kind }) => kind === 'gateway');
  if (!gateway || !parts.some(({ kind }) => kind === 'insight')) return [];
  const where = dataDirectory === DEFAULT_DATA_DIRECTORY ? '' : ` --data-dir ${dataDirectory}`;
  return [
    '',
    `数据分析（表格、图表、下载） · Data for analysts (tables, charts, downloads): ${localUrl(gateway, '/bi/')}`,
    `  npm run --silent mtg -- bi grant NAME${where}`,
  ];
}

interface Addressed extends Question {
  readonly url: string;
}

function toTry(parts: readonly PartPlan[]): readonly string[] {
  const gateway = parts.find(({ kind }) => kind === 'gateway');
  const questions = addressed(parts, gateway);
  const [first] = questions;
  const browser = gateway && localUrl(gateway, '/graphql');
  if (!first) return browser === undefined ? [] : ['', `浏览器打开 · Open in a browser: ${browser}`];
  return [
    '',
    browser === undefined ? '试一试 · Try:' : `试一试（浏览器打开 ${browser}） · Try (open it in a browser):`,
    ...questions.flatMap(({ chinese, english, query, url }) => [
      '',
      `  ${chinese} · ${english}`,
      // Without the gateway each question has an address of its own.
      `    ${query}${browser === undefined ? `  → ${url}` : ''}`,
    ]),
    '',
    `  curl -s ${first.url} -H 'content-type: application/json' -d '${JSON.stringify({ query: first.query })}'`,
  ];
}

/** To the gateway if it runs, else to the subgraph that answers the question alone. */
function addressed(parts: readonly PartPlan[], gateway: PartPlan | undefined): readonly Addressed[] {
  const subgraphs = parts.filter(({ kind }) => kind === 'subgraph');
  return questionsFor(subgraphs.map(({ name }) => name)).flatMap((question) => {
    const [alone, ...more] = question.needs;
    const part = gateway ?? (more.length === 0 ? subgraphs.find(({ name }) => name === alone) : undefined);
    return part ? [{ ...question, url: localUrl(part, '/graphql') }] : [];
  });
}
