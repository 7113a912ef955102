import { open } from 'node:fs/promises';

/** Makes an empty file for a copy of the database, which only its owner may read; numbered where there is one already. */
export async function makeCopyFile(stem, extension = '') {
  for (let count = 1; ; count += 1) {
    const file = `${stem}${count === 1 ? '' : `-${count}`}${extension}`;
    try {
      await (await open(file, 'wx', 0o600)).close();
      return file;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
}
