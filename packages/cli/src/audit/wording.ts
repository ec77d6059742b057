import type { ChainProblem } from '@mtg/commands';

/** What a problem of a chain means, for the person who has to find out how it came about. */
export const sentenceOf = ({ sequence, kind }: ChainProblem): string => WORDING[kind](sequence);

const WORDING: Readonly<Record<ChainProblem['kind'], (sequence: string) => string>> = {
  EDITED: (sequence) =>
    `第 ${sequence} 条被改动或调换：内容与其哈希不符 · entry ${sequence} was edited or moved: its content does not have its hash`,
  MISSING: (sequence) => `第 ${sequence} 条缺失，已被删除 · entry ${sequence} is missing: it was deleted`,
  SURPLUS: (sequence) =>
    `第 ${sequence} 条在首条之前，不属于此链 · entry ${sequence} stands before the first and is none of the chain's`,
  NOT_LINKED: (sequence) =>
    `第 ${sequence} 条不接前一条：前一条被改动、调换或重写 · entry ${sequence} does not follow the one before it: that one was edited, moved or written anew`,
  CUT_OFF: (sequence) =>
    `从第 ${sequence} 条起被截断：别的子图见证过更后的记录 · cut off from entry ${sequence} on: another subgraph has witnessed later ones`,
  NOT_AS_ANCHORED: (sequence) =>
    `第 ${sequence} 条与别的子图的见证不符：此条或更早的记录被重写 · entry ${sequence} is not what another subgraph witnessed: it, or an earlier one, was written anew`,
};
