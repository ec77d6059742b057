import { ROLE_ENTRIES } from '@mtg/access';
import { RULES, VERBS, type Bilingual } from '@mtg/governance';
import type { Choice } from '../model/dataset';

const choicesFrom = (labels: Readonly<Record<string, Bilingual>>): readonly Choice[] =>
  Object.entries(labels).map(([code, { zh, en }]) => ({ code, zh, en }));

/** Names of commands. */
export const COMMAND_CHOICES = choicesFrom(VERBS);

/** Names of roles. */
export const ROLE_CHOICES = choicesFrom(
  Object.fromEntries(Object.entries(ROLE_ENTRIES).map(([role, { label }]) => [role, label])),
);

/** Names of governance rules. */
export const RULE_CHOICES = choicesFrom(Object.fromEntries(RULES.map(({ code, name }) => [code, name])));
