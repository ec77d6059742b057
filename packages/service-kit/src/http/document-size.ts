import { Kind, visit, type DocumentNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';

/** Size of a selection set as written, independent of the schema. */
export interface DocumentSize {
  readonly selections: number;
  readonly depth: number;
}
const NOTHING: DocumentSize = { selections: 0, depth: 0 };

/** Fragments by name. */
export function fragmentsOf({ definitions }: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  const found = new Map<string, FragmentDefinitionNode>();
  for (const each of definitions) {
    if (each.kind === Kind.FRAGMENT_DEFINITION) found.set(each.name.value, each);
  }
  return found;
}

/** Depth of the deepest nesting of lists and objects in the values of a document. */
export function valueLevels(document: DocumentNode): number {
  let [level, most] = [0, 0];
  const within = {
    enter: () => {
      level += 1;
      most = Math.max(most, level);
    },
    leave: () => {
      level -= 1;
    },
  };
  visit(document, { ListValue: within, ObjectValue: within });
  return most;
}

/** Measures the parts of one document; each fragment once, so that it takes no longer than reading the document. */
export class DocumentSizes {
  readonly #measured = new Map<string, DocumentSize>();

  constructor(private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>) {}

  of({ selections }: SelectionSetNode): DocumentSize {
    let count = selections.length;
    let depth = 0;
    for (const selection of selections) {
      const isField = selection.kind === Kind.FIELD;
      const below =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? this.#ofFragment(selection.name.value)
          : selection.selectionSet
            ? this.of(selection.selectionSet)
            : NOTHING;
      count += below.selections;
      depth = Math.max(depth, below.depth + (isField ? 1 : 0));
    }
    return { selections: count, depth };
  }

  #ofFragment(name: string): DocumentSize {
    const known = this.#measured.get(name);
    if (known) return known;
    // Counts as nothing within itself: that it spreads itself is an error of validation.
    this.#measured.set(name, NOTHING);
    const fragment = this.fragments.get(name);
    const size = fragment ? this.of(fragment.selectionSet) : NOTHING;
    this.#measured.set(name, size);
    return size;
  }

  /** Fields of an operation’s first level; a fragment that is spread again adds none. */
  rootFields({ selections }: SelectionSetNode, seen = new Set<string>()): number {
    let count = 0;
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        count += 1;
        continue;
      }
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        count += this.rootFields(selection.selectionSet, seen);
        continue;
      }
      const fragment = this.fragments.get(selection.name.value);
      if (!fragment || seen.has(selection.name.value)) continue;
      seen.add(selection.name.value);
      count += this.rootFields(fragment.selectionSet, seen);
    }
    return count;
  }
}
