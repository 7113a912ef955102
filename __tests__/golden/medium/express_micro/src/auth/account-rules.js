import { dictionary } from '@zxcvbn-ts/language-common';

/** How long the name of a user, and a password, may be. What is longer is never hashed. */
export const longestUsername = 150;
export const shortestPassword = 8;
export const longestPassword = 1000;

/** From this share of common characters on, a password is too much like a name: 1 is the same. */
const tooSimilar = 0.7;

const commonPasswords = new Set(dictionary['passwords-common']);

/**
 * What is wrong with a password that somebody chooses for an account, or null: "is shorter than 8 characters". It goes on after
 * the word "password". Passwords that are in use already are not held against it.
 */
export function passwordProblem(password, { username, email }) {
  if (password.length < shortestPassword) return `is shorter than ${shortestPassword} characters`;
  if (password.length > longestPassword) return `is longer than ${longestPassword} characters`;
  if (/^\p{Nd}+$/u.test(password)) return 'has nothing but digits';
  if (commonPasswords.has(password.toLowerCase().trim())) return 'is one that many people use';
  if (isLike(password, username)) return 'is too similar to the username';
  if (isLike(password, email)) return 'is too similar to the email address';
  return null;
}

/** Claims that a password is hardly more than a name, or than one of its words. */
function isLike(password, name) {
  const lower = name.toLowerCase();
  return [lower, ...lower.split(/[^\p{L}\p{N}_]/u)].some(
    (part) => part !== '' && similarity(password.toLowerCase(), part) >= tooSimilar,
  );
}

/** The share of characters that two texts have in common, wherever they stand. */
function similarity(text, other) {
  const left = new Map();
  for (const character of other) left.set(character, (left.get(character) ?? 0) + 1);
  let common = 0;
  for (const character of text) {
    const count = left.get(character) ?? 0;
    if (count === 0) continue;
    common += 1;
    left.set(character, count - 1);
  }
  return (2 * common) / ([...text].length + [...other].length);
}

/** A username as it is compared: capitals, and other spellings of the same letters, make no difference. */
export function foldUsername(username) {
  return username.normalize('NFKC').toLowerCase();
}
