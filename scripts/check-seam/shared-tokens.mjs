// How much of two programs lies in stretches of tokens that both have.
import { readTokens } from './read-tokens.mjs';

/** Shorter stretches are what any two programs of one language share. */
const leastTokens = 30;

function shapesOf(files) {
  return files.map(({ text }) => readTokens(text).map(({ shape }) => shape));
}

function stretches(shapes) {
  return Array.from({ length: Math.max(0, shapes.length - leastTokens + 1) }, (_, at) =>
    shapes.slice(at, at + leastTokens).join(' '),
  );
}

function countShared(side, others) {
  const known = new Set(others.flatMap(stretches));
  return side.reduce((sum, shapes) => {
    const shared = new Set();
    stretches(shapes).forEach((stretch, at) => {
      if (known.has(stretch)) for (let token = at; token < at + leastTokens; token++) shared.add(token);
    });
    return sum + shared.size;
  }, 0);
}

/** The share, 0 to 1, of the tokens of both sides that lie in a stretch of 30 tokens or more of the same shapes. */
export function shareOfSharedTokens(leftFiles, rightFiles) {
  const [left, right] = [shapesOf(leftFiles), shapesOf(rightFiles)];
  const all = [...left, ...right].reduce((sum, { length }) => sum + length, 0);
  return all === 0 ? 0 : (countShared(left, right) + countShared(right, left)) / all;
}
