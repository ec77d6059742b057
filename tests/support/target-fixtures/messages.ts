import type { DispatchStage } from '../dispatch';
import type { Place } from '../everybody';
import { serial } from './serial';

/** To whom a message of a kind goes, at this place. */
const ADDRESSEES: Readonly<
  Record<string, (aim: Place) => readonly [role: string, kind: string, place: string]>
> = {
  TO_STREET: () => ['STREET_LEADER', '', ''],
  TO_CENTER: ({ center }) => ['CENTER_HEAD', 'CENTER', center],
  TO_COMMUNITY: ({ community }) => ['COMMUNITY_SECRETARY', 'COMMUNITY', community],
  TO_DEPARTMENT: ({ department }) => ['DEPARTMENT_OFFICER', 'DEPARTMENT', department],
};

/** A message to a place. */
export async function message(stage: DispatchStage, kind: string, aim: Place): Promise<string> {
  const addressee = ADDRESSEES[kind]?.(aim);
  if (!addressee) throw new Error(`no message is ${kind}`);
  const [role, placeKind, place] = addressee;
  const [row]: readonly { readonly id: string }[] = await stage.dayu.database.query(
    `INSERT INTO message (kind, role, place_kind, place, row_id, row_kind, command, text, created_at, next_attempt_at)
     VALUES ('WAITING', $1, $2, $3, uuidv7(), 'WorkOrder', $4, '派单待办', now(), now()) RETURNING id`,
    [role, placeKind, place, `acceptWorkOrder${serial()}`],
  );
  return row?.id ?? '';
}
