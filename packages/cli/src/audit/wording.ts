import type { ChainProblem } from '@mtg/commands';
import { SUBGRAPHS } from '@mtg/subgraphs';
import type { Witnessed } from './anchors';
import { chainOf, witnessesOf } from './chains';
import type { Target } from './targets';

/** Meaning of a problem of a chain, for the person who investigates its cause. */
export const sentenceOf = ({ sequence, kind }: ChainProblem): string => WORDING[kind](sequence);

const WORDING: Readonly<Record<ChainProblem['kind'], (sequence: string) => string>> = {
  EDITED: (sequence) =>
    `第 ${sequence} 条被改动或调换：内容与其哈希不符 · entry ${sequence} was edited or moved: its content does not match its hash`,
  MISSING: (sequence) => `第 ${sequence} 条缺失，已被删除 · entry ${sequence} was deleted`,
  SURPLUS: (sequence) =>
    `第 ${sequence} 条在首条之前，不属于此链 · entry ${sequence} precedes the first entry and does not belong to this chain`,
  NOT_LINKED: (sequence) =>
    `第 ${sequence} 条不接前一条：前一条被改动、调换或重写 · entry ${sequence} does not continue the previous entry, which was edited, moved or rewritten`,
  CUT_OFF: (sequence) =>
    `从第 ${sequence} 条起被截断：别的子图见证过更后的记录 · truncated from entry ${sequence} on: another subgraph has witnessed later entries`,
  NOT_AS_ANCHORED: (sequence) =>
    `第 ${sequence} 条与别的子图的见证不符：此条或更早的记录被重写 · entry ${sequence} differs from what another subgraph witnessed: this entry or an earlier one was rewritten`,
};

export const witnessText = (count: number): string =>
  count === 0 ? '未经见证 · not witnessed' : `见证 ${count} 处 · witnessed entries: ${count}`;

/**
 * The parts that were left out, with the reason.
 *
 * @param all true when no single chain was asked for
 */
export function notVerified(
  all: boolean,
  targets: readonly Target[],
  { witnesses, unreachable }: Witnessed,
): readonly string[] {
  const verified = new Set(targets.map(({ listing }) => listing.name));
  const others = SUBGRAPHS.filter(({ name }) => !verified.has(name)).map(chainOf);
  const alone = targets.filter(
    ({ listing }) => !witnessesOf(listing).some(({ name }) => witnesses.has(name)),
  );
  return [
    ...alone.map(({ listing }) => {
      const names = witnessesOf(listing).map(({ name }) => name);
      return (
        `未校验 · not verified: ${chainOf(listing)} 末端是否被截断、整链是否被重写；须与见证者 ${names.join('、')} 的数据库对照（WITNESS_DATABASE_URLS） · ` +
        `whether ${chainOf(listing)} was truncated or rewritten as a whole. Give the database of a witness (${names.join(', ')}) in WITNESS_DATABASE_URLS`
      );
    }),
    ...unreachable.map(
      (host) =>
        `未校验 · not verified: 与见证者 ${host} 的对照，它连接不上 · the comparison with the witness at ${host}, which cannot be reached`,
    ),
    ...(all && others.length > 0
      ? [
          `未校验 · not verified: 其他链，不在这些数据库中 · other chains, which are not in these databases: ${others.join(', ')}`,
        ]
      : []),
  ];
}
