import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { claimantOf, createDataSource, EXIT, requireClaim } from '@mtg/subgraph-kit';
import { SUBGRAPHS, type SubgraphListing } from '@mtg/subgraphs';
import { Command } from 'commander';
import { chainOf, listingOf } from '../audit/chains';
import { openAudit } from '../audit/open-database';
import { CommandFailure } from '../command-failure';
import { databaseToRead } from '../config';
import { createProgress } from '../import/progress';
import { loadSubgraph } from '../subgraph-module';
import { withDatabase } from '../place';
import { takeBackup } from './take';

interface Options {
  readonly street?: string;
  readonly out: string;
  readonly dataDir?: string;
}

const NOTES = `
备份 · A backup: 一个目录，内有每张表的数据、说明（manifest.json）和校验和（SHA256SUMS，可用 sha256sum -c 核对）；取自同一时刻，期间可照常读写
  a folder with the rows of each table, a description (manifest.json) and checksums (SHA256SUMS, for sha256sum -c), all as of one moment. Reading and writing
  continue meanwhile. 含个人信息，仅属主可读，请妥善保管 · It contains personal data and is readable only by its owner. Protect it like the database
数据库 · Database: DATABASE_OWNER_URL；或 MTG_DATA_DIR（默认 .data）下平台的数据库，不论其是否在运行 · DATABASE_OWNER_URL, or the database of the platform on
  MTG_DATA_DIR (default .data), running or not
退出码 · Exit codes: 0 完成 · done; 65 已备份，但审计链有问题 · backed up, but the audit chain has problems; 66 找不到数据库 · no database found; 2 用法 · usage;
  78 配置 · configuration; 1 其他 · other
`;

export const backupCommand = (): Command =>
  new Command('backup')
    .description(
      '备份一个街道或区的数据库，无需停机 · Back up the database of a street or of the district while it runs',
    )
    .option('--street <code>', '街道代码，或 DISTRICT · code of the street, e.g. DAYU, or DISTRICT')
    .requiredOption('--out <dir>', '要新建的备份目录 · folder to create for the backup')
    .option('--data-dir <dir>', '平台数据目录 · data directory of the platform')
    .addHelpText('after', NOTES)
    .action(runBackup);

async function runBackup({ street, out, dataDir }: Options): Promise<void> {
  const folder = resolve(out);
  if (existsSync(folder)) {
    throw new CommandFailure(
      EXIT.USAGE,
      `${folder} 已存在，不会覆盖；请另取一个名称 · ${folder} exists and will not be overwritten. Choose another name`,
    );
  }
  const listing = street === undefined ? await ownListing() : listingByCode(street);
  const { definition } = loadSubgraph(listing);
  await withDatabase(listing.name, { dataDir, make: false }, async (address) => {
    const database = await createDataSource({ ...definition, ...address, unlimited: true }).initialize();
    const progress = createProgress(process.stderr, ' 张表 · tables');
    try {
      await requireClaim(database, listing.name);
      const { manifest, leftOut } = await takeBackup(
        database,
        definition,
        chainOf(listing),
        folder,
        progress.show,
      );
      progress.end();
      const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
      process.stdout.write(
        `${listing.title}: 已备份 · backed up: ${manifest.tables.length} 张表 · tables, ${rows} 行 · rows → ${folder}\n`,
      );
      if (leftOut.length > 0)
        process.stdout.write(
          `不属于平台的表，未备份 · tables that do not belong to the platform, not backed up: ${leftOut.join(', ')}\n`,
        );
      if (manifest.audit.whole) return;
      process.stdout.write(
        '审计链有问题，请运行 mtg audit verify · the audit chain has problems. Run mtg audit verify\n',
      );
      process.exitCode = EXIT.DATA;
    } finally {
      progress.end();
      await database.destroy();
    }
  });
}

/** @throws CommandFailure with exit code 2 when there is no such street */
export function listingByCode(code: string): SubgraphListing {
  const found = SUBGRAPHS.find((each) => chainOf(each) === code.toUpperCase());
  if (found) return found;
  throw new CommandFailure(
    EXIT.USAGE,
    `没有“${code}”；可用 · Unknown code “${code}”. Choose from: ${SUBGRAPHS.map(chainOf).join(', ')}`,
  );
}

/** The subgraph that the database of the environment belongs to. */
async function ownListing(): Promise<SubgraphListing> {
  const address = databaseToRead();
  if (address) {
    const database = await openAudit(address);
    try {
      const listing = listingOf((await claimantOf(database)) ?? '');
      if (listing) return listing;
    } finally {
      await database.destroy();
    }
  }
  throw new CommandFailure(
    EXIT.USAGE,
    '请用 --street 指明备份哪个街道，如 DAYU，或 DISTRICT · Name the street to back up with --street, e.g. DAYU, or DISTRICT',
  );
}
