import type { Diagnostic } from './diagnostic.ts';

/** Diagnostics in two parts: warnings with a code that `[warnings] ignore` names, and all others (`told`). */
export interface SelectedWarnings {
  readonly told: readonly Diagnostic[];
  readonly ignored: readonly Diagnostic[];
}

/** Separates the warnings with an ignored code from all other diagnostics; an error is never ignored. */
export function selectWarnings(
  diagnostics: readonly Diagnostic[],
  ignored: readonly string[],
): SelectedWarnings {
  const isIgnored = ({ severity, code }: Diagnostic): boolean =>
    severity === 'warning' && ignored.includes(code);
  return {
    told: diagnostics.filter((each) => !isIgnored(each)),
    ignored: diagnostics.filter(isIgnored),
  };
}

/**
 * Joins diagnostics of several backends that are the same but for the name of the backend in the message into one that names all
 * of them: "not made use of yet by one and two".
 */
export function joinAlike(
  diagnostics: readonly Diagnostic[],
  backends: readonly string[],
): readonly Diagnostic[] {
  const groups = new Map<string, { readonly first: Diagnostic; readonly names: string[] }>();
  for (const each of diagnostics) {
    const name = backends.find((backend) => mentionOf(backend).test(each.message));
    const { code, severity, place, fix, message } = each;
    const said = name === undefined ? message : message.replace(mentionOf(name), '\0');
    const key = JSON.stringify([code, severity, place, fix, said]);
    const group = groups.get(key) ?? { first: each, names: [] };
    groups.set(key, group);
    if (name !== undefined && !group.names.includes(name)) group.names.push(name);
  }
  return [...groups.values()].map(({ first, names }) => {
    const [name = ''] = names;
    if (names.length < 2) return first;
    const list = new Intl.ListFormat('en').format(names);
    return { ...first, message: first.message.replace(mentionOf(name), list) };
  });
}

/** A backend's name, as a word of its own and not in a path. */
function mentionOf(backend: string): RegExp {
  return new RegExp(`(?<![\\w/.-])${backend.replaceAll(/[^\w]/g, '\\$&')}(?![\\w/-])`);
}
