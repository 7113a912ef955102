import { py } from '../../../lib/index.ts';

/** A text as a docstring. */
export function docstring(text: string): string {
  return `"""${py(text).slice(1, -1)}"""`;
}

/** A title as a docstring: a sentence with one full stop. */
export function titleDocstring(title: string): string {
  return docstring(`${title.replace(/[.\s]+$/, '')}.`);
}
