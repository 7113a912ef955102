import type { LineTexts } from '../../lines/line-texts.ts';
import type { Nesting } from '../by-lines/nesting.ts';
import { indentOf } from '../by-lines/wrappers.ts';

/**
 * Gives the base and the next version the indentation and the quotes that the user's file has throughout, so that only what
 * else the user changed differs.
 *
 * Gives undefined where the user's file has those of the base.
 */
export function dressTexts(texts: LineTexts, nesting: Nesting): LineTexts | undefined {
  const changes = [changeUnit(texts), nesting === 'tags' ? undefined : changeQuotes(texts)];
  const dress = (text: string): string =>
    changes.reduce((dressed, change) => change?.(dressed) ?? dressed, text);
  const [base, next] = [dress(texts.base), dress(texts.next)];
  return base === texts.base ? undefined : { base, mine: texts.mine, next };
}

type Dress = (text: string) => string;

/** Writes one unit of indentation for another. */
function changeUnit({ base, mine }: LineTexts): Dress | undefined {
  const [old, fresh] = [findUnit(base), findUnit(mine)];
  if (old === undefined || fresh === undefined || old === fresh) return undefined;
  return (text) =>
    text.replace(/^[ \t]+(?=\S)/gm, (indent) => {
      const depth = Math.floor(indent.length / old.length);
      return fresh.repeat(depth) + indent.slice(depth * old.length);
    });
}

/** What one level of indentation is written with: the most frequent step to a deeper line. */
function findUnit(text: string): string | undefined {
  const steps = new Map<string, number>();
  let above = '';
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const indent = indentOf(line);
    if (indent.length > above.length && indent.startsWith(above)) {
      const step = indent.slice(above.length);
      steps.set(step, (steps.get(step) ?? 0) + 1);
    }
    above = indent;
  }
  return [...steps].sort(([, one], [, other]) => other - one)[0]?.[0];
}

const quoted = /(?<![\w"'`\\])"([^"'`\\\n]*)"(?!["'])|(?<![\w"'`\\])'([^"'`\\\n]*)'(?!["'])/g;

/**
 * Gives the plain strings of a text of the next version the quotes that the user has in this stretch, where these are others
 * than the base's.
 */
export function dressQuotes(text: string, base: string, mine: string): string {
  return changeQuotes({ base, mine }, 1)?.(text) ?? text;
}

/** Changes the quotes of plain strings to the user's, where base and user have at least `least` strings each. */
function changeQuotes({ base, mine }: Omit<LineTexts, 'next'>, least = 3): Dress | undefined {
  const [old, fresh] = [findQuote(base, least), findQuote(mine, least)];
  if (old === undefined || fresh === undefined || old === fresh) return undefined;
  return (text) =>
    text.replace(quoted, (whole, double: string | undefined, single: string | undefined) =>
      whole.startsWith(old) ? fresh + (double ?? single ?? '') + fresh : whole,
    );
}

/** The kind of quotes that nearly all plain strings of a text have. */
function findQuote(text: string, least: number): string | undefined {
  const found = [...text.matchAll(quoted)];
  const double = found.filter(([whole]) => whole.startsWith('"')).length;
  if (found.length < least) return undefined;
  if (double * 10 >= found.length * 9) return '"';
  return double * 10 <= found.length ? "'" : undefined;
}
