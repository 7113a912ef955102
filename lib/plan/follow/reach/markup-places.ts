import { scanNames, textKind } from './name-place.ts';
import type { NamePlace } from './name-place.ts';

/** Attributes that hold names and addresses; all others hold words for people or for the browser. */
const namingAttributes =
  /^(?:name|for|id|value|href|src|action|formaction|form|list|data-(?!label$).*|[hx]x?-.*|[:@].*)$/;

/** Lists where names stand in the attributes of a page's elements; code in tags is left out. */
export function* listMarkupPlaces(text: string): Generator<NamePlace> {
  const plain = text.replace(/<%[^]*?%>|\{%[^]*?%\}|\{\{[^]*?\}\}|\{#[^]*?#\}|<!--[^]*?-->/g, hide);
  for (const tag of plain.matchAll(/<[A-Za-z](?:"[^"]*"|'[^']*'|[^"'>])*>/g)) {
    for (const found of tag[0].matchAll(/([\w:@.-]+)\s*=\s*("[^"]*"|'[^']*')/g)) {
      const [whole, name, value] = found;
      if (!namingAttributes.test(name!)) continue;
      const end = tag.index + found.index + whole.length;
      yield { start: end - value!.length, end, as: textKind(value!) };
    }
  }
}

/** Lists where names stand in a page with Django's template tags. */
export function* listTemplatePlaces(text: string): Generator<NamePlace> {
  yield* listMarkupPlaces(text);
  const plain = text.replace(/\{#[^]*?#\}|\{%-?\s*comment\b[^]*?endcomment[^]*?%\}/g, hide);
  for (const found of plain.matchAll(/\{%-?\s*(\w+)([^]*?)-?%\}|\{\{([^]*?)\}\}/g)) {
    const [whole, tag, rest = '', value] = found;
    const code = value ?? rest;
    if (tag === undefined || !titledTags.has(tag)) {
      yield* scanNames(code, found.index + whole.lastIndexOf(code));
    }
  }
}

/** Tags whose words are titles of their own, and no variables. */
export const titledTags: ReadonlySet<string> = new Set('load block endblock extends language now'.split(' '));

function hide(text: string): string {
  return text.replace(/[^\n]/g, '\0');
}
