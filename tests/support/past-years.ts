import { recordImport } from '@mtg/commands';
import { CENTER_TYPES, CenterType } from '@mtg/governance';
import {
  importPast,
  meetingImport,
  orderImport,
  peopleImport,
  visitImport,
  type PastImport,
} from '../../packages/street/src';
import { ImportRefused } from '../../packages/subgraph-kit/src';
import { profile } from '../../subgraphs/dayu/src';
import { dispatchStage, type DispatchStage } from './dispatch';

const FILES = {
  meetings: meetingImport,
  orders: orderImport,
  visits: visitImport,
  people: peopleImport,
} as const;

/** A street in January 2027 for each test of a file, into which files of past years are imported, and ways to look at the outcome. */
export function pastYears() {
  let stage: DispatchStage;
  let tools: ReturnType<typeof importsInto>;
  beforeEach(async () => {
    stage = await dispatchStage('2027-01-11T02:00:00Z');
    tools = importsInto(stage);
  });
  afterEach(() => stage.dayu.close());
  return {
    theStage: () => stage,
    load: (...given: Parameters<typeof tools.load>) => tools.load(...given),
    rows: (sql: string) => tools.rows(sql),
    count: (...tables: readonly string[]) => tools.count(...tables),
  };
}

function importsInto({ dayu, clock }: DispatchStage) {
  /** Imports lines with a header. @returns the counts, or the problems as `line column: reason` */
  const load = async (
    kind: keyof typeof FILES,
    bytes: string | Uint8Array,
    more: { dryRun?: boolean } = {},
  ) => {
    const file: PastImport = FILES[kind];
    const now = clock.now();
    try {
      return await importPast(dayu.database, Buffer.from(bytes), profile, file, {
        fileName: `${kind}.csv`,
        subject: 'os:importer',
        clock,
        record: (manager, imported) =>
          recordImport(manager, { chain: 'DAYU', name: file.name, systemUser: 'importer', now }, imported),
        ...more,
      });
    } catch (error) {
      if (!(error instanceof ImportRefused)) throw error;
      return error.problems.map(({ line, column, reason }) => `${line} ${column}: ${reason}`);
    }
  };
  const rows = (sql: string) => dayu.store.query(sql);
  const count = (...tables: readonly string[]) =>
    Promise.all(
      tables.map(async (table) => (await rows(`SELECT count(*)::int AS n FROM ${table}`))[0]?.['n']),
    );
  return { load, rows, count };
}

type Line = Readonly<Record<string, string | undefined>>;

/** A table as CSV, with the columns that its rows have. */
export function csv(lines: readonly Line[]): string {
  const columns = [...new Set(lines.flatMap((line) => Object.keys(line)))];
  const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`;
  return [columns, ...lines.map((line) => columns.map((column) => quoted(line[column] ?? '')))]
    .map((values) => values.join(','))
    .join('\n');
}

const OTHERS = CENTER_TYPES.filter(({ type }) => type !== CenterType.GENERAL_AFFAIRS);
const report = { this_week: '已完成', next_week: '走访', community_matters: '义诊' };

/** A weekly meeting of a day: the other centers report, or the first is absent, and its minutes have one item. */
export const weekly = (day: string, { number = day, absent = false } = {}): readonly Line[] => [
  { meeting: number, entry: '会议', kind: '周例会', held_on: day, title: `${day}周例会` },
  ...OTHERS.slice(1).map(({ name }) => ({ meeting: number, entry: '中心汇报', who: name.zh, ...report })),
  {
    meeting: number,
    who: OTHERS[0]?.name.zh ?? '',
    ...(absent ? { entry: '缺席', reason: '培训' } : { entry: '中心汇报', ...report }),
  },
  { meeting: number, entry: '纪要', title: '纪要', number: `纪〔${number}〕` },
  { meeting: number, entry: '纪要条目', content: '整治楼道', who: '城市建设管理服务中心' },
];

/** A joint meeting of a day, at which one unit reports. */
export const joint = (day: string, unit: string, number = day): readonly Line[] => [
  { meeting: number, entry: '会议', kind: '联席会议', held_on: day, title: '联席会议' },
  { meeting: number, entry: '单位汇报', who: unit, content: '义诊三次' },
  { meeting: number, entry: '街道通报', content: '任务完成', requirements: '继续配合' },
];
