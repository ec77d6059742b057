import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { resolveDataDir } from '@mtg/platform';
import { fileVariables, openFiles, type FileStore } from '@mtg/storage';
import { EXIT, readVariables, requireClaim } from '@mtg/subgraph-kit';
import type { SubgraphListing } from '@mtg/subgraphs';
import { Command } from 'commander';
import { openAudit } from '../audit/open-database';
import { listingByCode } from '../backup/backup-command';
import { CommandFailure } from '../command-failure';
import { ENVIRONMENT } from '../environment';
import { createProgress } from '../import/progress';
import { withDatabase } from '../place';
import { compareWithStore, type FileDifferences, type NamedContent } from './compare';

interface Options {
  readonly street: string;
  readonly dataDir?: string;
}

const NOTES = `
核对 · Compared: 每个附件的内容按 SHA-256 逐字节核对；并列出没有记录的文件（存储桶不列）。只读，不改动 · the content of each attached file by its SHA-256, byte for byte;
  and files that no record names (not in a bucket). It changes nothing
缺失或有改动的，从备份恢复到同一位置；多余的由平台每小时清理上传时一并清理，仍在的可删除 · Restore missing and altered files from a backup to the same place. Files left over
  are removed by the hourly clearing of uploads; delete those that remain
附件 · Files: ATTACHMENTS_STORE（目录或 s3://存储桶/前缀）；不设则为数据目录下的 attachments/{street} · ATTACHMENTS_STORE (a directory or s3://bucket/prefix), or attachments/{street}
  of the data directory
数据库 · Database: DATABASE_OWNER_URL；或 MTG_DATA_DIR（默认 .data）下平台的数据库，不论其是否在运行 · DATABASE_OWNER_URL, or the database of the platform on
  MTG_DATA_DIR (default .data), running or not
退出码 · Exit codes: 0 一致 · they agree; 65 缺失、有改动或多余 · missing, altered or left over; 66 找不到附件或数据库 · no files or no database found; 2 用法 · usage;
  78 配置 · configuration; 1 其他 · other
`;

export const filesCommand = (): Command =>
  new Command('files')
    .description('核对附件的记录与所存文件 · Compare the records of attached files with the stored files')
    .requiredOption('--street <code>', '街道代码 · code of the street, e.g. DAYU')
    .option('--data-dir <dir>', '平台数据目录 · data directory of the platform')
    .addHelpText('after', NOTES)
    .action(runFiles);

async function runFiles({ street, dataDir }: Options): Promise<void> {
  const listing = listingByCode(street);
  const store = await storeOf(listing, dataDir);
  await withDatabase(listing.name, { dataDir, make: false }, async (address) => {
    const database = await openAudit(address);
    const progress = createProgress(process.stderr, ' 个文件 · files');
    try {
      await requireClaim(database, listing.name);
      const differences = await compareWithStore(database, store, progress.show);
      progress.end();
      report(listing, differences);
    } finally {
      await database.destroy();
    }
  });
}

/** @throws CommandFailure with exit code 66 where there are no files */
async function storeOf({ name, title }: SubgraphListing, dataDir: string | undefined): Promise<FileStore> {
  const values = readVariables(fileVariables, ENVIRONMENT);
  const ofPlatform = join(resolveDataDir(dataDir).path, 'attachments', name);
  const address = values.ATTACHMENTS_STORE ?? ofPlatform;
  const isFolder = !address.includes('://');
  if (isFolder && !existsSync(address)) {
    throw new CommandFailure(
      EXIT.NO_INPUT,
      `${title}的附件不在 ${address}：请设置 ATTACHMENTS_STORE，或用 --data-dir 指明平台的数据目录 · There are no attached files of ${name} in ${address}. Set ATTACHMENTS_STORE, or name the data directory with --data-dir`,
    );
  }
  const files = await openFiles({ ...values, ATTACHMENTS_STORE: address });
  if (!files) throw new Error(`no store at ${address}`);
  return files.store;
}

function report({ title }: SubgraphListing, { compared, missing, altered, leftOver }: FileDifferences): void {
  const lines = [
    ...missing.map((each) => line('缺失', 'missing', each)),
    ...altered.map((each) => line('有改动', 'altered', each)),
    ...(leftOver ?? []).map((sha256) => `多余 · left over: ${sha256}`),
  ];
  const counts = [
    `${compared} 个已核对 · compared`,
    `${missing.length} 个缺失 · missing`,
    `${altered.length} 个有改动 · altered`,
    leftOver
      ? `${leftOver.length} 个多余 · left over`
      : '存储桶未列出多余的 · files left over are not listed in a bucket',
  ];
  process.stdout.write([...lines, `${title}: ${counts.join('; ')}`, ''].join('\n'));
  if (lines.length > 0) process.exitCode = EXIT.DATA;
}

const line = (zh: string, en: string, { fileName, sha256 }: NamedContent): string =>
  `${zh} · ${en}: ${fileName} ${sha256}`;
