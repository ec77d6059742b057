import type { Bilingual } from '@mtg/governance';
import { registerEnumType } from 'type-graphql';
import { zhEn } from './descriptions';

/**
 * Makes an enum of the schema from a vocabulary of governance, with what people read for each code. Call it once, where
 * the first type that has it is defined.
 *
 * @param name as in the schema, e.g. `DelegationKind`
 */
export function registerVocabulary<Code extends string>(
  codes: Readonly<Record<Code, Code>>,
  name: string,
  title: Bilingual,
  labels: Readonly<Record<NoInfer<Code>, Bilingual>>,
): void {
  const described = Object.entries<Bilingual>(labels).map(([code, { zh, en }]) => [
    code,
    { description: zhEn(zh, en) },
  ]);
  registerEnumType(codes, {
    name,
    description: zhEn(title.zh, title.en),
    valuesConfig: Object.fromEntries(described),
  });
}
