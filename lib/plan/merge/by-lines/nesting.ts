/** How the lines of a format nest: by tags, by brackets, by indentation, or not at all. */
export type Nesting = 'tags' | 'brackets' | 'indentation' | 'none';

/** Tells by a path how the lines of a file nest. */
export function nestingOf(path: string): Nesting {
  if (/\.(?:html?|ejs)$/i.test(path)) return 'tags';
  if (/\.(?:[cm]?[jt]sx?|json)$/i.test(path)) return 'brackets';
  return /\.py$/i.test(path) ? 'indentation' : 'none';
}
