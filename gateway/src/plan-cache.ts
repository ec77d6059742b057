import type { GatewayConfig } from '@apollo/gateway';
import { LRUCache } from 'lru-cache';
import { begin, end } from './preparation/stopwatch';

type PlannerCache = NonNullable<NonNullable<GatewayConfig['queryPlannerConfig']>['cache']>;
type Plan = Parameters<PlannerCache['set']>[1];

/**
 * The query plans used last, limited by their number. The gateway's own cache counts the bytes of their JSON, which
 * leaves out the parsed documents, a multiple of it.
 */
export class PlanCache implements PlannerCache {
  readonly #plans: LRUCache<string, Plan>;

  /** @param most plans that are kept */
  constructor(most: number) {
    this.#plans = new LRUCache({ max: most });
  }

  async get(key: string): Promise<Plan | undefined> {
    const plan = this.#plans.get(key);
    // The gateway makes the plan next, and stores it.
    if (!plan) begin();
    return plan;
  }

  async set(key: string, plan: Plan): Promise<void> {
    end();
    this.#plans.set(key, plan);
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
}
