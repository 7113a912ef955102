// Stretches of two programs that say the same: equal lines, or lines that differ in names, strings and numbers only.
import { readTokens } from './read-tokens.mjs';

/** A twin has at least this many lines that count, and this share of names and values in common. */
const leastLines = 6;
const leastShare = 0.5;

/** Shapes that say nothing by themselves: a case of a switch, an item of a list, the start of a list or of an object. */
const bare = [/^case _ :$/, /^_ ,?$/, /^_ : [[{(]$/];
/** A member with one value or a list of values, which is something only where both sides say the same. */
const member = /^_ : (_|\[ (_ , )*_ \]) [,;]$/;

/** Lines of a file that hold a name or a value, in order. Brackets, `else` and the like stand between them unseen. */
function readLines(text) {
  const lines = new Map();
  for (const token of readTokens(text)) lines.set(token.line, [...(lines.get(token.line) ?? []), token]);
  return [...lines]
    .map(([line, tokens]) => ({
      line,
      shape: tokens.map(({ shape }) => shape).join(' '),
      text: tokens.map((token) => token.text).join(' '),
      given: tokens.filter(({ shape }) => shape === '_').map((token) => token.text),
      inArm: tokens.every(({ inArm }) => inArm),
    }))
    .filter(({ given }) => given.length > 0);
}

/**
 * Claims that two lines of one shape are more than language syntax: they are equal, or they have two names to share. Arms
 * of a switch have to be equal: each backend has one that prints what is decided elsewhere.
 */
function counts(left, right) {
  if (bare.some((shape) => shape.test(left.shape))) return false;
  return left.text === right.text || (left.given.length > 1 && !left.inArm && !member.test(left.shape));
}

function shareInCommon(pairs) {
  const given = pairs.flatMap(([left, right]) => left.given.map((word, at) => word === right.given[at]));
  return given.filter(Boolean).length / given.length;
}

/** Every longest stretch in which the lines of both sides have the same shapes: the pairs of lines that count. */
function alignedRuns(left, right) {
  const runs = [];
  let above = new Uint32Array(right.length + 1);
  for (let row = 0; row < left.length; row++) {
    const here = new Uint32Array(right.length + 1);
    for (let column = 0; column < right.length; column++) {
      if (left[row].shape !== right[column].shape) continue;
      const length = above[column] + 1;
      here[column + 1] = length;
      if (length < leastLines || left[row + 1]?.shape === (right[column + 1]?.shape ?? '')) continue;
      const pairs = Array.from({ length }, (_, back) => [
        left[row - length + 1 + back],
        right[column - length + 1 + back],
      ]);
      runs.push(pairs.filter(([one, other]) => counts(one, other)));
    }
    above = here;
  }
  return runs;
}

const place = (file, lines) => ({ file, from: lines[0].line, to: lines.at(-1).line });

/**
 * The twins between the files of two sides, each file `{ file, text }`: `{ lines, left, right }`, the places as
 * `{ file, from, to }`. `lines` counts what is more than syntax. No line belongs to two twins: the longest comes first.
 */
export function twinRuns(leftFiles, rightFiles) {
  const [leftSide, rightSide] = [leftFiles, rightFiles].map((files) =>
    files.map(({ file, text }) => ({ file, lines: readLines(text) })),
  );
  const runs = leftSide
    .flatMap((left) =>
      rightSide.flatMap((right) =>
        alignedRuns(left.lines, right.lines).map((pairs) => ({ pairs, left: left.file, right: right.file })),
      ),
    )
    .filter(({ pairs }) => pairs.length >= leastLines && shareInCommon(pairs) >= leastShare)
    .sort((one, other) => other.pairs.length - one.pairs.length);
  const taken = new Set();
  const twins = [];
  for (const { pairs, left, right } of runs) {
    const places = pairs.flatMap(([one, other]) => [`${left}:${one.line}`, `${right}:${other.line}`]);
    if (places.some((at) => taken.has(at))) continue;
    places.forEach((at) => taken.add(at));
    twins.push({
      lines: pairs.length,
      left: place(
        left,
        pairs.map(([one]) => one),
      ),
      right: place(
        right,
        pairs.map(([, other]) => other),
      ),
    });
  }
  return twins;
}
