import { Command } from 'commander';
import type { LakeOptions } from './lake-options';

const NOTES = `
写出 · Writes: dataset=work_orders/street=DAYU/month=2026-03/part-0.parquet …，月份按创建时间（北京时间） · the month is that of the creation, Beijing time
  再次运行只重写有变化的文件，整个替换；状态在 _lake/，最后写入 · Run again, it replaces the files whose rows have changed, whole. Its state, in _lake/, is written last
  由当天日期决定的列（如是否超期）和其他表的名称，行不变则不更新：请每晚用 --full · Columns that depend on the day, such as overdue, and names from other
  tables change without the row: use --full each night
  同一位置一次只运行一个 · One run at a time for a place
环境变量 · Environment: MTG_BI_KEY（名称.密钥，由 mtg bi grant 发放 · NAME.KEY, from mtg bi grant）；s3:// 另需 · for s3:// also AWS_ACCESS_KEY_ID、
  AWS_SECRET_ACCESS_KEY、AWS_REGION，及 · and AWS_ENDPOINT_URL（MinIO、OSS、COS …）、S3_ADDRESSING（path 或 · or virtual）；皆可用 …_FILE · each may be a file by …_FILE
退出码 · Exit codes: 0 完成 · done; 65 有街道的数据不是最新（--strict） · a street is not current (--strict); 66 平台或存储不可用 · platform or storage unavailable;
  2 用法 · usage; 78 密钥或配置 · key or configuration; 1 其他 · other
`;

export const lakeCommand = (): Command =>
  new Command('lake')
    .description(
      '把数据集写成 Parquet 文件，并增量更新 · Write datasets as Parquet files, and keep them up to date',
    )
    .requiredOption('--to <place>', '目录，或 s3://存储桶/前缀 · directory, or s3://bucket/prefix')
    .option(
      '--datasets <names>',
      '数据集，以逗号分隔；默认全部 · datasets, separated by commas (default: all)',
    )
    .option(
      '--url <address>',
      '网关地址，默认为正在运行的平台 · address of the gateway (default: the running platform)',
    )
    .option('--full', '全部重写 · write everything again')
    .option('--strict', '有街道的数据不是最新时不写 · write nothing while a street is not current')
    .option('--data-dir <dir>', '平台数据目录 · data directory of the platform')
    .addHelpText('after', NOTES)
    // Loaded when it is used: other commands need no storage.
    .action(async (options: LakeOptions) => (await import('./write-lake.js')).writeLake(options));
