import type { CommandTransaction } from '@mtg/commands';
import { wrongInput } from '../wrong-input';

/** An item that carries out a work order carries out one of its own center, while that is open. */
export async function requireOpenOrderOf(
  _transaction: CommandTransaction,
  _centerCode: string,
  id: string,
): Promise<void> {
  throw wrongInput('workOrderId', { zh: `没有派单 ${id}`, en: `there is no work order ${id}` });
}
