import { escapeLiteral } from 'pg';
import type { DatasetView, NamedSource } from './dataset-view';

/** Rows of a program that has no sources yet. */
const WITHOUT = 'SELECT NULL::text, NULL::text, NULL::text, NULL::int WHERE false';

/** How fresh each source is, with what is wrong and the next action. */
export function freshnessView(sources: readonly NamedSource[], staleAfterSeconds: number): DatasetView {
  const named = sources.map(
    ({ name, code, title }, place) => `(${[name, code, title].map(escapeLiteral).join(', ')}, ${place})`,
  );
  const columns = columnsFor(staleAfterSeconds);
  return {
    name: 'freshness',
    select: `SELECT ${columns.map(([name, sql]) => `${sql} AS ${name}`).join(', ')}
      FROM (${named.length > 0 ? `VALUES ${named.join(', ')}` : WITHOUT}) AS named (name, code, title, place) LEFT JOIN warehouse.source ON source.name = named.name`,
    comments: [
      `COMMENT ON VIEW bi.freshness IS '各街道数据的新鲜度 · How fresh the data of each street are'`,
      ...columns.map(
        ([name, , comment]) => `COMMENT ON COLUMN bi.freshness.${name} IS ${escapeLiteral(comment)}`,
      ),
    ],
  };
}

type ViewColumn = readonly [name: string, sql: string, comment: string];

const AGE =
  'CASE WHEN source.fresh_at IS NOT NULL THEN greatest(extract(epoch FROM now() - source.fresh_at), 0)::int END';

function columnsFor(staleAfterSeconds: number): readonly ViewColumn[] {
  // It is followed, as far as the program knows, and says nothing, or more than can be written in time.
  const isBehind = `source.state = 'FOLLOWING' AND (source.fresh_at IS NULL OR source.fresh_at < now() - interval '${staleAfterSeconds} seconds')`;
  const problem = (stored: string, none: string, since: string): string =>
    `coalesce(${stored}, CASE WHEN ${isBehind} THEN coalesce(format(${escapeLiteral(since)}, ${AGE}), ${escapeLiteral(none)}) END)`;
  return [
    ['street', 'named.code', '街道代码，区级为 DISTRICT · Code of the street. DISTRICT for the district'],
    ['street_name', 'named.title', '名称 · Name'],
    [
      'state',
      `CASE WHEN ${isBehind} THEN 'BEHIND' ELSE coalesce(source.state, 'UNREACHABLE') END`,
      `状态：COPYING 复制中、FOLLOWING 跟随中、BEHIND 落后（跟随中，但超过 ${staleAfterSeconds} 秒没有新的内容）、UNREACHABLE 无法连接、FAILED 失败 · State: being copied, followed, behind (followed, and nothing complete for more than ${staleAfterSeconds} s), unreachable, or failed`,
    ],
    ['fresh_at', 'source.fresh_at', '数据截至时间 · The data are complete up to this time'],
    ['age_seconds', AGE, '距今秒数 · Age in seconds'],
    [
      'position',
      'coalesce(source.position, 0)',
      '变更位置：最近一次变更的位置 · Position of the last change',
    ],
    [
      'first_position',
      'coalesce(source.first_position, 0)',
      '变更位置的起点，仓库重建后另起 · Position at which the feed began. A warehouse that is rebuilt has another',
    ],
    ['place', 'named.place', '次序 · Place in the order of the feed'],
    ['copied_at', 'source.copied_at', '最近一次整体复制的时间 · Time of the last full copy'],
    [
      'problem_zh',
      problem('source.problem_zh', `尚无数据${CHECK_ZH}`, `已 %s 秒没有新的内容${CHECK_ZH}`),
      '问题 · Problem, in Chinese',
    ],
    [
      'problem_en',
      problem('source.problem_en', `No data yet${CHECK_EN}`, `Nothing complete for %s s${CHECK_EN}`),
      '问题(英文) · Problem, in English',
    ],
  ];
}

const CHECK_ZH = '；请确认该来源的数据库有应答，并查看 insight 是否运行及其日志';
const CHECK_EN = '. Check that the database of the source answers, and that insight runs; see its log';
