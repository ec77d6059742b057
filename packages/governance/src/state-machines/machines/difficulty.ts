import { defineMachine, statesOf, type StateOf } from '../state-machine';

/** A difficulty that a center reported at a monthly progress meeting (R20). */
export const difficultyMachine = defineMachine({
  name: 'difficulty',
  title: { zh: '困难与问题', en: 'difficulty' },
  states: {
    OPEN: { label: { zh: '待解决', en: 'open' } },
    SOLVED: { label: { zh: '已解决', en: 'solved' }, terminal: true },
  },
  creation: { commands: ['recordCenterReport', 'recordReportForHead'], to: 'OPEN', authority: 'CENTER' },
  transitions: [
    { command: 'updateDifficulty', from: ['OPEN'], to: 'OPEN', authority: 'CENTER' },
    { command: 'reassignDifficulty', from: ['OPEN'], to: 'OPEN', authority: 'GENERAL_AFFAIRS_CENTER' },
    { command: 'solveDifficulty', from: ['OPEN'], to: 'SOLVED', authority: 'CENTER' },
  ],
  notes: [
    {
      zh: '待解决的困难与问题在其后每次月推进会上再次列出，直到解决为止。',
      en: 'An open difficulty is listed again at each later monthly progress meeting, until it is solved.',
    },
  ],
});

export const DifficultyState = statesOf(difficultyMachine);
export type DifficultyState = StateOf<typeof difficultyMachine>;
