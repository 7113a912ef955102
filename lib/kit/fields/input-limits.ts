/**
 * How much of what was sent a form looks at, and how much a database keeps. A form takes every value within a
 * limit that is one of its field's type; what is beyond `longest…` it may refuse unread, as a value of that
 * type, since reading can take time that grows faster than the text. Texts that are matched against a pattern
 * have `longestMatched`, those of a type with a length of its own `fieldKinds[type].maxLength`.
 * @module
 */

/** Characters of a number, whether whole, with a point or with an exponent: no number that a field keeps needs more. */
export const longestNumber = 400;

/** Characters of a date, a time, or both: the longest, `2026-01-31T23:59:59.999`, has 23. */
export const longestDate = 40;

/** Characters of a UUID in an input: with its hyphens it has 36. */
export const longestUuid = 500;

/** Characters of the key of a record in an address or an input; a record with a longer one need not be found. */
export const longestKey = 2000;

/**
 * Levels of a JSON value: a number or text alone has one, and each array or object around it adds one. A deeper
 * value "is not valid JSON": code that walks over it by calling itself runs out of stack.
 */
export const deepestJson = 100;

/**
 * Digits of a decimal that SQLite keeps exactly, since it makes 64-bit floating-point numbers of decimals;
 * PostgreSQL keeps all. Zeros at the start, and behind the point at the end, do not count. A form over SQLite
 * refuses a value with more, rather than keep another number.
 */
export const exactDigits = 15;
