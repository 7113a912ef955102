/** The words of a name in any spelling (`created_by`, `HTTPLog`, `line-item2`), with the capitals that they have there. */
export function splitWords(name: string): string[] {
  return name
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** The words of a name in small letters, with each number as a word of its own: `clients2` gives `clients` and `2`. */
export function splitNumbers(name: string): string[] {
  return splitWords(name).flatMap((word) => word.toLowerCase().match(/\d+|\D+/g)!);
}
