import { verifyChain, type ChainHead, type ChainReport } from '@mtg/commands';
import { createDataSource, EXIT, requireClaim } from '@mtg/subgraph-kit';
import { SUBGRAPHS, type SubgraphListing } from '@mtg/subgraphs';
import { Command } from 'commander';
import { CommandFailure } from '../command-failure';
import { databaseOf, witnessDatabases } from '../config';
import { createProgress } from '../import/progress';
import { loadSubgraph } from '../subgraph-module';
import { readAnchors } from './anchors';
import { sentenceOf } from './wording';

interface Options {
  readonly chain?: string;
  readonly dataDir?: string;
}

const NOTES = `
检查 · What is checked: 每条记录的哈希、与前一条的衔接、序号连续，以及别的子图见证过的链末端（截断因此可见）
  the hash of each entry, that it follows the one before it, that no number is missing, and what other subgraphs have witnessed (so that a chain that
  was cut off shows): the district witnesses the streets' chains, the streets the district's
数据库 · Databases: DATABASE_OWNER_URL 与 WITNESS_DATABASE_URLS（见证者，可选，以逗号分隔），或 MTG_DATA_DIR 下正在运行的平台
  DATABASE_OWNER_URL and WITNESS_DATABASE_URLS (of the witnesses, optional, separated by commas), or the platform that runs on MTG_DATA_DIR
退出码 · Exit codes: 0 完好 · whole; 65 有问题 · something is wrong with a chain; 2 用法 · usage; 66 找不到数据库 · no database found; 78 配置 · configuration; 1 其他 · other
`;

export const auditCommand = (): Command =>
  new Command('audit')
    .description('审计链 · The audit chains')
    .addCommand(
      new Command('verify')
        .description(
          '校验审计链，指出被改动、删除、调换或截断之处 · Verify audit chains: say which entry was edited, deleted, moved or cut off',
        )
        .option('--chain <code>', '只查一条链，如 DAYU 或 DISTRICT · one chain only, e.g. DAYU or DISTRICT')
        .option('--data-dir <dir>', '平台数据目录 · data directory of the running platform')
        .addHelpText('after', NOTES)
        .action(verifyAll),
    );

const chainOf = (listing: SubgraphListing): string => (listing.kind === 'street' ? listing.code : 'DISTRICT');

async function verifyAll({ chain, dataDir }: Options): Promise<void> {
  const wanted = SUBGRAPHS.filter((each) => chain === undefined || chainOf(each) === chain.toUpperCase());
  if (wanted.length === 0) {
    throw new CommandFailure(
      EXIT.USAGE,
      `没有链“${chain}”；可用 · There is no chain “${chain}”; there are: ${SUBGRAPHS.map(chainOf).join(', ')}`,
    );
  }
  const anchors = await readAnchors(witnessDatabases(dataDir));
  for (const listing of wanted) {
    const heads = anchors.get(chainOf(listing)) ?? [];
    const report = await verifyOne(listing, heads, dataDir);
    describe(chainOf(listing), report, witnessed(heads.length));
    if (report.problems.length > 0) process.exitCode = EXIT.DATA;
  }
}

async function verifyOne(
  listing: SubgraphListing,
  anchors: readonly ChainHead[],
  dataDir: string | undefined,
): Promise<ChainReport> {
  const { definition } = loadSubgraph(listing);
  const database = createDataSource({
    ...definition,
    ...databaseOf(listing.name, dataDir),
    unlimited: true,
  });
  await database.initialize();
  const progress = createProgress(process.stderr);
  try {
    await requireClaim(database, definition.name);
    return await verifyChain(database, chainOf(listing), anchors, progress.show);
  } finally {
    progress.end();
    await database.destroy();
  }
}

function witnessed(count: number): string {
  if (count === 0) return '未经见证 · not witnessed';
  return `见证 ${count} 处 · witnessed ${count} times`;
}

function describe(chain: string, { entries, head, problems }: ChainReport, witness: string): void {
  const outcome = problems.length === 0 ? '完好 · whole' : `问题 ${problems.length} 处 · problems`;
  process.stdout.write(`${chain}: ${entries} 条 · entries, ${outcome}, ${witness}\n`);
  for (const problem of problems) process.stdout.write(`  ${sentenceOf(problem)}\n`);
  if (problems.length === 0 && entries > 0)
    process.stdout.write(`  末端 · head: ${head.sequence} ${head.hash}\n`);
}
