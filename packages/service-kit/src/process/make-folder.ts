import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** Mode of folders above one whose mode is given: others may pass through. */
const ABOVE = 0o755;

/**
 * Makes what is missing of a path. Node's own way (`recursive`) does not end where a file system lets no folder be made, as below
 * /proc. What is there already is left as it is, whether or not it is a folder.
 *
 * @param mode of the folder, whatever the umask; as the umask has it, if not given
 * @throws the file system's error
 */
export function makeFolder(path: string, mode?: number): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path), mode && ABOVE);
  try {
    mkdirSync(path);
    if (mode !== undefined) chmodSync(path, mode);
  } catch (error) {
    // Several programs that start at once share the folder above. Errors of the file system have a code.
    if ((error as { code?: string }).code !== 'EEXIST') throw error;
  }
}
