import type { CompositionProblem } from './problem';

/** Thrown when the subgraphs do not compose; the message has a sentence per problem, Chinese and English. */
export class CompositionError extends Error {
  override readonly name = 'CompositionError';

  constructor(readonly problems: readonly CompositionProblem[]) {
    super(
      `超图合成失败，共 ${problems.length} 处 · The supergraph does not compose (problems: ${problems.length})\n` +
        problems.map(({ sentence }) => `- ${sentence}`).join('\n'),
    );
  }
}
