import { resolve } from 'node:path';
import { createDataSource, EXIT } from '@mtg/subgraph-kit';
import { Command } from 'commander';
import { chainOf, listingOf } from '../audit/chains';
import { CommandFailure } from '../command-failure';
import { databasesOfPlatform, namesDatabase } from '../config';
import { createProgress } from '../import/progress';
import { loadSubgraph } from '../subgraph-module';
import { listingByCode } from './backup-command';
import { checkBackup, refused } from './check';
import { checkRows } from './check-rows';
import { loadBackup } from './load';
import { withDatabase } from '../place';

interface Options {
  readonly street?: string;
  readonly check?: boolean;
  readonly replace?: boolean;
  readonly dataDir?: string;
}

const NOTES = `
恢复 · Restoring: 先核对所有文件，再在一个事务中写入并逐表比对、校验审计链；任何一步不符，数据库保持原样 · first verifies all files. Then writes everything
  in one transaction, compares every table and verifies the audit chain. If anything differs, the database stays unchanged
  数据库须为空；--replace 将原有数据移到同一数据库的 before_restore_… 模式中，须先停止该街道 · The database must be empty. --replace moves the existing data
  to a schema before_restore_… of the same database and requires that the street is stopped. 权限由子图启动时授予 · Privileges are granted when the subgraph starts
数据库 · Database: DATABASE_OWNER_URL；或 MTG_DATA_DIR（默认 .data）下已停止的平台的数据库，没有则新建 · DATABASE_OWNER_URL, or the database of the stopped platform
  on MTG_DATA_DIR (default .data), created if missing
退出码 · Exit codes: 0 完成 · done; 65 备份或数据库不符，未写入 · backup or database refused, nothing written; 66 找不到备份或数据库 · no backup or no database found;
  2 用法 · usage; 78 配置 · configuration; 1 其他 · other
`;

export const restoreCommand = (): Command =>
  new Command('restore')
    .description(
      '由 mtg backup 的备份恢复，要么全部成功，要么不改动 · Restore a backup made by mtg backup, all or nothing',
    )
    .argument('<dir>', '备份目录 · folder of the backup')
    .option(
      '--street <code>',
      '确认备份属于此街道（或 DISTRICT） · refuse a backup of another street (code, e.g. DAYU, or DISTRICT)',
    )
    .option(
      '--check',
      '只核对备份文件、各表内容和审计链，不写入 · only verify files, rows and audit chain, write nothing',
    )
    .option('--replace', '将现有数据移到一旁 · move the existing data aside')
    .option('--data-dir <dir>', '平台数据目录 · data directory of the platform')
    .addHelpText('after', NOTES)
    .action(runRestore);

async function runRestore(given: string, { street, check, replace, dataDir }: Options): Promise<void> {
  const folder = resolve(given);
  const asked = street === undefined ? undefined : listingByCode(street);
  const manifest = await checkBackup(folder);
  const listing = listingOf(manifest.subgraph);
  if (!listing || (asked && asked !== listing))
    throw refused(`它是“${manifest.subgraph}”的备份`, `it is a backup of "${manifest.subgraph}"`);
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  const content = `${manifest.takenAt}, ${manifest.tables.length} 张表 · tables, ${rows} 行 · rows, 审计链末端 · head of the audit chain ${manifest.audit.sequence} ${manifest.audit.hash}`;
  if (check) {
    await checkRows(folder, manifest, chainOf(listing));
    process.stdout.write(`${listing.title}: 备份完好 · the backup is intact: ${content}\n`);
    if (manifest.audit.whole) return;
    process.stdout.write(
      '备份时审计链已有问题 · the audit chain already had problems when the backup was taken\n',
    );
    process.exitCode = EXIT.DATA;
    return;
  }
  if (!namesDatabase() && databasesOfPlatform(dataDir).has(listing.name)) {
    throw new CommandFailure(
      EXIT.DATA,
      `${listing.title}正在运行；请先停止平台 · ${listing.name} is running. Stop the platform first`,
    );
  }
  const { definition } = loadSubgraph(listing);
  await withDatabase(listing.name, { dataDir, make: true }, async (address) => {
    const database = await createDataSource({
      ...definition,
      ...address,
      // Everything uses one connection, so that no own connection counts as a user of the database.
      poolSize: 1,
      unlimited: true,
    }).initialize();
    const progress = createProgress(process.stderr, ' 张表 · tables');
    try {
      const before = await loadBackup(database, manifest, {
        folder,
        chain: chainOf(listing),
        replace: replace ?? false,
        onTable: progress.show,
      });
      progress.end();
      process.stdout.write(`${listing.title}: 已恢复并核对 · restored and verified: ${content}\n`);
      if (before !== undefined)
        process.stdout.write(
          `原有数据在模式 ${before} 中，确认无误后可删除 · the previous data is in the schema ${before}. Drop it once everything is in order: DROP SCHEMA ${before} CASCADE\n`,
        );
    } finally {
      progress.end();
      await database.destroy();
    }
  });
}
