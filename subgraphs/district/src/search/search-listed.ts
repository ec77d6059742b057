import { comparisonForm } from '@mtg/governance';
import { SearchHit, toSource } from '@mtg/subgraph-kit';

/** Something that stands in no table, with the fields to look at in order of weight. */
export interface Listed {
  readonly typeName: string;
  readonly code: string;
  readonly name: string;
  readonly citation: string;
  readonly fields: Readonly<Record<string, string>>;
}

const foldedForm = (text: string): string => comparisonForm(text).toLowerCase();

/** Finds what is data of the platform's own as rows are found: by the whole text, ignoring case. */
export function searchListed(text: string, things: readonly Listed[]): SearchHit[] {
  const wanted = foldedForm(text);
  return things.flatMap(({ typeName, code, name, citation, fields }) => {
    const found = Object.entries(fields).find(([, content]) => foldedForm(content).includes(wanted));
    if (!found) return [];
    const [matchedField, matchedText] = found;
    const source = toSource(citation);
    return Object.assign(new SearchHit(), {
      typeName,
      id: null,
      code,
      name,
      matchedField,
      matchedText,
      source,
    });
  });
}
