/** The two sides of a text in which git left conflict markers; null where it has none. */
export function splitSides(bytes: Buffer): { readonly ours: Buffer; readonly theirs: Buffer } | null {
  if (!bytes.includes('\n<<<<<<< ') && bytes.indexOf('<<<<<<< ') !== 0) return null;
  const text = bytes.toString('utf8');
  const ours: string[] = [];
  const theirs: string[] = [];
  let side: 'both' | 'ours' | 'base' | 'theirs' = 'both';
  for (const line of text.split('\n')) {
    if (line.startsWith('<<<<<<< ')) side = 'ours';
    else if (side === 'ours' && line.startsWith('|||||||')) side = 'base';
    else if (side !== 'both' && line === '=======') side = 'theirs';
    else if (side === 'theirs' && line.startsWith('>>>>>>> ')) side = 'both';
    else {
      if (side === 'both' || side === 'ours') ours.push(line);
      if (side === 'both' || side === 'theirs') theirs.push(line);
    }
  }
  return { ours: Buffer.from(ours.join('\n')), theirs: Buffer.from(theirs.join('\n')) };
}

/** The words behind the last of git's conflict markers: the branch or commit that was merged; empty without any. */
export function lastLabel(contents: Uint8Array): string {
  return /^>{7} (.*)$/m.exec(Buffer.from(contents).toString('utf8'))?.[1] ?? '';
}
