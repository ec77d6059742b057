import type { StreetListing } from '@mtg/subgraphs';

/**
 * Turns text about one street into the same text about another: every place where the model's names, title, code or
 * port stand gets those of the new one.
 */
export function likeness(model: StreetListing, street: StreetListing): (text: string) => string {
  const replaced: readonly (readonly [string, string])[] = [
    [model.typeName, street.typeName],
    [model.title, street.title],
    [model.divisionCode, street.divisionCode],
    [model.code, street.code],
    [model.name, street.name],
    [String(model.port), String(street.port)],
  ];
  return (text) => replaced.reduce((result, [old, now]) => result.replaceAll(wholeWord(old), now), text);
}

/** Letters and digits around it would make it another word; `_` and `-` join it to `_db` and `-db`. */
const wholeWord = (text: string): RegExp => new RegExp(`(?<![A-Za-z0-9])${text}(?![A-Za-z0-9])`, 'gu');
