const definition =
  /^(?:export\s+(?:default\s+)?)?(?:async\s+)?(?:class|def|function\*?|const|let|var)\s+([A-Za-z_$][\w$]*)|^([A-Za-z_]\w*)\s*(?::[^=\n]+)?=(?!=)/gm;

/** The names of the classes, functions and constants that texts define for others. */
export function listDefinitions(texts: Iterable<string>): Set<string> {
  const names = new Set<string>();
  for (const text of texts) {
    for (const [, one, other] of text.matchAll(definition)) names.add(one ?? other!);
  }
  return names;
}
