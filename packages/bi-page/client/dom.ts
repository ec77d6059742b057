type Child = Node | string | null | undefined;

/** Makes an element. Texts become text nodes, so that nothing in the data is read as HTML. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/** @throws Error for an id that the page does not have */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
}

export const replace = (id: string, ...children: readonly Child[]): void =>
  byId(id).replaceChildren(...children.filter((child) => child !== null && child !== undefined));
