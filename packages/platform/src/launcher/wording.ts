import type { ClusterStep } from '../postgres/cluster-types';

const PHASES: Readonly<Record<string, string>> = {
  connecting: '连接数据库 · connecting to the database',
  migrating: '迁移数据库结构 · migrating the database',
  loading: '装载参考数据 · loading the reference data',
};

const STEPS: Readonly<Record<ClusterStep, string>> = {
  'stopping-orphan': '已停止上次遗留的数据库进程 · stopped a database process left over from the last launch',
  initialising: '首次初始化数据库 · initializing the database (first launch)',
  starting: '启动数据库 · starting the database',
  ready: '数据库就绪 · database ready',
};

/** @returns undefined for `listening`: that the part is ready follows at once and says more */
export const phaseText = (phase: string, detail: string | undefined): string | undefined =>
  phase === 'listening'
    ? undefined
    : `${PHASES[phase] ?? phase}${detail === undefined ? '' : ` (${detail})`}`;

export const stepText = (step: ClusterStep): string => STEPS[step];

export const readyText = (url: string): string => `就绪 · ready: ${url}`;

export const restartText = (ending: string, waitMs: number): string =>
  `意外退出（${ending}），${waitMs / 1000} 秒后重启 · exited unexpectedly (${ending}), restarting in ${waitMs / 1000} s`;

export const givenUpText = (ending: string): string =>
  `退出（${ending}），再次启动也无法解决，不再重启。请看上面的日志 · exited (${ending}). A restart would not help, so it stays down. See its log above`;

export const listNotKeptText = (reason: string): string =>
  `无法更新运行清单，mtg 等程序可能看不到最新情况；平台照常运行（${reason}） · the list of running parts cannot be updated, so mtg and other programs may see an outdated one. The platform keeps running (${reason})`;

export const sampleText =
  '为尚无样例的街道装载样例数据 · loading sample data into the streets that have none';

export const sampleMissingText =
  '样例数据未能全部装载，平台照常运行；原因见上，可稍后运行 mtg sample --scale 1 --if-none · some sample data could not be loaded (reason above). The platform keeps running. Run mtg sample --scale 1 --if-none later';
