import { RULES } from '@mtg/governance';
import type { SearchHit } from '@mtg/subgraph-kit';
import { searchListed } from './search-listed';

const LISTED_RULES = RULES.map(({ code, name, sentence, english, lines }) => ({
  typeName: 'GovernanceRule',
  code,
  name: name.zh,
  citation: `seed:${lines[0] ?? 1}`,
  fields: { name: name.zh, nameEn: name.en, sentence, english, code },
}));

export const searchRules = (text: string): SearchHit[] => searchListed(text, LISTED_RULES);
