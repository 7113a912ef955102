import { py } from '../../../lib/index.ts';

/** A text as a Python docstring in triple quotes, escaped. */
export function docstring(text: string): string {
  return `"""${py(text).slice(1, -1)}"""`;
}

/** A title as a Python docstring that ends with one full stop. */
export function titleDocstring(title: string): string {
  return docstring(`${title.replace(/[.\s]+$/, '')}.`);
}
