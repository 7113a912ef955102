import type { Rename } from '../spec/rename.ts';
import { kebab, snake } from '../words/spellings.ts';
import { isText } from './baseline/pack-text.ts';
import type { BaseEntry, NextFile } from './types.ts';

/** The parts of an identity; a role may hold slashes. */
interface IdentityParts {
  readonly backend: string;
  readonly writer: string;
  readonly subject: string;
  readonly role: string;
}

/**
 * Finds the old entry of each file that has a new path: the same identity, or the identity that a rename in the spec gives
 * it. Files of a renamed subject that this leaves over are paired by how similar they are.
 *
 * @returns old entries by new path
 */
export function pairRenames(
  entries: readonly BaseEntry[],
  next: readonly NextFile[],
  renames: readonly Rename[],
): Map<string, BaseEntry> {
  const named = renames.filter((rename) => rename.kind !== 'field');
  const byIdentity = new Map<string, BaseEntry>();
  const moved = new Map<BaseEntry, string>();
  const ownPaths = new Set(entries.map((entry) => entry.path));
  const stillMade = new Set(next.map((file) => file.path));
  if (named.length === 0 && entries.every((entry) => stillMade.has(entry.path))) return new Map();
  for (const entry of entries) {
    const renamed = renameIdentity(entry.identity, named);
    if (renamed === null) {
      if (!stillMade.has(entry.path)) byIdentity.set(entry.identity, entry);
      continue;
    }
    moved.set(entry, renamed.subject);
    for (const identity of renamed.identities) if (!byIdentity.has(identity)) byIdentity.set(identity, entry);
  }
  const pairs = new Map<string, BaseEntry>();
  const taken = new Set<BaseEntry>();
  if (byIdentity.size === 0) return pairs;
  for (const file of next) {
    const entry = byIdentity.get(file.identity);
    if (entry === undefined || entry.path === file.path || taken.has(entry)) continue;
    if (!moved.has(entry) && ownPaths.has(file.path)) continue;
    pairs.set(file.path, entry);
    taken.add(entry);
  }
  pairLeftovers(moved, next, pairs, taken);
  return pairs;
}

/**
 * Pairs the files of a renamed subject whose role says nothing, the most similar first; those of one writer before those
 * that another generator writes now.
 */
function pairLeftovers(
  moved: ReadonlyMap<BaseEntry, string>,
  next: readonly NextFile[],
  pairs: Map<string, BaseEntry>,
  taken: Set<BaseEntry>,
): void {
  const left = [...moved].filter(([entry]) => !taken.has(entry));
  if (left.length === 0) return;
  const candidates: { entry: BaseEntry; path: string; score: number; isOfWriter: boolean }[] = [];
  for (const file of next) {
    if (pairs.has(file.path)) continue;
    const { backend, writer, subject } = partsOf(file.identity);
    for (const [entry, newSubject] of left) {
      const old = partsOf(entry.identity);
      if (old.backend !== backend || newSubject !== subject) continue;
      if (entry.path === file.path) continue;
      const score = similarity(entry, file);
      const isOfWriter = old.writer === writer;
      if (score >= 0.3) candidates.push({ entry, path: file.path, score, isOfWriter });
    }
  }
  candidates.sort(
    (one, other) =>
      Number(other.isOfWriter) - Number(one.isOfWriter) ||
      other.score - one.score ||
      (one.path < other.path ? -1 : 1),
  );
  for (const { entry, path } of candidates) {
    if (taken.has(entry) || pairs.has(path)) continue;
    pairs.set(path, entry);
    taken.add(entry);
  }
}

function renameIdentity(
  identity: string,
  renames: readonly Rename[],
): { readonly subject: string; readonly identities: readonly string[] } | null {
  const { backend, writer, subject, role } = partsOf(identity);
  const words = subject.split(':');
  for (const rename of renames) {
    if (words[0] !== rename.kind || !words.includes(rename.from, 1)) continue;
    const renamed = words.map((word, at) => (at > 0 && word === rename.from ? rename.to : word)).join(':');
    const start = `${backend}/${writer}/${renamed}`;
    const roles = [role, replaceName(role, rename.from, rename.to)];
    return { subject: renamed, identities: roles.map((each) => `${start}/${each}`) };
  }
  return null;
}

/** Replaces a name in a file name, in whatever case the file name has it. */
function replaceName(role: string, from: string, to: string): string {
  let replaced = role;
  for (const spell of [asWritten, snake, kebab, flat]) {
    if (spell(from) !== '') replaced = replaced.replaceAll(spell(from), spell(to));
  }
  return replaced;
}

const asWritten = (name: string): string => name;
const flat = (name: string): string => name.toLowerCase();

function partsOf(identity: string): IdentityParts {
  const [backend = '', writer = '', subject = '-', ...role] = identity.split('/');
  return { backend, writer, subject, role: role.join('/') };
}

/** The share of lines that two files have in common, between 0 and 1; 0 where the kinds of file differ. */
function similarity(entry: BaseEntry, file: NextFile): number {
  const extension = (path: string): string => /\.[^./]*$/.exec(path)?.[0] ?? '';
  const { contents } = entry.base;
  if (extension(entry.path) !== extension(file.path) || contents === null || !isText(file.contents)) return 0;
  const mine = new Set(Buffer.from(contents).toString('utf8').split('\n'));
  const theirs = new Set(Buffer.from(file.contents).toString('utf8').split('\n'));
  let common = 0;
  for (const line of mine) if (theirs.has(line)) common++;
  return common / Math.max(1, mine.size + theirs.size - common);
}
