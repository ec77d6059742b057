import { RULES } from '@mtg/governance';
import { SearchHit, toSource } from '@mtg/subgraph-kit';

/** Rules are data of the platform's own and stand in no table; they are found like what does. */
export function searchRules(text: string): SearchHit[] {
  const wanted = text.trim().toLowerCase();
  return RULES.flatMap((rule) => {
    const fields = { name: rule.name.zh, sentence: rule.sentence, code: rule.code };
    const found = Object.entries(fields).find(([, content]) => content.toLowerCase().includes(wanted));
    if (!found) return [];
    const [matchedField, matchedText] = found;
    return Object.assign(new SearchHit(), {
      typeName: 'GovernanceRule',
      id: null,
      code: rule.code,
      name: rule.name.zh,
      matchedField,
      matchedText,
      source: toSource(`seed:${rule.lines[0] ?? 1}`),
    });
  });
}
