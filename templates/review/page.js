// The review page: shows the plan, lets each conflict be settled, and tells dazzle to build once that is confirmed.
import { make, shownChanges } from './draw.js';
import { drawEditor, drawFile, nameChoice } from './draw-file.js';
import { drawConfirm, drawPlan, drawProgress, drawTree } from './draw-plan.js';

const element = (id) => document.getElementById(id);
/** `path` is null while the whole plan is shown; `typed` holds what is being typed and dazzle has not been told yet. */
const state = { overview: null, path: null, file: null, hunk: 0, typed: null };
const typingPause = 200;

async function get(address) {
  const response = await fetch(address);
  return response.json();
}

async function post(address, body) {
  const response = await fetch(address, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body), keepalive: JSON.stringify(body).length < 60_000 });
  return response.json();
}

/** One thing after the other: no answer overtakes an earlier one. */
let queue = Promise.resolve();
function inTurn(act) {
  const turn = queue.then(act);
  queue = turn.catch((error) => showTrouble(`dazzle does not answer (${error.message}): is it still running?`));
  return turn;
}

/** What the person does happens one after the other too, each step up to its last drawing. */
let acting = Promise.resolve();
const inOrder =
  (act) =>
  (...given) => {
    acting = acting.then(() => act(...given)).catch((error) => showTrouble(error.message));
  };

function showTrouble(text) {
  element('trouble').textContent = text;
  element('trouble').hidden = text === '';
}

/** Tells dazzle an answer; false where it was refused, which is shown. */
async function settle(request) {
  const answer = await post('settle', request);
  showTrouble(answer.error ? `Not taken: ${answer.error}.` : '');
  if (answer.error) return false;
  takeOverview(answer);
  return true;
}

/** Tells what is being typed before anything else happens. */
function tellTyped() {
  const { typed } = state;
  if (typed === null) return queue;
  clearTimeout(typed.timer);
  state.typed = null;
  const choice = typed.text === typed.start ? typed.before : { text: typed.text };
  return inTurn(() => settle({ path: typed.path, hunk: typed.hunk, choice }));
}

function takeOverview(overview) {
  state.overview = overview;
  element('project').textContent = overview.project;
  element('progress').textContent = drawProgress(overview);
  element('tree').replaceChildren(...drawTree(overview, state.path, inOrder(openFile), inOrder(openPlan)));
  const conflict = overview.changes.find((change) => change.path === state.path)?.conflict;
  if (!conflict || !state.file) return;
  state.file.conflict = conflict;
  for (const node of document.querySelectorAll('.conflict-hunk')) {
    const picked = nameChoice(conflict.choices[node.dataset.index]);
    for (const [at, name] of ['mine', 'next', 'both', 'edit'].entries()) node.querySelectorAll('.bar button')[at].setAttribute('aria-pressed', String(picked === name));
  }
}

async function openFile(path, hunk = 0) {
  await tellTyped();
  await inTurn(async () => {
    state.path = path;
    state.hunk = hunk;
    state.file = await get(`file?path=${encodeURIComponent(path)}`);
    element('file').replaceChildren(...drawFile(state.file, orderly));
    takeOverview(state.overview);
  });
  element('tree').querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
}

async function openPlan() {
  await tellTyped();
  state.path = state.file = null;
  element('file').replaceChildren(...drawPlan(state.overview, inOrder(openFile)));
  takeOverview(state.overview);
}

async function settleAndShow(request) {
  await tellTyped();
  const { path, hunk } = state;
  await inTurn(() => settle({ path, ...request }));
  if (state.path === path) await openFile(path, hunk);
}

const actions = {
  whole: (name) => settleAndShow({ whole: state.file.conflict.whole === name ? null : name }),
  async choose(index, name) {
    await tellTyped();
    const isPicked = nameChoice(state.file.conflict.choices[index]) === name;
    await settleAndShow({ hunk: index, choice: isPicked ? null : name });
    focusHunk(index);
  },
  edit(segment) {
    const { path } = state;
    const node = document.querySelector(`.conflict-hunk[data-index="${segment.index}"]`);
    const open = node.querySelector('textarea');
    if (open) return open.focus();
    const before = state.file.conflict.choices[segment.index];
    const start = nameChoice(before) === 'edit' ? before.text : (segment.draft ?? segment.mine + segment.next);
    const finish = async (choice) => {
      await tellTyped();
      await settleAndShow({ hunk: segment.index, choice });
      focusHunk(segment.index);
    };
    const { box, node: editor } = drawEditor(segment, start, {
      ontype(text) {
        clearTimeout(state.typed?.timer);
        state.typed = { path, hunk: segment.index, text, start, before, timer: setTimeout(tellTyped, typingPause) };
      },
      onuse: inOrder((text) => finish({ text })),
      ondrop: inOrder(() => finish(null)),
    });
    node.querySelector('.result')?.remove();
    node.querySelector('.draft')?.remove();
    node.append(editor);
    box.focus();
  },
};
const orderly = { choose: inOrder(actions.choose), whole: inOrder(actions.whole), edit: inOrder(actions.edit), focused: (index) => (state.hunk = index) };

function focusHunk(index) {
  const hunks = document.querySelectorAll('.conflict-hunk');
  if (hunks.length === 0) return;
  state.hunk = (index + hunks.length) % hunks.length;
  hunks[state.hunk].focus();
  hunks[state.hunk].scrollIntoView({ block: 'center' });
}

function stepConflict(by) {
  if (state.path !== null) return focusHunk(state.hunk + by);
  const first = state.overview.changes.find((change) => change.conflict);
  return first && openFile(first.path);
}

function stepFile(by) {
  const files = shownChanges(state.overview.changes);
  const at = files.findIndex((change) => change.path === state.path);
  const next = files[at < 0 && by < 0 ? files.length - 1 : (at + by + files.length) % files.length];
  return next && openFile(next.path);
}

/** Shows what a build does and leaves open; only its button builds. */
async function askToBuild() {
  await tellTyped();
  await inTurn(async () => takeOverview(await get('overview')));
  const dialog = element('confirm');
  dialog.replaceChildren(...drawConfirm(state.overview, { onbuild: inOrder(build), oncancel: () => dialog.close() }));
  if (!dialog.open) dialog.showModal();
  element('back').focus();
}

async function build() {
  const { round, revision, open } = state.overview;
  const answer = await post('build', { round, revision, open });
  if (answer.error) {
    await askToBuild();
    element('confirm').prepend(make('p', { role: 'alert', class: 'notice' }, `Not built: ${answer.error}. Look again:`));
    return;
  }
  element('confirm').close();
  showDone('Building. See the terminal; this page can be closed.');
  watchRound(round);
}

/** Where the plan is made again, because files changed meanwhile, the page goes on with the new one. */
async function watchRound(round) {
  try {
    const overview = await get(`round?after=${round}`);
    element('done').hidden = true;
    state.overview = overview;
    state.path = state.file = null;
    await openPlan();
  } catch {
    showDone('The build has ended. See the terminal; this page can be closed.');
  }
}

function showDone(text) {
  element('done').textContent = text;
  element('done').hidden = false;
}

async function close() {
  await post('close', {});
  showDone('Closed; nothing was written.');
}

function toggleHelp() {
  const keys = element('keys');
  keys.hidden = !keys.hidden;
  element('help').setAttribute('aria-expanded', String(!keys.hidden));
}

const ifHunks = (act) => () => state.file?.conflict?.hunks && act();
const keys = {
  o: openPlan,
  j: () => stepFile(1),
  k: () => stepFile(-1),
  n: () => stepConflict(1),
  p: () => stepConflict(-1),
  1: ifHunks(() => actions.choose(state.hunk, 'mine')),
  2: ifHunks(() => actions.choose(state.hunk, 'next')),
  3: ifHunks(() => actions.choose(state.hunk, 'both')),
  e: ifHunks(() => actions.edit(state.file.segments.find((segment) => segment.kind === 'conflict' && segment.index === state.hunk))),
  K: () => state.file?.conflict && actions.whole('keep'),
  T: () => state.file?.conflict && actions.whole('take'),
  s: () => state.file?.conflict && actions.whole('later'),
  b: askToBuild,
  '?': toggleHelp,
};

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches('textarea, input')) return;
  if (element('confirm').open || !element('done').hidden) return;
  const action = keys[event.key];
  if (!action) return;
  event.preventDefault();
  inOrder(action)();
});

element('help').addEventListener('click', toggleHelp);
element('build').addEventListener('click', inOrder(askToBuild));
element('close').addEventListener('click', close);
window.addEventListener('pagehide', () => tellTyped());

takeOverview(await get('overview'));
await openPlan();
