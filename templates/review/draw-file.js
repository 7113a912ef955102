// One file: as it is on the left, as it will be on the right, and its conflicts.
import { button, make } from './draw.js';
import { about } from './draw-plan.js';

function side(lines) {
  const pre = make('pre', {});
  for (const line of lines) {
    const code = make('code', { 'data-number': String(line.number) });
    code.innerHTML = line.html || ' ';
    pre.append(code);
  }
  return make('div', { class: 'side', tabindex: lines.length ? '0' : null, role: 'group', 'aria-label': 'lines' }, pre);
}

function sameSegment(segment, isFirst, isLast) {
  const [head, tail] = [isFirst ? 0 : 3, isLast ? 0 : 3];
  if (segment.left.length <= head + tail + 4) return [make('div', { class: 'sides' }, side(segment.left), side(segment.right))];
  const cut = (from, to) => make('div', { class: 'sides' }, side(segment.left.slice(from, to)), side(segment.right.slice(from, to)));
  const hidden = segment.left.length - head - tail;
  const fold = make('button', { type: 'button', class: 'fold', onclick: () => fold.replaceWith(cut(head, segment.left.length - tail)) }, `show ${hidden} equal lines`);
  return [...(head ? [cut(0, head)] : []), fold, ...(tail ? [cut(segment.left.length - tail)] : [])];
}

function headings(...names) {
  return make('div', { class: 'heads' }, ...names.map((name) => make('span', {}, name)));
}

/** The choice for a hunk as its buttons name it. */
export function nameChoice(choice) {
  return typeof choice === 'object' && choice !== null ? 'edit' : choice;
}

function conflictSegment(segment, file, actions) {
  const picked = nameChoice(file.conflict.choices[segment.index]);
  const choose = (name, label, key) => button(label, key, picked === name, () => actions.choose(segment.index, name));
  const title = `Conflict ${segment.index + 1}${segment.label ? `: ${segment.label}` : ''}`;
  const node = make(
    'section',
    { class: `conflict-hunk ${picked === 'mine' || picked === 'next' ? picked : ''}`, 'data-index': String(segment.index), tabindex: '-1', 'aria-label': `Conflict ${segment.index + 1}` },
    make(
      'div',
      { class: 'bar' },
      make('strong', {}, title),
      choose('mine', 'Mine', '1'),
      choose('next', 'New', '2'),
      choose('both', 'Both', '3'),
      button('Edit', 'e', picked === 'edit', () => actions.edit(segment)),
    ),
    headings('mine', 'new'),
    make('div', { class: 'sides' }, side(segment.left), side(segment.right)),
  );
  if (segment.draft !== null && segment.draft !== undefined && picked !== 'edit')
    node.append(make('p', { class: 'about draft' }, 'You typed a text here before; "Edit" brings it back.'));
  if (segment.result) node.append(make('div', { class: 'result' }, headings('after the build'), side(segment.result)));
  node.addEventListener('focusin', () => actions.focused(segment.index));
  return node;
}

/** The editor of a hunk: what is typed is used as it is typed. */
export function drawEditor(segment, text, { ontype, onuse, ondrop }) {
  const box = make('textarea', { 'aria-label': `Text for conflict ${segment.index + 1}`, spellcheck: 'false', oninput: () => ontype(box.value) });
  box.value = text;
  const use = make('button', { type: 'button', class: 'primary', onclick: () => onuse(box.value) }, 'Use this text');
  const drop = make('button', { type: 'button', onclick: ondrop }, 'Drop it');
  return { box, node: make('div', { class: 'editor' }, box, make('div', { class: 'actions' }, use, drop)) };
}

function headsOf(file) {
  if (!file.conflict || file.conflict.hunks > 0) return ['as it is', 'after the build'];
  if (file.conflict.whole === 'take') return ['as it is', 'after the build'];
  return [file.conflict.whole === 'keep' ? 'mine: stays' : 'mine: stays unless you take the new one', file.why === 'orphaned' ? 'new: nothing; taking it deletes the file' : 'new'];
}

export function drawFile(file, actions) {
  const nodes = [make('h2', {}, file.path), make('p', { class: 'about' }, about(file))];
  if (file.conflict) {
    const whole = (name, label, key) => button(label, key, file.conflict.whole === name, () => actions.whole(name));
    nodes.push(make('div', { class: 'whole', role: 'group', 'aria-label': 'The whole file' }, whole('keep', 'Keep mine', 'K'), whole('take', 'Take the new one', 'T'), whole('later', 'Later', 's')));
  }
  if (file.secret) return [...nodes, make('p', { class: 'empty' }, 'A secret: its contents are not shown.')];
  if (file.binary) return [...nodes, make('p', { class: 'empty' }, 'A binary file.')];
  const segments = file.segments.flatMap((segment, at) => {
    if (segment.kind === 'conflict') return [conflictSegment(segment, file, actions)];
    if (segment.kind === 'same') return sameSegment(segment, at === 0, at === file.segments.length - 1);
    return [make('div', { class: `sides ${segment.kind}` }, side(segment.left), side(segment.right))];
  });
  return [...nodes, make('div', { class: 'diff' }, headings(...headsOf(file)), ...segments)];
}
