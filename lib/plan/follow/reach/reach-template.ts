import { snake } from '../../../words/spellings.ts';
import { splitNumbers } from '../../../words/split-words.ts';
import { blank } from '../../code/mask-ejs.ts';
import { membersOf } from '../names-to-follow.ts';
import { listTemplatePlaces, titledTags } from './markup-places.ts';
import type { LanguageReach, NameEdit, ReachRequest } from './reach.ts';

/** What a variable of a page is known to be: an instance of an entity (by its old name), or many. */
interface Shown {
  readonly entity: string;
  readonly isMany: boolean;
}

/** The variables of a page, or of a block of it; undefined hides what is around. */
type Variables = Map<string, Shown | undefined>;

/** Follows names through a page with Django's template tags. */
export function reachTemplate(request: ReachRequest): LanguageReach | undefined {
  return new TemplateReach(request).find();
}

const tagPattern = /\{%-?\s*(\w+)\s*([\s\S]*?)-?%\}|\{\{([\s\S]*?)\}\}|\{#[\s\S]*?#\}/g;
const rawPattern =
  /\{%\s*(?:comment|verbatim)\b[\s\S]*?%\}[\s\S]*?\{%\s*end(?:comment|verbatim)\b[\s\S]*?%\}/g;

class TemplateReach {
  private readonly edits: NameEdit[] = [];
  private readonly settled = new Set<number>();
  private readonly open: Variables[] = [new Map()];
  private readonly passed: ReadonlyMap<string, Shown>;

  constructor(private readonly request: ReachRequest) {
    this.passed = this.readPassed();
  }

  /** Undefined where blocks do not close. */
  find(): LanguageReach | undefined {
    const { mine } = this.request;
    const text = mine.replace(rawPattern, blank);
    for (const found of text.matchAll(tagPattern)) {
      const [whole, tag, rest = '', value] = found;
      if (value !== undefined) this.useNames(value, found.index + 2);
      else if (
        tag !== undefined &&
        !this.readTag(tag, rest, found.index + whole.indexOf(rest, 2 + tag.length))
      ) {
        return undefined;
      }
    }
    if (this.open.length !== 1) return undefined;
    return { edits: this.edits, settled: this.settled, own: [], places: listTemplatePlaces(mine) };
  }

  private readTag(tag: string, rest: string, at: number): boolean {
    if (closers.has(tag)) {
      if (this.open.length === 1) return false;
      this.open.pop();
    } else if (tag === 'for') {
      const [head = '', targets = '', source = ''] = /^([\s\S]+?)\s+in\s+([\s\S]*)$/.exec(rest) ?? [];
      this.useNames(source, at + head.length - source.length);
      const names = targets.split(',').map((name) => name.trim());
      const many = this.shownBy(source.replace(/\s+reversed\s*$/, '').trim());
      const element = many?.isMany && names.length === 1 ? { ...many, isMany: false } : undefined;
      this.open.push(new Map(names.map((name) => [name, element])));
    } else if (tag === 'with' || tag === 'blocktranslate' || tag === 'blocktrans') {
      this.useNames(rest, at);
      const names: Variables = new Map();
      for (const [, one, given, value, other] of rest.matchAll(/(\w+)=(\S+)|(\S+)\s+as\s+(\w+)/g)) {
        names.set(one ?? other!, this.shownBy(given ?? value!));
      }
      this.open.push(names);
    } else if (!titledTags.has(tag)) {
      this.useNames(rest, at);
      const name = /\bas\s+(\w+)\s*$/.exec(rest)?.[1];
      if (name !== undefined) this.open.at(-1)!.set(name, undefined);
    }
    return true;
  }

  /** What the generator passes to this page, as far as the page of the last build shows it. */
  private readPassed(): ReadonlyMap<string, Shown> {
    const { base, names } = this.request;
    const passed = new Map<string, Shown>();
    const subject = names.subject ?? this.entityOfPath();
    if (subject === null) return passed;
    const { from, plurals } = names.entities.get(subject) ?? { from: subject, plurals: [''] };
    const singles = ['record', 'object', 'form', snake(from)];
    const manies = ['records', 'object_list', snake(plurals[0]!)];
    const isUsed = (name: string): boolean =>
      [...base.matchAll(tagPattern)].some(([tag]) => new RegExp(`(?<![\\w.])${name}(?!\\w)`).test(tag));
    for (const name of singles) if (isUsed(name)) passed.set(name, { entity: subject, isMany: false });
    for (const name of manies) if (isUsed(name)) passed.set(name, { entity: subject, isMany: true });
    return passed;
  }

  private entityOfPath(): string | null {
    const name = (this.request.path.split('/').at(-1) ?? '').replace(/\.\w+$/, '');
    const words = ` ${splitNumbers(name).join(' ')} `;
    const found = [...this.request.names.entities.values()]
      .filter(({ from, plurals }) =>
        [from, plurals[0]].some((each) => words.includes(` ${splitNumbers(each).join(' ')} `)),
      )
      .sort((one, other) => other.from.length - one.from.length);
    return found[0]?.from ?? null;
  }

  private shownNamed(name: string): Shown | undefined {
    for (const variables of [...this.open].reverse()) if (variables.has(name)) return variables.get(name);
    return this.passed.get(name);
  }

  /** What a path of names leads to: `record.offers.all`. */
  private shownBy(path: string): Shown | undefined {
    const [first = '', ...others] = path.split('|')[0]!.split('.');
    let shown = this.shownNamed(first);
    for (const name of others) {
      if (shown === undefined) return undefined;
      if (shown.isMany) {
        if (/^(?:\d+|first|last)$/.test(name)) shown = { ...shown, isMany: false };
        else if (name !== 'all') return undefined;
        continue;
      }
      const member = membersOf(this.request.names, shown.entity).get(name);
      shown =
        member?.target === undefined ? undefined : { entity: member.target, isMany: Boolean(member.isMany) };
    }
    return shown;
  }

  /** Follows the members in the paths of a tag. */
  private useNames(code: string, at: number): void {
    const plain = code.replaceAll(/"[^"]*"|'[^']*'/g, (text) => ' '.repeat(text.length));
    for (const found of plain.matchAll(/(?<![\w.|])[A-Za-z_]\w*(?:\.\w+)+/g)) {
      const [path] = found;
      for (let dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
        const shown = this.shownBy(path.slice(0, dot));
        if (shown === undefined || shown.isMany) continue;
        const name = /^\w+/.exec(path.slice(dot + 1))![0];
        this.rename(shown, path.slice(0, dot), name, at + found.index + dot + 1);
      }
    }
  }

  private rename({ entity }: Shown, owner: string, name: string, at: number): void {
    const { became, names, next } = this.request;
    const fresh = membersOf(names, entity).get(name)?.to;
    if (fresh === undefined || became.has(at)) return;
    if (fresh === name) this.settled.add(at);
    else if (isGiven(names.entities.get(entity)?.fields, name) || !says(next, `${owner}.${name}`)) {
      this.edits.push({ at, end: at + name.length, text: fresh });
    }
  }
}

/** Claims that another field takes over a name that a field gives up, as where two fields swap. */
function isGiven(fields: ReadonlyMap<string, { readonly to: string }> | undefined, name: string): boolean {
  return [...(fields?.values() ?? [])].some(({ to }) => to === name);
}

function says(text: string, path: string): boolean {
  return new RegExp(`(?<![\\w.])${path.replaceAll('.', '\\.')}(?!\\w)`).test(text);
}

const closers = new Set(['endfor', 'endwith', 'endblocktranslate', 'endblocktrans']);
