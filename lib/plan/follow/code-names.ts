import { splitNumbers } from '../../words/split-words.ts';
import type { EntityNames, FieldNames, SpecNames } from './spec-names.ts';
import type { SpecRename } from './spell-renames.ts';

/** What a build renames, by the names that the code of one backend has. */
interface CodeNames {
  readonly names: SpecNames;
  /** Renames of fields that the code calls otherwise than the spec does. */
  readonly renames: readonly SpecRename[];
}

/** What a definition declares: the names of its own level, in order. */
type Declared = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Calls fields as the code of one backend does: a name that its language reserves (`class`) is another one there
 * (`class_field`), which the definition of the entity tells.
 *
 * @param before the code of the last build
 * @param after the code of the next
 */
export function nameInCode(spec: SpecNames, before: readonly string[], after: readonly string[]): CodeNames {
  const [old, now] = [before, after].map(listDeclared) as [Declared, Declared];
  const renames: SpecRename[] = [];
  const entities = [...spec.entities].map(([name, entity]) => {
    const { from, to, plurals, fields, added = [] } = entity;
    const spelled = findSpellings(declaredBy(old, from, plurals[0]), [...fields.keys()]);
    const kept = [...fields.values()].map((field) => field.to);
    const spelledNow = findSpellings(declaredBy(now, to, plurals[1]), [...kept, ...added]);
    if (spelled.size === 0 && spelledNow.size === 0) return [name, entity] as const;
    const named = [...fields].map(([field, rest]): [string, FieldNames] => {
      const [code, codeNow] = [spelled.get(field) ?? field, spelledNow.get(rest.to) ?? rest.to];
      if (code === field && codeNow === rest.to) return [field, rest];
      if (code !== codeNow) renames.push({ kind: 'field', from: code, to: codeNow, entity: to });
      return [code, { ...rest, to: codeNow, inSpec: [field, rest.to] }];
    });
    return [name, { ...entity, fields: new Map(named) } satisfies EntityNames] as const;
  });
  return { names: { ...spec, entities: new Map(entities) }, renames };
}

/** The names that stand for fields which a definition does not declare by their own: longer ones that no field has. */
function findSpellings(declared: ReadonlySet<string>, fields: readonly string[]): Map<string, string> {
  const spellings = new Map<string, string>();
  const free = [...declared].filter((name) => !fields.includes(name));
  for (const field of declared.size === 0 ? [] : fields) {
    if (declared.has(field)) continue;
    const words = splitNumbers(field).join(' ');
    const at = free.findIndex((name) => `${splitNumbers(name).join(' ')} `.startsWith(`${words} `));
    if (at >= 0) spellings.set(field, free.splice(at, 1)[0]!);
  }
  return spellings;
}

const nothing: ReadonlySet<string> = new Set();

function declaredBy(declared: Declared, entity: string, plural: string): ReadonlySet<string> {
  const [one, many] = [entity, plural].map((name) => splitNumbers(name).join(' '));
  return declared.get(one!) ?? declared.get(many!) ?? nothing;
}

/**
 * What the definitions at the top of texts declare, by the words of their names. Endings that a backend adds to keep names
 * apart (`Record`, `Rows`, `Table`) are left out.
 */
function listDeclared(texts: readonly string[]): Declared {
  const declared = new Map<string, ReadonlySet<string>>();
  const definition = /^(?:export\s+)?(?:class|const)\s+([A-Za-z_$][\w$]*).*\n((?:[ \t)\]}].*\n|\n)+)/gm;
  for (const text of texts) {
    for (const [, name, body] of text.matchAll(definition)) {
      const words = splitNumbers(name!.replace(/(?<=.)(?:Record|Rows|Table)$/, '')).join(' ');
      const names = listOuter(body!);
      if (names.size > (declared.get(words)?.size ?? 0)) declared.set(words, names);
    }
  }
  return declared;
}

/** The names that lines set at the least indentation of such lines. */
function listOuter(body: string): Set<string> {
  const lines = [...body.matchAll(/^([ \t]+)([A-Za-z_$][\w$]*)\s*(?::|=(?!=))/gm)];
  const least = Math.min(...lines.map(([, indent]) => indent!.length));
  return new Set(lines.filter(([, indent]) => indent!.length === least).map(([, , name]) => name!));
}
