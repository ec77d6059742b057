/** The few parts of `pg` that the supervisor uses; the package brings no types of its own. */
declare module 'pg' {
  import type { EventEmitter } from 'node:events';

  interface ClientConfig {
    readonly connectionString: string;
    readonly connectionTimeoutMillis?: number;
    readonly query_timeout?: number;
  }

  export class Client extends EventEmitter {
    constructor(config: ClientConfig);
    connect(): Promise<void>;
    query(text: string): Promise<{ readonly rows: readonly Readonly<Record<string, unknown>>[] }>;
    end(): Promise<void>;
    escapeIdentifier(name: string): string;
  }
}
