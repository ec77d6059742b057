import type { GatewayConfig } from '@apollo/gateway';
import { begin, end } from './preparation/stopwatch';

type PlannerCache = NonNullable<NonNullable<GatewayConfig['queryPlannerConfig']>['cache']>;
type Plan = Parameters<PlannerCache['set']>[1];

/**
 * The query plans used last, limited by their number. The gateway's own cache counts the bytes of their JSON, which
 * leaves out the parsed documents, a multiple of it.
 */
export class PlanCache implements PlannerCache {
  /** A Map keeps the order of insertion: the one used longest ago comes first. */
  readonly #plans = new Map<string, Plan>();

  constructor(private readonly most: number) {}

  async get(key: string): Promise<Plan | undefined> {
    const plan = this.#plans.get(key);
    if (plan) this.#keep(key, plan);
    // The gateway makes the plan next, and stores it.
    else begin();
    return plan;
  }

  async set(key: string, plan: Plan): Promise<void> {
    end();
    this.#keep(key, plan);
    const [oldest] = this.#plans.keys();
    if (this.#plans.size > this.most && oldest !== undefined) this.#plans.delete(oldest);
  }

  has(key: string): boolean {
    return this.#plans.has(key);
  }

  async delete(key: string): Promise<boolean> {
    return this.#plans.delete(key);
  }

  clear(): void {
    this.#plans.clear();
  }

  #keep(key: string, plan: Plan): void {
    this.#plans.delete(key);
    this.#plans.set(key, plan);
  }
}
