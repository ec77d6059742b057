import { ask } from './api';
import { element } from './dom';

/** A browser does not send the key of the page along with a link; the page reads the file and hands it over. */
export async function download(path: string, name: string): Promise<void> {
  const address = URL.createObjectURL(await (await ask(path)).blob());
  element('a', { href: address, download: name }).click();
  // Safari reads it only after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Copies a text; where the browser does not allow it, as at an address without TLS, selects it for the reader to copy. */
export async function copy(from: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(from.textContent ?? '');
  } catch {
    getSelection()?.selectAllChildren(from);
  }
}
