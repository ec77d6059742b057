import { join } from 'node:path';
import { makeFolder } from '@mtg/service-kit/basics';
import { messageOf } from '../failure';
import { explainFileError } from '../postgres/file-errors';
import { acquireLock, type Lock } from '../process/lock';
import { checkPlan } from './check-plan';
import type { Output } from './output';
import { Part } from './part';
import type { PartPlan, Plan } from './plan';
import { removeRunningParts, runFolder, writeRunningParts } from './running-parts';
import { listNotKeptText } from './wording';

/** All parts of the plan as one: started together, stopped in order. */
export class Platform {
  private readonly parts: readonly Part[];
  private lock: Lock | undefined;
  private stopping: Promise<void> | undefined;

  constructor(
    private readonly plan: Plan,
    private readonly output: Output,
  ) {
    const onChange = (): void => this.publish();
    this.parts = plan.parts.map((part) => new Part(part, plan.dataDirectory, output, onChange));
  }

  /**
   * Returns when every part is ready. On a failure everything that was started is stopped again.
   *
   * @throws PlatformFailure of the first part that failed
   */
  async start(): Promise<void> {
    this.prepareDataDirectory();
    try {
      await checkPlan(this.plan);
      await this.startAll(this.ofKind('issuer'));
      await Promise.all([
        this.startAll([...this.ofKind('subgraph'), ...this.ofKind('gateway')]),
        ...this.ofKind('insight').map((part) => this.startInsight(part)),
      ]);
      this.publish();
    } catch (error) {
      await this.stop();
      throw explainFileError(error, this.plan.dataDirectory);
    }
  }

  /** The gateway first, so that half a platform never answers; then who reads databases, and the databases last. */
  async stop(): Promise<void> {
    this.stopping ??= this.stopInOrder();
    await this.stopping;
  }

  /** Kills what still runs. A stop under way goes on and finds it dead. */
  async forceStop(): Promise<void> {
    await Promise.all(this.parts.map((part) => part.stopProcess(true)));
    await Promise.all(this.parts.map((part) => part.stopDatabase(true)));
    await this.stop();
  }

  private async stopInOrder(): Promise<void> {
    for (const kind of ['gateway', 'insight', 'subgraph', 'issuer'] as const)
      await Promise.all(this.ofKind(kind).map((part) => part.stopProcess()));
    await Promise.all(this.parts.map((part) => part.stopDatabase()));
    this.keepList(() => removeRunningParts(this.plan.dataDirectory));
    this.lock?.release();
  }

  /** Not those that a stop under way would not find any more. */
  private async startAll(parts: readonly Part[]): Promise<void> {
    if (!this.stopping) await Promise.all(parts.map((part) => part.start()));
  }

  /** Its sources are known once the databases of the subgraphs have their ports. */
  private async startInsight(insight: Part): Promise<void> {
    if (this.stopping) return;
    const subgraphs = this.ofKind('subgraph');
    await Promise.all([insight.startDatabase(), ...subgraphs.map((part) => part.databaseStarted)]);
    const sources = subgraphs.flatMap(({ plan, warehouseUrl }) =>
      warehouseUrl === undefined ? [] : [`${plan.name.toUpperCase()}=${warehouseUrl}`],
    );
    // Without databases of its own the launcher leaves the sources to its environment.
    await insight.startProcess(sources.length > 0 ? { SOURCES: sources.join(',') } : {});
  }

  private readonly ofKind = (kind: PartPlan['kind']): readonly Part[] =>
    this.parts.filter(({ plan }) => plan.kind === kind);

  private prepareDataDirectory(): void {
    const { dataDirectory } = this.plan;
    try {
      makeFolder(dataDirectory, 0o755);
      makeFolder(runFolder(dataDirectory), 0o700);
      this.lock = acquireLock(join(runFolder(dataDirectory), 'lock'), {
        chinese: `数据目录 ${dataDirectory} `,
        english: `The data directory ${dataDirectory}`,
      });
    } catch (error) {
      throw explainFileError(error, dataDirectory);
    }
  }

  private publish(): void {
    if (this.stopping) return;
    this.keepList(() =>
      writeRunningParts(
        this.plan.dataDirectory,
        this.parts.map((part) => part.describe()),
      ),
    );
  }

  /** The list is a convenience for other programs: a full disk does not stop what runs. */
  private keepList(change: () => void): void {
    try {
      change();
    } catch (error) {
      this.output.say(listNotKeptText(messageOf(error)));
    }
  }
}
