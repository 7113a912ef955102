/** One thing that a page tells its reader to do or to see. */
export type Step =
  /** Text of a file: the whole of it, lines to add to it, or lines to change in it. */
  | {
      readonly kind: 'file';
      readonly language: string;
      readonly file: string;
      readonly text: string;
      readonly told: string;
    }
  | { readonly kind: 'command'; readonly command: string }
  /** What the command before it prints. */
  | { readonly kind: 'output'; readonly lines: readonly string[] };

/** The steps below one heading. */
export interface Section {
  readonly heading: string;
  readonly prose: string;
  readonly steps: readonly Step[];
}

const isFileName = (word: string): boolean => /^[\w./-]+\.(dsl|toml|py|md|html)$/.test(word);
const isCommand = (word: string): boolean => /^(dazzle|git|npm) \S/.test(word);

/** The sections of a page of Markdown, each with the commands of its blocks and its prose and the files it writes, in order. */
export function readPage(page: string): Section[] {
  return page
    .split(/^## /m)
    .map((section) => {
      const [heading = '', ...lines] = section.split('\n');
      return readSection(heading, lines.join('\n'));
    })
    .filter(({ steps }) => steps.length > 0);
}

function readSection(heading: string, body: string): Section {
  const steps: Step[] = [];
  const prose: string[] = [];
  let file: string | null = null;
  // Prose, the language of the block after it, the block: over and over.
  const parts = body.split(/^```(.*)\n([\s\S]*?)^```$/m);
  for (let at = 0; at < parts.length; at += 3) {
    const [before = '', language, text = ''] = parts.slice(at, at + 3);
    prose.push(before);
    const words = [...before.matchAll(/`([^`]+)`/g)].map(([, word]) => word!);
    for (const command of words.filter(isCommand)) steps.push({ kind: 'command', command });
    file = words.findLast(isFileName) ?? file;
    if (language === undefined) continue;
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    if (language === 'sh') for (const command of lines) steps.push({ kind: 'command', command });
    else if (language === 'text') steps.push({ kind: 'output', lines });
    else if (file === null) throw new Error(`"${heading}" names no file for its block of ${language}`);
    else steps.push({ kind: 'file', language, file, text, told: before });
  }
  return { heading, prose: prose.join('\n'), steps };
}
