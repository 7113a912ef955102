// The whole plan, the tree of its files, and the question before a build.
import { countOf, list, make, nameOpen, reasons, shownChanges } from './draw.js';

const meanings = [
  ['create', 'created'],
  ['update', 'updated; nobody had edited them'],
  ['merge', 'merged: your edits stay, the new lines come in'],
  ['rename', 'renamed, with your edits'],
  ['delete', 'deleted; nobody had edited them'],
  ['kept', 'kept as they are'],
  ['conflict', 'in conflict: these are asked about'],
];

export function drawPlan(overview, openFile) {
  const shown = shownChanges(overview.changes);
  const questions = overview.changes.filter((change) => change.conflict);
  const groups = meanings.flatMap(([kind, meaning]) => {
    const files = shown.filter((change) => change.kind === kind);
    if (files.length === 0) return [];
    const links = files.map((change) =>
      make('button', { type: 'button', class: 'link', onclick: () => openFile(change.path) }, change.from ? `${change.path} (from ${change.from})` : change.path),
    );
    return [
      make(
        'details',
        files.length <= 12 ? { open: '' } : {},
        make('summary', {}, make('strong', {}, kind), ` ${countOf(files.length, 'file')} ${meaning}`),
        list(links),
      ),
    ];
  });
  const rest = overview.changes.length - shown.length;
  const asked = questions.reduce((sum, { conflict }) => sum + Math.max(1, conflict.hunks), 0);
  return [
    make('h2', {}, 'What this build will do'),
    ...drawNotice(overview.notice),
    ...groups,
    ...(rest > 0 ? [make('p', { class: 'about' }, `${countOf(rest, 'file')} ${rest === 1 ? 'stays as it is' : 'stay as they are'}.`)] : []),
    make(
      'p',
      { class: 'about' },
      questions.length > 0
        ? `${countOf(asked, 'question')} in ${countOf(questions.length, 'file')}. Nothing is written before you build and confirm.`
        : shown.length > 0
          ? 'No questions. Nothing is written before you build and confirm.'
          : 'Nothing to do.',
    ),
    ...(questions.length > 0
      ? [make('button', { type: 'button', class: 'primary', id: 'start', onclick: () => openFile(questions[0].path) }, 'Go to the first question ', make('kbd', {}, 'n'))]
      : []),
  ];
}

/** What a plan that was made again has changed. */
function drawNotice(notice) {
  if (notice === null) return [];
  const parts = [make('p', {}, make('strong', {}, 'The plan was made again: files changed on the disk meanwhile. Nothing was written. '), 'Your other answers are kept.')];
  if (notice.changed.length > 0) parts.push(make('p', {}, 'Changed:'), list(notice.changed.slice(0, 20)));
  if (notice.askedAgain.length > 0) parts.push(make('p', {}, 'Asked again, because what they were about has changed:'), list(notice.askedAgain.map(nameOpen)));
  for (const { path, texts } of notice.unused)
    parts.push(make('p', {}, `Nothing asks any more for the text you typed for ${path}:`), ...texts.map((text) => make('pre', {}, text)));
  return [make('section', { class: 'notice', role: 'alert', 'aria-label': 'The plan was made again' }, ...parts)];
}

export function drawProgress({ changes }) {
  const conflicts = changes.filter((change) => change.conflict);
  const settled = conflicts.filter((change) => change.conflict.settled).length;
  const counts = new Map();
  for (const change of shownChanges(changes)) counts.set(change.kind, (counts.get(change.kind) ?? 0) + 1);
  const summary = [...counts].map(([kind, count]) => `${count} ${kind}`).join(', ');
  return conflicts.length ? `${settled} of ${conflicts.length} conflicts settled; ${summary}` : summary || 'nothing to do';
}

export function drawTree({ changes }, current, openFile, openPlan) {
  const root = { folders: new Map(), files: [] };
  for (const change of shownChanges(changes)) {
    const parts = change.path.split('/');
    let folder = root;
    for (const part of parts.slice(0, -1)) {
      if (!folder.folders.has(part)) folder.folders.set(part, { folders: new Map(), files: [] });
      folder = folder.folders.get(part);
    }
    folder.files.push({ change, name: parts.at(-1) });
  }
  const entry = (label, name, title, isCurrent, onclick) =>
    make('button', { type: 'button', 'aria-current': String(isCurrent), onclick }, make('span', { class: 'kind' }, label), make('span', { class: 'name', title }, name));
  const draw = (folder) => {
    const nodes = [...folder.folders].map(([name, inner]) => make('details', { open: '' }, make('summary', {}, `${name}/`), ...draw(inner)));
    if (folder.files.length > 0) {
      const items = folder.files.map(({ change, name }) => {
        const label = change.conflict?.whole === 'later' ? 'later' : change.conflict?.settled ? 'settled' : change.kind;
        const mark = change.conflict ? (label === 'conflict' ? 'conflict' : label) : '';
        return make('li', { class: mark }, entry(label, name, change.path, change.path === current, () => openFile(change.path)));
      });
      nodes.push(make('ul', {}, ...items));
    }
    return nodes;
  };
  return [make('ul', {}, make('li', {}, entry('plan', 'the whole plan', 'what this build will do', current === null, openPlan))), ...draw(root)];
}

/** The question before a build: what it writes, what stays open, and what becomes of typed text. */
export function drawConfirm({ changes, open }, { onbuild, oncancel }) {
  const written = shownChanges(changes).filter((change) => change.kind !== 'kept' && !change.conflict).length;
  const texts = (key) => changes.filter((change) => change.conflict?.[key].length > 0).map(({ path, conflict }) => ({ path, hunks: conflict[key] }));
  const [used, unused] = [texts('usedTexts'), texts('unusedTexts')];
  const part = (sentence, files) => (files.length === 0 ? [] : [make('p', {}, sentence), list(files.map(nameOpen))]);
  return [
    make('h2', { id: 'confirm-title', tabindex: '-1' }, open.length > 0 ? 'Build, and leave this open?' : 'Build?'),
    ...part('These stay as you have them, and are asked again by "dazzle resolve" or the next build:', open),
    ...(open.length === 0 ? [make('p', {}, changes.some((change) => change.conflict) ? 'Every conflict is settled.' : 'There are no conflicts.')] : []),
    ...part('The text you typed is used in:', used),
    ...part('The text you typed is not used, because a choice for the whole file came after it:', unused),
    make('p', {}, `${countOf(written, 'other file')} of the plan ${written === 1 ? 'is' : 'are'} written.`),
    make(
      'div',
      { class: 'actions' },
      make('button', { type: 'button', id: 'back', onclick: oncancel }, 'Go back'),
      make('button', { type: 'button', id: 'confirmed', class: 'primary', onclick: onbuild }, open.length > 0 ? 'Build, leave these open' : 'Build now'),
    ),
  ];
}

export const about = (file) => [file.kind, reasons[file.why], file.from && `from ${file.from}`].filter(Boolean).join(': ');
