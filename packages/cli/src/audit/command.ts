import { verifyChain, type ChainHead, type ChainReport } from '@mtg/commands';
import { EXIT, requireClaim } from '@mtg/subgraph-kit';
import { Command } from 'commander';
import { databasesOfPlatform, namesDatabase, witnessDatabases, type DatabaseAddress } from '../config';
import { createProgress } from '../import/progress';
import { withPlatformDatabases } from '../place';
import { readAnchors } from './anchors';
import { chainOf, witnessesOf } from './chains';
import { openAudit } from './open-database';
import { askedFor, targetsOf, type Target } from './targets';
import { notVerified, sentenceOf, witnessText } from './wording';

interface Options {
  readonly chain?: string;
  readonly dataDir?: string;
}

const NOTES = `
检查 · What is checked: 每条记录的哈希、与前一条的衔接、序号连续，以及别的子图见证过的链末端（截断因此可见）
  the hash of each entry, its link to the previous one, gaps in the numbers, and the ends that other subgraphs have witnessed, which reveals a truncated
  chain. The district witnesses the chains of the streets, and the streets that of the district
数据库 · Databases: DATABASE_OWNER_URL（或 DATABASE_URL，只读即可）：校验它所属子图的链；WITNESS_DATABASE_URLS：见证者，可选，以逗号分隔。都不设则为 MTG_DATA_DIR 下平台的数据库，已停止的内置数据库在校验期间启动
  DATABASE_OWNER_URL (or DATABASE_URL, read access is enough): verifies the chain of the subgraph that it belongs to. WITNESS_DATABASE_URLS (optional): databases of
  witnesses, separated by commas. Default: the databases of the platform on MTG_DATA_DIR. Stopped embedded databases are started for the verification
输出末尾说明未校验之处 · The end of the output lists what was not verified
退出码 · Exit codes: 0 完好 · intact; 65 有问题 · a chain has problems; 66 找不到数据库，或有见证者连接不上（其余完好） · no database found, or a witness cannot be reached
  (everything else intact); 2 用法 · usage; 78 配置 · configuration; 1 其他 · other
`;

export const auditCommand = (): Command =>
  new Command('audit')
    .description('审计链 · Audit chains')
    .addCommand(
      new Command('verify')
        .description(
          '校验审计链，指出被改动、删除、调换或截断之处 · Verify audit chains and report edited, deleted, moved or truncated entries',
        )
        .option(
          '--chain <code>',
          '只查一条链，如 DAYU 或 DISTRICT · verify only this chain, e.g. DAYU or DISTRICT',
        )
        .option('--data-dir <dir>', '平台数据目录 · data directory of the platform')
        .addHelpText('after', NOTES)
        .action(verifyAsked),
    );

/** Verifies what the environment names, or the platform's databases, whether it runs or not. */
async function verifyAsked(options: Options): Promise<void> {
  const asked = askedFor(options);
  if (namesDatabase()) return verifyAll(options, databasesOfPlatform(options.dataDir));
  const names = new Set(
    asked.flatMap((listing) => [listing, ...witnessesOf(listing)]).map(({ name }) => name),
  );
  return withPlatformDatabases([...names], { dataDir: options.dataDir, make: false }, (databases) =>
    verifyAll(options, databases),
  );
}

async function verifyAll(options: Options, platform: ReadonlyMap<string, DatabaseAddress>): Promise<void> {
  const targets = await targetsOf(options, platform);
  const witnessed = await readAnchors(witnessDatabases(platform));
  for (const target of targets) {
    const chain = chainOf(target.listing);
    const heads = witnessed.heads.get(chain) ?? [];
    const report = await verifyOne(target, heads);
    describe(chain, report, witnessText(heads.length));
    if (report.problems.length > 0) process.exitCode = EXIT.DATA;
  }
  for (const line of notVerified(options.chain === undefined, targets, witnessed))
    process.stdout.write(`${line}\n`);
  // Intact as far as verified, but less was verified than requested.
  if (witnessed.unreachable.length > 0) process.exitCode ??= EXIT.NO_INPUT;
}

async function verifyOne({ listing, database }: Target, anchors: readonly ChainHead[]): Promise<ChainReport> {
  const opened = await openAudit(database);
  const progress = createProgress(process.stderr);
  try {
    await requireClaim(opened, listing.name);
    return await verifyChain(opened, chainOf(listing), anchors, progress.show);
  } finally {
    progress.end();
    await opened.destroy();
  }
}

function describe(chain: string, { entries, head, problems }: ChainReport, witness: string): void {
  const outcome = problems.length === 0 ? '完好 · intact' : `问题 ${problems.length} 处 · problems`;
  process.stdout.write(`${chain}: ${entries} 条 · entries, ${outcome}, ${witness}\n`);
  for (const problem of problems) process.stdout.write(`  ${sentenceOf(problem)}\n`);
  if (problems.length === 0 && entries > 0)
    process.stdout.write(`  末端 · head: ${head.sequence} ${head.hash}\n`);
}
