/** The two sides of a text in which git left conflict markers; null where it has none. */
export function splitSides(text: string): { readonly ours: string; readonly theirs: string } | null {
  if (!/^<{7} /m.test(text)) return null;
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
  return { ours: ours.join('\n'), theirs: theirs.join('\n') };
}
