import { integerBetween, variable } from '@mtg/service-kit';
import type { JobSettings } from '@mtg/bi-jobs';
import { z } from 'zod';

const MEGABYTE = 1_000_000;

/** Settings of the files that are made in the background. */
export const JOB_VARIABLES = {
  JOBS_DIR: variable(
    z.string().optional(),
    '后台任务的文件目录，同一数据仓库的各进程共用；不设置则没有后台任务 · directory of the files of jobs (/bi/jobs), shared by all programs over one warehouse. Without it there are no jobs',
    '/var/lib/mentougou/jobs',
  ),
  JOBS_PER_READER: variable(
    integerBetween(1, 1000).default(10),
    '每个读者的任务数上限，含文件尚在的 · maximum jobs of a reader, with those whose file is there',
    '10',
  ),
  JOBS_MAX_MEGABYTES: variable(
    integerBetween(1, 100_000_000).default(10_000),
    '全部任务文件的总量上限，兆字节 · maximum size of all files of jobs, in megabytes',
    '10000',
  ),
  JOBS_KEEP_HOURS: variable(
    integerBetween(1, 8760).default(24),
    '任务文件保留的小时数 · hours for which the file of a job is kept',
    '24',
  ),
  JOBS_AT_ONCE: variable(
    integerBetween(0, 50).default(1),
    '本进程同时制作的任务数，0 为不制作 · jobs that this process makes at a time, 0 for none',
    '1',
  ),
  JOBS_LINK_MINUTES: variable(
    integerBetween(1, 10_080).default(60),
    '下载链接的有效分钟数 · minutes for which a link to a file is valid',
    '60',
  ),
};

interface JobConfig {
  readonly JOBS_DIR?: string | undefined;
  readonly JOBS_PER_READER: number;
  readonly JOBS_MAX_MEGABYTES: number;
  readonly JOBS_KEEP_HOURS: number;
  readonly JOBS_AT_ONCE: number;
  readonly JOBS_LINK_MINUTES: number;
}

/** Undefined without a directory. */
export const jobSettings = (config: JobConfig): JobSettings | undefined =>
  config.JOBS_DIR === undefined
    ? undefined
    : {
        directory: config.JOBS_DIR,
        perReader: config.JOBS_PER_READER,
        mostBytes: config.JOBS_MAX_MEGABYTES * MEGABYTE,
        keepSeconds: config.JOBS_KEEP_HOURS * 3600,
        atOnce: config.JOBS_AT_ONCE,
        linkSeconds: config.JOBS_LINK_MINUTES * 60,
      };
