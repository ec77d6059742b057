import { headOf } from './meetings';
import { people, type YearStage } from './stage';

interface OpenDifficulty {
  readonly daysOpen: number;
  readonly difficulty: { readonly id: string; readonly content: string };
}

/** Difficulties that the last progress meeting was shown again (R20). */
export async function shownAtLastMeeting(stage: YearStage): Promise<readonly OpenDifficulty[]> {
  const { meetings } = await stage.read(
    `meetings(first: 1, filter: { kind: MONTHLY_PROGRESS }, orderBy: [{ field: HELD_ON, direction: DESC }]) {
      nodes { openDifficulties { daysOpen difficulty { id content } } } }`,
    people.leader,
  );
  return meetings.nodes[0].openDifficulties;
}

/** 综治维稳中心 says how a difficulty was solved today (R20). */
export const solveDifficulty = (stage: YearStage, difficultyId: string): Promise<void> =>
  stage.step(
    'solveDifficulty',
    { difficultyId, solution: '街道调剂两人', solvedOn: stage.today() },
    headOf('PUBLIC_SECURITY'),
  );
