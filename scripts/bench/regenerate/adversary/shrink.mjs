import { diffArrays } from 'diff';
import { generateVersion, pairVersions } from './generate.mjs';
import { writeSources } from './spec-text.mjs';

const specTries = 40;

/**
 * Makes a failing pair smaller while its verdict stays: fewer edits, then a smaller spec, then fewer lines in all files.
 *
 * @param context the pairs' `complete`, the `edits`, `verdictOf` a pair, `dazzle` and the `readers`
 * @returns the smallest pair found, complete, its lines cut
 */
export async function shrink(context, pair) {
  const { verdict } = await context.verdictOf(pair);
  const stays = async (candidate) =>
    candidate !== undefined && (await context.verdictOf(candidate)).verdict === verdict;
  const fewer = await dropEdits(context, pair, stays);
  const smaller = pair.specs ? await dropFromSpec(context, fewer, stays) : fewer;
  return dropLines(context, smaller, stays);
}

async function dropEdits(context, pair, stays) {
  let best = pair;
  for (let at = best.edits.length - 1; at >= 0 && best.edits.length > 1; at--) {
    const candidate = await replay(context, {
      ...best,
      edits: best.edits.filter((_, index) => index !== at),
    });
    if (await stays(candidate)) best = candidate;
  }
  return best;
}

/** The pair with its edits made again, in its old version and in its new one. */
async function replay({ edits, complete }, pair) {
  const mine = await edits.applyAll(pair.path, pair.base, pair.edits);
  if (!mine.texts || mine.texts[0] === pair.base || pair.base === pair.next) return undefined;
  return complete({ ...pair, mine: mine.texts[0] });
}

async function dropFromSpec(context, pair, stays) {
  let best = pair;
  let tries = 0;
  for (const path of partsOf(pair.specs[0])) {
    if (tries++ >= specTries) break;
    const specs = best.specs.map((spec) => without(spec, path));
    const versions = [];
    for (const spec of specs)
      versions.push(
        await generateVersion(context.dazzle, writeSources(spec), pair.backend).catch(() => null),
      );
    if (versions.includes(null)) continue;
    const { pairs, renames } = pairVersions(context.dazzle, ...versions);
    const paths = pairs.find(([before]) => before === best.path);
    if (!paths) continue;
    const texts = { base: versions[0].files[paths[0]], next: versions[1].files[paths[1]] };
    const candidate = await replay(context, { ...best, ...texts, nextPath: paths[1], renames, specs });
    if (await stays(candidate)) best = candidate;
  }
  return best;
}

/** What can be left out of a spec, the largest first. */
function partsOf(spec) {
  return [
    ...['tests', 'experiences', 'workspaces', 'entities', 'surfaces'].flatMap((kind) =>
      spec[kind].map(({ name }) => [kind, name]),
    ),
    ...spec.entities.flatMap(({ name, fields }) =>
      fields.slice(2).map((field) => ['fields', name, field.name]),
    ),
  ];
}

function without(spec, [kind, name, field]) {
  const copy = structuredClone(spec);
  const isOf = (one) => one.name === name || one.was === name;
  if (kind !== 'fields') copy[kind] = copy[kind].filter((one) => !isOf(one));
  if (kind === 'entities') {
    const gone = spec.entities.filter(isOf).map((one) => one.name);
    for (const list of ['surfaces', 'tests', 'workspaces'])
      copy[list] = copy[list].filter(({ entity }) => !gone.includes(entity));
    for (const entity of copy.entities)
      entity.fields = entity.fields.filter(({ type }) => !gone.includes(type.split(' ')[1]));
  }
  const entity = kind === 'fields' ? copy.entities.find(isOf) : undefined;
  const dropped = entity?.fields.find((one) => one.name === field || one.was === field)?.name;
  if (dropped) entity.fields = entity.fields.filter((one) => one.name !== dropped);
  const known = new Map(
    copy.entities.map((one) => [one.name, new Set(one.fields.map(({ name: own }) => own))]),
  );
  for (const surface of copy.surfaces) {
    for (const section of surface.sections)
      section.fields = section.fields.filter((one) => known.get(surface.entity)?.has(one.name));
    surface.sections = surface.sections.filter(({ fields }) => fields.length > 0);
    if (dropped && surface.entity === entity.name) surface.ux = [];
  }
  copy.surfaces = copy.surfaces.filter(({ sections }) => sections.length > 0);
  const left = new Set(copy.surfaces.map((one) => one.name));
  copy.experiences = copy.experiences.filter(({ start, end }) => left.has(start) && left.has(end));
  return copy;
}

/** Leaves out lines that all versions have, in halves, as long as every version stays readable and the verdict. */
async function dropLines({ readers }, pair, stays) {
  let best = pair;
  for (let size = Math.ceil(pair.base.split('\n').length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < best.base.split('\n').length; at += size) {
      const candidate = cut(best, at, at + size);
      if (!candidate || !(await isReadable(readers, candidate)) || !(await stays(candidate))) continue;
      best = candidate;
      at -= size;
    }
  }
  return best;
}

function cut(pair, from, to) {
  const base = pair.base.split('\n');
  const gone = new Set(base.map((_, at) => at).slice(from, to));
  const others = [pair.mine, pair.next, ...(pair.expected.texts ?? [])].map((text) => {
    const lines = text.split('\n');
    const same = commonLines(base, lines);
    return [...gone].every((at) => same.has(at))
      ? lines.filter((_, at) => ![...gone].some((line) => same.get(line) === at)).join('\n')
      : undefined;
  });
  if (others.includes(undefined)) return undefined;
  const [mine, next, ...texts] = others;
  const expected = pair.expected.texts ? { ...pair.expected, texts } : pair.expected;
  return { ...pair, base: base.filter((_, at) => !gone.has(at)).join('\n'), mine, next, expected };
}

/** The place in `lines` of each line of `base` that is in both. */
function commonLines(base, lines) {
  const found = new Map();
  let [at, other] = [0, 0];
  for (const { added, removed, count } of diffArrays(base, lines)) {
    if (!added && !removed) for (let step = 0; step < count; step++) found.set(at + step, other + step);
    if (!added) at += count;
    if (!removed) other += count;
  }
  return found;
}

async function isReadable(readers, { path, nextPath, base, mine, next, expected }) {
  const texts = [
    [path, base],
    [path, mine],
    [nextPath, next],
    ...(expected.texts ?? []).map((text) => [nextPath, text]),
  ];
  for (const [name, text] of texts) if ((await readers.read(name, text)).error) return false;
  return base !== mine && base !== next;
}
