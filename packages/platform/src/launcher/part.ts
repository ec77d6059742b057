import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { defaultsOf, partEnvironment, type DatabaseUrls } from '../config';
import { PlatformFailure } from '../failure';
import { isReady } from './is-ready';
import type { Output } from './output';
import { localUrl, publicUrl, type PartPlan } from './plan';
import type { RunningPart } from './running-parts';
import { SupervisedChild } from './supervised-child';
import { SupervisedDatabase, type EmbeddedUrls } from './supervised-database';
import { givenUpText, phaseText, readyText, restartText, stepText } from './wording';

const READY_LIMIT_MS = 300_000;
const READY_PAUSE_MS = 100;
/** Of the database's log only this is shown; the rest is kept for the error message should it die. */
const NOTABLE = / (WARNING|ERROR|FATAL|PANIC): {2}(?!the database system is)/;

/** One process of the platform and, where it has one, its embedded database. */
export class Part {
  private readonly database: SupervisedDatabase | undefined;
  private child: SupervisedChild | undefined;
  private databaseUrls: Partial<DatabaseUrls>;
  private warehouse: URL | undefined;
  private noteDatabase: () => void = () => undefined;
  /** Settles once the embedded database has started. Never, if it does not start. */
  readonly databaseStarted = new Promise<void>((resolve) => (this.noteDatabase = resolve));
  private watching = false;
  private failure: PlatformFailure | undefined;
  private stopped = false;

  /** @param onChange called whenever a process of the part starts or ends */
  constructor(
    readonly plan: PartPlan,
    private readonly dataDirectory: string,
    private readonly output: Output,
    private readonly onChange: () => void,
  ) {
    const { databaseUrl, ownerDatabaseUrl } = plan;
    this.databaseUrls = {
      ...(databaseUrl !== undefined && { databaseUrl }),
      ...(ownerDatabaseUrl !== undefined && { ownerDatabaseUrl }),
    };
    if ((plan.kind === 'subgraph' || plan.kind === 'insight') && databaseUrl === undefined) {
      this.database = new SupervisedDatabase({
        name: plan.name,
        directory: join(dataDirectory, plan.name),
        onLine: (line) => NOTABLE.test(line) && output.log(`${plan.name}/postgres`, line),
        onStep: (step) => output.about(plan.name, stepText(step)),
        onDeath: (reason, waitMs) => output.about(`${plan.name}/postgres`, restartText(reason, waitMs)),
      });
    }
  }

  /**
   * Starts the database and the process, and returns when the process is ready.
   *
   * @throws PlatformFailure when it will not become ready
   */
  async start(): Promise<void> {
    await this.startDatabase();
    await this.startProcess();
  }

  /** Starts the embedded database, if the part has one. */
  async startDatabase(): Promise<void> {
    if (this.database) this.use(await this.database.start());
    this.noteDatabase();
  }

  /**
   * Starts the process and returns when it is ready.
   *
   * @param more further environment variables, which were not known when the plan was made
   */
  async startProcess(more: Readonly<Record<string, string>> = {}): Promise<void> {
    if (this.stopped) return;
    this.child = this.supervise(more);
    this.child.start();
    await this.untilReady();
  }

  /** The address at which the warehouse reads what this part shares; undefined without an embedded database. */
  get warehouseUrl(): string | undefined {
    return this.plan.kind === 'subgraph' ? this.warehouse?.toString() : undefined;
  }

  async stopProcess(force = false): Promise<void> {
    this.stopped = true;
    await this.child?.stop(force);
  }

  async stopDatabase(force = false): Promise<void> {
    await this.database?.stop(force);
  }

  describe(): RunningPart {
    const { name, kind, port } = this.plan;
    const pid = this.child?.pid;
    return {
      name,
      kind,
      port,
      url: publicUrl(this.plan),
      ...(pid !== undefined && { pid }),
      ...this.databaseUrls,
    };
  }

  private use({ warehouseUrl, ...urls }: EmbeddedUrls): void {
    this.databaseUrls = urls;
    this.warehouse = new URL(warehouseUrl);
  }

  /** A subgraph lets the warehouse read its embedded database, whether the warehouse runs or not. */
  private warehouseVariables(): Readonly<Record<string, string>> {
    if (this.plan.kind !== 'subgraph' || !this.warehouse) return {};
    const { username, password } = this.warehouse;
    return { WAREHOUSE_ROLE: username, WAREHOUSE_PASSWORD: password };
  }

  private supervise(more: Readonly<Record<string, string>>): SupervisedChild {
    const { name, program, port, host, subgraphUrls, variables } = this.plan;
    const { databaseUrls, output } = this;
    return new SupervisedChild({
      program,
      environment: partEnvironment({
        port,
        host,
        defaults: defaultsOf(this.plan.kind, { dataDirectory: this.dataDirectory, part: name }),
        ...databaseUrls,
        externalDatabase: this.plan.databaseUrl !== undefined,
        ...(subgraphUrls && { subgraphUrls }),
        variables: { ...variables, ...this.warehouseVariables(), ...more },
      }),
      onLine: (line) => output.log(name, line),
      onPhase: (phase, detail) => {
        const text = phaseText(phase, detail);
        if (text !== undefined) output.about(name, text);
      },
      onStart: () => {
        this.onChange();
        // The first time, the starter of the part waits for it.
        if (this.watching) void this.reportReadyAgain();
      },
      onDeath: (ending, waitMs) => this.died(ending, waitMs),
    });
  }

  private died(ending: string, waitMs: number | undefined): void {
    this.onChange();
    this.output.about(
      this.plan.name,
      waitMs === undefined ? givenUpText(ending) : restartText(ending, waitMs),
    );
    if (waitMs !== undefined) return;
    this.failure = new PlatformFailure(
      'part',
      `${this.plan.name} 未能启动（${ending}）。以下是它的日志：`,
      `${this.plan.name} did not start (${ending}). Its log:`,
      this.child?.lines().slice(-10),
    );
  }

  private async untilReady(): Promise<void> {
    const url = localUrl(this.plan, this.plan.readyPath);
    const end = Date.now() + READY_LIMIT_MS;
    while (!this.stopped && this.failure === undefined) {
      if (await this.answers(url)) {
        this.watching = true;
        this.child?.markReady();
        this.output.about(this.plan.name, readyText(localUrl(this.plan)));
        return;
      }
      if (Date.now() > end) throw this.notReady(url);
      await sleep(READY_PAUSE_MS);
    }
    if (this.failure) throw this.failure;
  }

  /** While the process is down, another program might answer in its place. */
  private async answers(url: string): Promise<boolean> {
    return this.child?.pid !== undefined && (await isReady(url)) && this.child.pid !== undefined;
  }

  private async reportReadyAgain(): Promise<void> {
    const pid = this.child?.pid;
    const url = localUrl(this.plan, this.plan.readyPath);
    while (!this.stopped && this.child?.pid === pid) {
      if (await this.answers(url)) {
        this.output.about(this.plan.name, readyText(localUrl(this.plan)));
        return;
      }
      await sleep(READY_PAUSE_MS);
    }
  }

  private readonly notReady = (url: string): PlatformFailure =>
    new PlatformFailure(
      'part',
      `${this.plan.name} 在 ${READY_LIMIT_MS / 1000} 秒内未就绪（${url}）。`,
      `${this.plan.name} was not ready within ${READY_LIMIT_MS / 1000} s (${url}).`,
      this.child?.lines().slice(-10),
    );
}
