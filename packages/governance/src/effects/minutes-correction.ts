import { hasWords } from '../checks/facts';
import { minutesMachine, type MinutesState } from '../state-machines/machines/minutes';
import { stateName } from '../state-machines/state-machine';
import type { Act } from './act';

/** A correction of issued minutes, about to be issued. */
interface Draft {
  readonly minutes: { readonly state: MinutesState; readonly version: number };
  /** The item as it reads now, earlier corrections included. */
  readonly reads: string;
  readonly text: string;
  readonly reason: string;
  readonly number: string;
}

/** Issues a correction of an item of issued minutes (更正), a document of its own; the minutes stay as they were issued. */
export function issuedMinutesCorrection(act: Act, { minutes, reads, text, reason, number }: Draft) {
  if (minutes.state !== 'ISSUED') {
    const { zh, en } = stateName(minutesMachine, minutes.state);
    act.requireState(minutes, {
      message: {
        zh: `纪要的状态为“${zh}”，尚未印发。请直接修改草稿（reviseMinutes）`,
        en: `The minutes are ${en} and not issued yet. Revise the draft (reviseMinutes)`,
      },
    });
  }
  if (!hasWords(reason)) {
    act.requireInput({
      field: 'reason',
      message: {
        zh: '更正的理由没有写成文字。请写明为什么更正',
        en: 'The reason of the correction holds no words. State in words why the minutes are wrong',
      },
    });
  }
  if (text === reads) {
    act.requireInput({
      field: 'text',
      message: {
        zh: '更正后的内容与现在的相同。请填写正确的内容',
        en: 'The corrected text is the one that the item has now. State the right text',
      },
    });
  }
  const { subject: issuer, role } = act.actor;
  return { number, oldText: reads, newText: text, reason, issuer, role };
}
