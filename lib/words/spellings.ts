import { splitWords } from './split-words.ts';

/** The word with a capital first letter. */
export function capitalize(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** `InProgress`; capitals within a word stay: `HTTPLog`. */
export function pascal(name: string): string {
  return splitWords(name).map(capitalize).join('');
}

/** `inProgress`, `httpLog`. */
export function camel(name: string): string {
  const joined = pascal(snake(name));
  return joined.slice(0, 1).toLowerCase() + joined.slice(1);
}

/** `in_progress`, `http_log`. */
export function snake(name: string): string {
  return splitWords(name).join('_').toLowerCase();
}

/** `in-progress`, `http-log`. */
export function kebab(name: string): string {
  return splitWords(name).join('-').toLowerCase();
}
