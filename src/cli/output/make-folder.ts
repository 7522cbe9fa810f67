import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isFileError } from '../files/file-kind.ts';

/**
 * Makes a folder and those that it lies in. One at a time: below `/proc`, where no folder can be made, the recursive `mkdir`
 * of Node tries for ever.
 */
export async function makeFolder(path: string): Promise<void> {
  if (await isFolder(path)) return;
  if (dirname(path) !== path) await makeFolder(dirname(path));
  try {
    await mkdir(path);
  } catch (error) {
    // Somebody else may have made it meanwhile.
    if (!(isFileError(error) && error.code === 'EEXIST' && (await isFolder(path)))) throw error;
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    // What cannot be looked at cannot be made either, and `mkdir` says why.
    if (isFileError(error)) return false;
    throw error;
  }
}
