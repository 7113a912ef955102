/** Why a pattern cannot be used (completing "the pattern of X …") and how to mend it. */
export interface PatternProblem {
  readonly message: string;
  readonly fix: string;
}

interface Walk {
  readonly text: string;
  at: number;
  /** Groups opened so far, and those closed. */
  groups: number;
  readonly closed: Set<number>;
  inLookbehind: number;
  depth: number;
  problem: PatternProblem | null;
}

const deepestGroup = 50;

/** Checks that a regular expression means the same to JavaScript (`u`) and to Python's `re`; null where it does. */
export function checkPattern(text: string): PatternProblem | null {
  const onlyPython = findOnlyPython(text);
  if (onlyPython !== null) return onlyPython;
  try {
    new RegExp(text, 'u');
  } catch (error) {
    const reason = (error as Error).message.replace(/^Invalid regular expression: \/.*\/u: /s, '');
    return {
      message: `is not a regular expression: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`,
      fix: /escape/i.test(reason)
        ? 'a backslash stands before a letter of a class (\\d, \\w, \\s) or a sign that needs one (\\. \\( \\[ \\+ …)'
        : 'mend the expression; brackets come in pairs, and *, +, ? follow what they repeat',
    };
  }
  const walk: Walk = { text, at: 0, groups: 0, closed: new Set(), inLookbehind: 0, depth: 0, problem: null };
  readAlternatives(walk);
  return walk.problem;
}

function findOnlyPython(text: string): PatternProblem | null {
  const outside = text
    .replace(/\\[^AZ]/gs, '..')
    .replace(/\[(?!\])[^\]]*\]/g, (part) => '.'.repeat(part.length));
  const found = /\(\?P[<=>]|\(\?#|\\A|\\Z|\(\?[aiLmsux]+[:)-]|\(\?\(|(?:[*+?]|\{\d+,?\d*\})\+/.exec(
    outside,
  )?.[0];
  if (found === undefined) return null;
  const fixes: Record<string, string> = {
    '(?P': 'use a group without a name: ( … )',
    '(?#': 'remove the comment',
    '\\A': 'write ^',
    '\\Z': 'write $',
  };
  return {
    message: `has "${found}", which only Python understands`,
    fix:
      fixes[found.slice(0, found.startsWith('\\') ? 2 : 3)] ??
      'write it without flags, conditions and possessive repeats',
  };
}

function fail(walk: Walk, message: string, fix: string): void {
  walk.problem ??= { message, fix };
}

/** Walks over alternatives up to `)` or the end; returns their common width, or null where it varies. */
function readAlternatives(walk: Walk): number | null {
  let width: number | null | undefined;
  for (;;) {
    const own = readSequence(walk);
    width = width === undefined || width === own ? own : null;
    if (walk.text[walk.at] !== '|') return width;
    walk.at++;
  }
}

function readSequence(walk: Walk): number | null {
  let width: number | null = 0;
  while (walk.at < walk.text.length && walk.text[walk.at] !== '|' && walk.text[walk.at] !== ')') {
    const own = readRepeated(walk);
    width = width === null || own === null ? null : width + own;
  }
  return width;
}

function readRepeated(walk: Walk): number | null {
  const width = readAtom(walk);
  const repeat = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/.exec(walk.text.slice(walk.at, walk.at + 64));
  if (repeat === null) return width;
  walk.at += repeat[0].length;
  const [, low, comma, high] = repeat;
  if (Number(low ?? 0) > 65_535 || Number(high ?? 0) > 65_535) {
    fail(
      walk,
      `repeats more than 65535 times: "${repeat[0]}"`,
      'write a smaller number, or * for any number',
    );
  }
  if (low === undefined || (comma !== '' && low !== high)) return width === 0 ? 0 : null;
  return width === null ? null : width * Number(low);
}

function readAtom(walk: Walk): number | null {
  const sign = walk.text[walk.at]!;
  if (sign === '(') return readGroup(walk);
  if (sign === '[') return readClass(walk);
  if (sign === '\\') return readEscape(walk);
  walk.at += String.fromCodePoint(walk.text.codePointAt(walk.at)!).length;
  return sign === '^' || sign === '$' ? 0 : 1;
}

function readGroup(walk: Walk): number | null {
  const start = walk.at;
  if (++walk.depth > deepestGroup) {
    fail(walk, `has groups within groups, more than ${deepestGroup} deep`, 'write it with fewer groups');
    walk.at = walk.text.length;
    return null;
  }
  const head = /^\((?:\?(?:<?[=!]|:|<[^>]*>)?)?/u.exec(walk.text.slice(start))![0];
  walk.at += head.length;
  const isBehind = head === '(?<=' || head === '(?<!';
  const isLook = isBehind || head === '(?=' || head === '(?!';
  if (head.startsWith('(?<') && !isBehind) {
    fail(
      walk,
      `names a group "${head}", which Python writes in another way`,
      'use a group without a name: ( … )',
    );
  }
  const number = head === '(' || (head.startsWith('(?<') && !isBehind) ? ++walk.groups : 0;
  if (isBehind) walk.inLookbehind++;
  const width = readAlternatives(walk);
  if (isBehind) walk.inLookbehind--;
  walk.at++;
  walk.depth--;
  if (number > 0) walk.closed.add(number);
  if (isBehind && width === null) {
    const text = walk.text.slice(start, walk.at);
    fail(
      walk,
      `looks behind for text of varying length: "${text}"`,
      'Python looks behind for a fixed length only',
    );
  }
  return isLook ? 0 : width;
}

function readClass(walk: Walk): number {
  const start = walk.at;
  walk.at++;
  if (walk.text[walk.at] === '^') walk.at++;
  if (walk.text[walk.at] === ']') {
    fail(
      walk,
      `has an empty class "${walk.text.slice(start, walk.at + 1)}"`,
      'list signs between [ and ]; for any sign write [\\s\\S]',
    );
  }
  while (walk.at < walk.text.length && walk.text[walk.at] !== ']') {
    if (walk.text[walk.at] === '\\') readEscape(walk);
    else walk.at++;
  }
  walk.at++;
  return 1;
}

function readEscape(walk: Walk): number | null {
  const rest = walk.text.slice(walk.at, walk.at + 12);
  const word =
    /^\\(?:x[0-9a-f]{2}|u\{[0-9a-f]+\}|u[0-9a-f]{4}|[pP]\{[^}]*\}?|k<[^>]*>?|c[a-z]|\d+|[^])/iu.exec(
      rest,
    )?.[0] ?? rest;
  walk.at += word.length;
  if (/^\\[pP]\{/.test(word))
    fail(walk, `has "${word}…", which Python does not know`, 'list the letters, as in [A-Za-z]');
  else if (word.startsWith('\\u{'))
    fail(walk, `has "${word}", which Python does not know`, 'write \\u and four digits');
  else if (word.startsWith('\\k'))
    fail(walk, `has "${word}", which Python does not know`, 'refer to a group by number: \\1');
  else if (/^\\c/.test(word))
    fail(walk, `has "${word}", which Python does not know`, 'write \\x and two digits');
  else if (/^\\[1-9]/.test(word)) {
    if (!walk.closed.has(Number(word.slice(1))) || walk.inLookbehind > 0) {
      fail(walk, `refers to group ${word} before that group ends`, 'refer only to groups that are complete');
    }
    return null;
  }
  return word === '\\b' || word === '\\B' ? 0 : 1;
}
