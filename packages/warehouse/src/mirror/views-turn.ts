import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@mtg/service-kit';
import type { ClientBase } from 'pg';
import { endOldKeys, findInTheWay, isOwnTurn, type InTheWay } from './in-the-way';

/** A report may read for minutes, and new readers would queue behind the one that waits for it: this gives way and tries again. */
const LOCK_LIMIT = '2s';
const RETRY_MS = 1000;
/** Copies that are made at once take turns; each is in the views for a moment. */
const TURN_MS = 250;
const LOCK_NOT_AVAILABLE = '55P03';
const DEADLOCK = '40P01';

/** As long as a statement of a key may take, by the settings that it begins with. */
const KEYS_LIMIT_SECONDS = 300;
/** How often the log says that it still waits. */
const SAY_MS = 60_000;

/** How long readers are waited for, and who is told. */
export interface ViewsTurn {
  /** From then on keys that are in the way are ended (default 300). */
  readonly keysLimitSeconds?: number | undefined;
  readonly logger: Pick<Logger, 'warn'>;
  /** Told with each try that does not succeed. */
  readonly onWaiting?: (found: readonly InTheWay[]) => Promise<void>;
}

/** Does what changes the views, within a transaction of its own, once no reader is in the way. */
export async function inViewsTurn(
  warehouse: ClientBase,
  turn: ViewsTurn,
  work: () => Promise<void>,
): Promise<void> {
  const { keysLimitSeconds = KEYS_LIMIT_SECONDS, logger, onWaiting } = turn;
  const began = performance.now();
  let said = -SAY_MS;
  for (;;) {
    await warehouse.query('BEGIN');
    try {
      // Asked for and not waited for: a wait that ends by its limit is an error in the server's log.
      const isTurn = await isOwnTurn(warehouse);
      if (isTurn) {
        await warehouse.query(`SET LOCAL lock_timeout = '${LOCK_LIMIT}'`);
        await work();
      }
      await warehouse.query('COMMIT');
      if (isTurn) return;
    } catch (error) {
      await warehouse.query('ROLLBACK');
      if (!isLocked(error)) throw error;
    }
    const found = await findInTheWay(warehouse);
    const isOver = performance.now() - began >= keysLimitSeconds * 1000;
    const ended = isOver ? await endOldKeys(warehouse, found, keysLimitSeconds) : [];
    if (ended.length > 0) logger.warn({ ended }, ENDED);
    else if (found.length > 0 && performance.now() - said >= SAY_MS) {
      logger.warn({ inTheWay: found }, WAITING);
      said = performance.now();
    }
    await onWaiting?.(found);
    await sleep(found.length > 0 ? RETRY_MS : TURN_MS);
  }
}

const WAITING = '新的副本或视图在等待读者结束 · a new copy or new views wait for readers to end';
const ENDED =
  '密钥的长事务挡住新的副本，已终止其会话 · keys read for too long and kept a new copy waiting: their sessions are ended';

// Errors of the driver have a code; others have none.
const isLocked = (error: unknown): boolean =>
  [LOCK_NOT_AVAILABLE, DEADLOCK].includes((error as { readonly code?: string }).code ?? '');
