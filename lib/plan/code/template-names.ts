import { joinNames, NameScope } from './bound-names.ts';
import type { BoundNames } from './bound-names.ts';

/** Finds what binds each variable of a page with Django's template tags: a loop, a `with`, or its view. */
export function readTemplateNames(text: string): BoundNames {
  const page = new NameScope('', undefined, false);
  const open: NameScope[] = [page];
  for (const found of text.matchAll(/\{%-?\s*(\w+)\s*([\s\S]*?)-?%\}|\{\{([\s\S]*?)\}\}/g)) {
    const [, tag, rest = '', value] = found;
    const scope = open.at(-1)!;
    if (tag === undefined) useNames(value ?? '', scope);
    else if (tag === 'endfor' || tag === 'endwith' || tag === 'endblocktranslate') {
      if (open.length > 1) open.pop();
    } else if (tag === 'for') {
      const [targets, source] = splitFor(rest);
      useNames(source, scope);
      open.push(bindAll(new NameScope('', scope, false), [...targets, 'forloop']));
    } else if (tag === 'with' || tag === 'blocktranslate') {
      useNames(rest, scope);
      const names = [...rest.matchAll(/(\w+)=|\bas\s+(\w+)/g)].map(([, one, other]) => one ?? other ?? '');
      open.push(bindAll(new NameScope('', scope, false), names));
    } else if (!plainTags.has(tag)) {
      useNames(rest, scope);
      const name = /\bas\s+(\w+)\s*$/.exec(rest)?.[1];
      if (name !== undefined) scope.bind(name);
    }
  }
  return joinNames([page.bindings()]);
}

/** Tags whose words are no variables. */
const plainTags = new Set([
  'load',
  'block',
  'endblock',
  'extends',
  'comment',
  'endcomment',
  'language',
  'now',
]);

const words = new Set('and or not in is as with only True False None by from'.split(' '));

function splitFor(rest: string): [targets: string[], source: string] {
  const [, targets = '', source = ''] = /^([\w\s,]+?)\s+in\s+([\s\S]*)$/.exec(rest) ?? [];
  return [targets.split(',').map((name) => name.trim()), source];
}

function bindAll(scope: NameScope, names: readonly string[]): NameScope {
  for (const name of names) scope.bind(name);
  return scope;
}

function useNames(code: string, scope: NameScope): void {
  const plain = code.replaceAll(/"[^"]*"|'[^']*'/g, '""').replace(/\bas\s+\w+\s*$/, '');
  for (const [name] of plain.matchAll(/(?<![\w.|])[A-Za-z_]\w*(?![\w=])/g)) {
    if (!words.has(name)) scope.use(name);
  }
}
