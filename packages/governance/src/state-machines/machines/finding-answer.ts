import { defineMachine, statesOf, type StateOf } from '../state-machine';

/** The answer to a finding of the periodic checks: an explanation with a remedy, confirmed or sent back. */
export const findingAnswerMachine = defineMachine({
  name: 'findingAnswer',
  title: { zh: '检查结果的说明', en: 'answer to a finding' },
  states: {
    GIVEN: { label: { zh: '待确认', en: 'awaiting confirmation' } },
    CONFIRMED: { label: { zh: '已确认', en: 'confirmed' }, terminal: true },
    SENT_BACK: { label: { zh: '已退回', en: 'sent back' }, terminal: true },
  },
  creation: { commands: ['answerFinding'], to: 'GIVEN', authority: 'CENTER' },
  transitions: [
    { command: 'confirmFinding', from: ['GIVEN'], to: 'CONFIRMED', authority: 'GENERAL_AFFAIRS_CENTER' },
    {
      command: 'sendBackFinding',
      from: ['GIVEN'],
      to: 'SENT_BACK',
      authority: 'GENERAL_AFFAIRS_CENTER',
      reasonRequired: true,
    },
  ],
  notes: [
    {
      zh: '退回的，检查结果恢复为未解决，可另行说明。说明不改变考核结论：漏掉的一周仍是违规，只是有了说明。按时发生、事后补录的，由下一次检查认定合规，检查结果转为已解决。',
      en: 'A finding whose answer is sent back is open again and takes another. An answer leaves the judgement as it is: a missed week stays missed, explained. What happened in time and is recorded later lets the next check find the rule kept, and resolves the finding.',
    },
    {
      zh: '街道的检查结果由综合管理中心或街道主要领导说明。确认、退回的不得是说明的本人。',
      en: 'A finding of the street is answered by the General Affairs Management Center or a principal leader. The person who answered neither confirms the answer nor sends it back.',
    },
  ],
});

export const FindingAnswerState = statesOf(findingAnswerMachine);
export type FindingAnswerState = StateOf<typeof findingAnswerMachine>;
