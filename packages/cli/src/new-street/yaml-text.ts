import { isMap, isScalar, parseDocument, type Node } from 'yaml';
import { PlaceMissing } from './place-missing';

/** Where something stands in a text: from `start` up to and without `end`. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** A YAML file as text, and where its parts stand in it. */
export interface YamlText {
  readonly file: string;
  readonly text: string;
  /** The whole lines of the entries from `first` to `last` in a map, with the comment lines directly above. */
  readonly linesOf: (path: readonly string[], first: string, last: string) => Place;
  /** Where the value at a path stands. */
  readonly valueAt: (path: readonly string[]) => Place;
}

/** Opens a YAML file. @throws PlaceMissing, from its methods, for a path that the file does not have */
export function openYaml(file: string, text: string): YamlText {
  const document = parseDocument(text);
  if (document.errors.length > 0) throw new PlaceMissing(file, 'YAML');

  const entry = (path: readonly string[], key: string): { readonly key: Place; readonly value: Place } => {
    const map = document.getIn(path, true);
    const pair = isMap(map)
      ? map.items.find((item) => isScalar(item.key) && item.key.value === key)
      : undefined;
    if (!pair) throw new PlaceMissing(file, [...path, key].join('.'));
    return { key: placeOf(pair.key as Node), value: placeOf(pair.value as Node | null) };
  };
  return {
    file,
    text,
    linesOf: (path, first, last) => {
      const { key, value } = entry(path, last);
      const indentation = key.start - startOfLine(text, key.start);
      return {
        start: withComments(text, startOfLine(text, entry(path, first).key.start)),
        end: withNotes(text, endOfLine(text, value.end), indentation),
      };
    },
    valueAt: (path) => entry(path.slice(0, -1), path.at(-1) ?? '').value,
  };
}

function placeOf(node: Node | null): Place {
  const [start, end] = node?.range ?? [];
  if (start === undefined || end === undefined) throw new RangeError('a node without a place in the text');
  return { start, end };
}

const startOfLine = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

/** After the line on which the last word before `at` stands. */
function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', text.slice(0, at).trimEnd().length);
  return end < 0 ? text.length : end + 1;
}

/** The end of the comment lines that stand deeper than an entry, at its end. */
function withNotes(text: string, end: number, indentation: number): number {
  const [notes = ''] = new RegExp(`^(?: {${indentation + 1},}#[^\\n]*\\n)*`, 'u').exec(text.slice(end)) ?? [];
  return end + notes.length;
}

/** The start of the comment lines above a line; blank lines within them, none above. */
function withComments(text: string, line: number): number {
  const [comments = ''] = /(?:[ \t]*#[^\n]*\n(?:[ \t]*\n)?)*$/u.exec(text.slice(0, line)) ?? [];
  return line - comments.length;
}
