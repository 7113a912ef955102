import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** How many places the short form of a message names. */
const placeLimit = 8;

/** A message that lists places, and where they are many its short form. */
export function sayPlaces(
  places: readonly string[],
  say: (list: string) => string,
): Pick<Diagnostic, 'message' | 'brief'> {
  const message = say(places.join(', '));
  const more = places.length - placeLimit;
  if (more <= 0) return { message };
  return { message, brief: say(`${places.slice(0, placeLimit).join(', ')} and ${more} more`) };
}
