import { findUnbound } from '../../code/bound-names.ts';
import { tokenSeparator } from '../../code/expression.ts';
import type { Expression } from '../../code/expression.ts';
import type { Outline, Unit } from '../outlines/unit.ts';
import { findLeftOver } from './check-lines.ts';
import { pairTitles } from './pair-titles.ts';
import type { Titles } from './pair-titles.ts';
import { findPassedTitles } from './passed-titles.ts';

/** Three versions and what they were merged to, as units. */
interface MergedOutlines {
  readonly base: Outline;
  readonly mine: Outline;
  readonly next: Outline;
  readonly result: Outline;
  /** The next version with what is in conflict, which may bind what `next` does not; default: `next`. */
  readonly whole?: Outline | undefined;
  /** Names that a rename took from the modules from which the user's file imports them. */
  readonly gone?: ReadonlySet<string> | undefined;
  /** The user's text before names were swapped in it. */
  readonly before?: Outline | undefined;
}

/** Why a merge is refused. */
export interface Refusal {
  readonly reason: string;
  /** The names that the merged text uses and nothing binds. */
  readonly unbound?: readonly string[];
}

/**
 * Guards a merge: the result is text that the language takes, no scope defines a name twice, in each scope every
 * token that a side added is there and every token that a side removed is gone, and every name is bound where it was.
 *
 * Returns why the merge is refused, or undefined.
 */
export function checkMerge(outlines: MergedOutlines): Refusal | undefined {
  const { base, mine, next, result, whole = next } = outlines;
  if (!result.valid) return { reason: 'the merged text would not parse' };
  const reason = checkScopes(outlines) ?? checkRemoved(outlines);
  if (reason !== undefined) return { reason };
  if (result.isLawful?.() === false && [base, mine, next].every(({ isLawful }) => isLawful?.() === true)) {
    return { reason: 'the language would refuse the merged text' };
  }
  if (!mine.names || !whole.names || !result.names) return undefined;
  const unbound = findUnbound(mine.names(), whole.names(), result.names(), outlines.gone);
  if (unbound.length === 0) return undefined;
  return { reason: `${unbound.join(', ')} would be used and not defined`, unbound };
}

function checkRemoved({ base, mine, next, result }: MergedOutlines): string | undefined {
  const [b, m, n, r] = [base, mine, next, result].map(({ root }) => root.text) as [
    string,
    string,
    string,
    string,
  ];
  const line = findLeftOver({ base: b, mine: m, next: n, result: r });
  return line === undefined ? undefined : `${describeToken(line)} would be left over`;
}

/**
 * Checks with scopes known by their titles. Where that fails and one side gave titles to something else
 * (`findPassedTitles`), checks again with those scopes known by what they do.
 */
function checkScopes(outlines: MergedOutlines): string | undefined {
  const reason = checkTwice(outlines, { own: noTitles, theirs: noTitles });
  if (reason === undefined) return undefined;
  const { base, mine, next } = outlines;
  const own = findPassedTitles(base.root, mine.root);
  const theirs = findPassedTitles(base.root, next.root);
  const isOne = (own.size === 0) !== (theirs.size === 0);
  return isOne && checkTwice(outlines, { own, theirs }) === undefined ? undefined : reason;
}

const noTitles: Titles = new Map();

/**
 * Checks that no scope defines a name twice, then the tokens of each scope.
 *
 * @param passed titles that a side gave to something else; the merged text is read with those of both sides
 */
function checkTwice(
  { base, mine, next, result, before }: MergedOutlines,
  passed: { readonly own: Titles; readonly theirs: Titles },
): string | undefined {
  const roots = [base.root, mine.root, next.root, result.root];
  const elements = sharedElements(roots);
  const titles = pairTitles(base.root, [mine.root, next.root]);
  const common = commonPlaces(roots);
  const [own, theirs, both] = [passed.own, passed.theirs, new Map([...passed.own, ...passed.theirs])].map(
    (side) => (side.size === 0 ? titles : new Map([...titles, ...side])),
  ) as [Titles, Titles, Titles];
  const inBase = countScopes(base.root, elements, titles, common);
  const inMine = countScopes(mine.root, elements, own, common);
  const inNext = countScopes(next.root, elements, theirs, common);
  const inResult = countScopes(result.root, elements, both, common);
  const inOwn = before === undefined ? inMine : countScopes(before.root, elements, own, new Set());
  for (const [scope, counts] of inResult) {
    for (const [name, count] of counts.names) {
      const most = Math.max(
        1,
        ...[inBase, inOwn, inNext].map((side) => side.get(scope)?.names.get(name) ?? 0),
      );
      if (count > most) return `${name} would be defined twice in ${describeScope(scope)}`;
    }
  }
  return checkTokens(inBase, inMine, inNext, inResult);
}

/** How often each token and each defined name occurs in a scope. */
interface ScopeCounts {
  readonly tokens: Map<string, number>;
  readonly names: Map<string, number>;
}

type Scopes = Map<string, ScopeCounts>;

function checkTokens(base: Scopes, mine: Scopes, next: Scopes, result: Scopes): string | undefined {
  const none = new Map<string, number>();
  for (const scope of new Set([base, mine, next, result].flatMap((side) => [...side.keys()]))) {
    const [b, m, n, r] = [base, mine, next, result].map((side) => side.get(scope)?.tokens ?? none);
    for (const token of new Set([b!, m!, n!, r!].flatMap((side) => [...side.keys()]))) {
      const was = b!.get(token) ?? 0;
      const byMine = (m!.get(token) ?? 0) - was;
      const byNext = (n!.get(token) ?? 0) - was;
      const count = r!.get(token) ?? 0;
      const [least, most] = expectedRange(was, byMine, byNext);
      if (count < least) return `${describeToken(token)} would be lost from ${describeScope(scope)}`;
      if (count > most) return `${describeToken(token)} would be left over in ${describeScope(scope)}`;
    }
  }
  return undefined;
}

/** Both sides' changes add up; where both went the same way they may be the same change. */
function expectedRange(was: number, byMine: number, byNext: number): [least: number, most: number] {
  const sum = Math.max(0, was + byMine + byNext);
  if (byMine > 0 && byNext > 0) return [was + Math.max(byMine, byNext), sum];
  if (byMine < 0 && byNext < 0) return [sum, was + Math.min(byMine, byNext)];
  return [sum, sum];
}

/** The named elements and blocks of a page that every version has: one that a side added or removed makes no scope. */
function sharedElements(roots: readonly Unit[]): ReadonlySet<string> {
  const [first, ...others] = roots.map((root) => {
    const keys = new Set<string>();
    const visit = (unit: Unit): void => {
      if (isMarkup(unit.kind) && unit.named) keys.add(unit.key);
      unit.children?.forEach(visit);
    };
    visit(root);
    return keys;
  });
  return new Set([...first!].filter((key) => others.every((keys) => keys.has(key))));
}

function isMarkup(kind: string): boolean {
  return kind === 'element' || kind === 'block';
}

/**
 * The places, by the keys that lead there, at which every version has the very same unit, so that its tokens need not be
 * counted.
 *
 * Versions that are read by one reader share a unit where their text is the same, which may be in several places.
 */
function commonPlaces(roots: readonly Unit[]): ReadonlySet<string> {
  const common = new Set<string>();
  const compare = (units: readonly Unit[], place: string): void => {
    const [first, ...others] = units.map(unitsByKey);
    for (const [key, unit] of first!) {
      const versions = others.map((side) => side.get(key));
      if (unit === null) continue;
      if (versions.every((version) => version === unit)) common.add(`${place}\n${key}`);
      else if (unit.children && versions.every((version) => version?.children)) {
        compare([unit, ...(versions as Unit[])], `${place}\n${key}`);
      }
    }
  };
  compare(roots, '');
  return common;
}

/** The children of a unit by key; null for a key that two of them have. */
function unitsByKey({ children = [] }: Unit): ReadonlyMap<string, Unit | null> {
  const units = new Map<string, Unit | null>();
  for (const unit of children) units.set(unit.key, units.has(unit.key) ? null : unit);
  return units;
}

/** Counts what the scopes of a version hold; of units in common places only the names that they define. */
function countScopes(
  root: Unit,
  elements: ReadonlySet<string>,
  titles: Titles,
  common: ReadonlySet<string>,
): Scopes {
  const scopes: Scopes = new Map();
  const makesScope = ({ named, kind, key }: Unit): boolean =>
    named && kind !== 'lines' && kind !== 'file' && (!isMarkup(kind) || elements.has(key));
  const placeOf = (path: string, key: string): string => titles.get(`${path}\n${key}`) ?? `${path}\n${key}`;
  const scopeAt = (path: string): ScopeCounts => {
    let scope = scopes.get(path);
    if (!scope) scopes.set(path, (scope = { tokens: new Map(), names: new Map() }));
    return scope;
  };
  const visit = (unit: Unit, path: string, place: string): void => {
    const own = makesScope(unit) ? placeOf(path, unit.key) : path;
    for (const name of unit.registers ? [unit.key] : unit.defines) add(scopeAt(path).names, name);
    if (common.has(place)) return;
    addTokens(scopeAt(path).tokens, unit.leadPrint);
    if (unit.children) for (const child of unit.children) visit(child, own, `${place}\n${child.key}`);
    else if (unit.expression) visitExpression(unit.expression(), own);
    else addTokens(scopeAt(own).tokens, unit.print);
  };
  const visitExpression = (expression: Expression, path: string): void => {
    if (expression.parts.length === 0) return addTokens(scopeAt(path).tokens, expression.print);
    const { items } = expression;
    if (!items) {
      for (const part of expression.parts) visitExpression(part, path);
      return;
    }
    const inList = new Map<string, number>();
    let at = 0;
    for (const part of expression.parts) {
      const item = items[at]?.expression === part ? items[at++] : undefined;
      if (item?.named) add(inList, item.key);
      visitExpression(part, item?.named ? placeOf(path, item.key) : path);
    }
    const { names } = scopeAt(path);
    for (const [name, count] of inList) names.set(name, Math.max(count, names.get(name) ?? 0));
  };
  visit(root, '', '');
  return scopes;
}

/** What some layouts write and others leave out. */
const optionalTokens = new Set(['', ',', ';']);

function addTokens(tokens: Map<string, number>, print: string): void {
  for (const token of print.split(tokenSeparator)) {
    if (!token.includes('\n')) {
      if (!optionalTokens.has(token)) add(tokens, token);
    } else for (const line of token.split('\n')) if (line.trim() !== '') add(tokens, line.trim());
  }
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function describeScope(scope: string): string {
  const names = scope.split('\n').filter((name) => name !== '');
  return names.length === 0 ? 'the file' : names.join(', ').replaceAll(tokenSeparator, '');
}

function describeToken(token: string): string {
  return token.length > 40 ? `“${token.slice(0, 39)}…”` : `“${token}”`;
}
