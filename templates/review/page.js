// The review page: shows the plan, lets each conflict be settled, and tells dazzle to build.
const element = (id) => document.getElementById(id);
const state = { changes: [], path: null, file: null, hunk: 0 };

async function get(address) {
  const response = await fetch(address);
  return response.json();
}

async function post(address, body) {
  const response = await fetch(address, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  return response.json();
}

function make(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name === 'class') node.className = value;
    else if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (value !== false && value !== null) node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}

const reasons = {
  foreign: 'a file that dazzle never wrote is in the way',
  edited: 'you and the new version changed the same lines',
  orphaned: 'no longer generated, but you edited it',
  deleted: 'you deleted it; it stays deleted',
  once: 'yours since it was first written',
  pending: 'left for later by an earlier build',
};

function changed() {
  return state.changes.filter((change) => change.kind !== 'identical' && change.why !== 'once');
}

function drawProgress() {
  const conflicts = state.changes.filter((change) => change.conflict);
  const settled = conflicts.filter((change) => change.conflict.settled).length;
  const counts = new Map();
  for (const change of changed()) counts.set(change.kind, (counts.get(change.kind) ?? 0) + 1);
  const summary = [...counts].map(([kind, count]) => `${count} ${kind}`).join(', ');
  element('progress').textContent = conflicts.length ? `${settled} of ${conflicts.length} conflicts settled; ${summary}` : summary || 'nothing to do';
}

function drawTree() {
  const root = { folders: new Map(), files: [] };
  for (const change of changed()) {
    const parts = change.path.split('/');
    let folder = root;
    for (const part of parts.slice(0, -1)) {
      if (!folder.folders.has(part)) folder.folders.set(part, { folders: new Map(), files: [] });
      folder = folder.folders.get(part);
    }
    folder.files.push({ change, name: parts.at(-1) });
  }
  const draw = (folder) => {
    const nodes = [...folder.folders].map(([name, inner]) => make('details', { open: '' }, make('summary', {}, `${name}/`), ...draw(inner)));
    if (folder.files.length) {
      nodes.push(
        make(
          'ul',
          {},
          ...folder.files.map(({ change, name }) =>
            make(
              'li',
              { class: change.conflict ? (change.conflict.settled ? 'settled' : 'conflict') : '' },
              make(
                'button',
                { type: 'button', 'aria-current': String(change.path === state.path), onclick: () => openFile(change.path) },
                make('span', { class: 'kind' }, change.conflict?.settled ? 'settled' : change.kind),
                make('span', { class: 'name', title: change.path }, name),
              ),
            ),
          ),
        ),
      );
    }
    return nodes;
  };
  element('tree').replaceChildren(...draw(root));
}

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

function conflictSegment(segment) {
  const choice = state.file.conflict.choices[segment.index];
  const picked = typeof choice === 'object' && choice !== null ? 'edit' : choice;
  const button = (name, label, key) =>
    make('button', { type: 'button', 'aria-pressed': String(picked === name), onclick: () => choose(segment.index, name) }, label, ' ', make('kbd', {}, key));
  const node = make(
    'section',
    { class: `conflict-hunk ${picked === 'mine' || picked === 'next' ? picked : ''}`, 'data-index': String(segment.index), tabindex: '-1', 'aria-label': `Conflict ${segment.index + 1}` },
    make(
      'div',
      { class: 'bar' },
      make('strong', {}, `Conflict ${segment.index + 1}${segment.label ? `: ${segment.label}` : ''}`),
      button('mine', 'Mine', '1'),
      button('next', 'New', '2'),
      button('both', 'Both', '3'),
      make('button', { type: 'button', 'aria-pressed': String(picked === 'edit'), onclick: () => editHunk(segment) }, 'Edit ', make('kbd', {}, 'e')),
    ),
    make('div', { class: 'sides' }, side(segment.left), side(segment.right)),
  );
  node.addEventListener('focusin', () => (state.hunk = segment.index));
  return node;
}

function drawFile() {
  const { file } = state;
  const nodes = [make('h2', {}, file.path), make('p', { class: 'about' }, [file.kind, reasons[file.why], file.from && `from ${file.from}`].filter(Boolean).join(': '))];
  if (file.conflict) {
    const whole = (name, label, key) =>
      make('button', { type: 'button', 'aria-pressed': String(file.conflict.whole === name), onclick: () => settle({ whole: name }) }, label, ' ', make('kbd', {}, key));
    nodes.push(make('div', { class: 'whole', role: 'group', 'aria-label': 'The whole file' }, whole('keep', 'Keep mine', 'K'), whole('take', 'Take the new one', 'T'), whole('later', 'Later', 's')));
  }
  if (file.secret) nodes.push(make('p', { class: 'empty' }, 'A secret: its contents are not shown.'));
  else if (file.binary) nodes.push(make('p', { class: 'empty' }, 'A binary file.'));
  else {
    const segments = file.segments.flatMap((segment, at) => {
      if (segment.kind === 'conflict') return [conflictSegment(segment)];
      if (segment.kind === 'change') return [make('div', { class: 'sides change' }, side(segment.left), side(segment.right))];
      return sameSegment(segment, at === 0, at === file.segments.length - 1);
    });
    const heads = make('div', { class: 'heads' }, make('span', {}, file.conflict ? 'mine' : 'on disk'), make('span', {}, file.conflict ? 'new' : 'after the build'));
    nodes.push(make('div', { class: 'diff' }, heads, ...segments));
  }
  element('file').replaceChildren(...nodes);
}

async function openFile(path) {
  state.path = path;
  state.hunk = 0;
  state.file = await get(`file?path=${encodeURIComponent(path)}`);
  drawTree();
  drawFile();
  element('tree').querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
}

async function settle(request) {
  const answer = await post('settle', { path: state.path, ...request });
  if (answer.error) return;
  state.changes = answer.changes;
  state.file.conflict = state.changes.find((change) => change.path === state.path).conflict;
  drawProgress();
  drawTree();
  drawFile();
}

async function choose(index, choice) {
  const choices = [...state.file.conflict.choices];
  choices[index] = choice;
  await settle({ choices });
  focusHunk(index);
}

function editHunk(segment) {
  const choice = state.file.conflict.choices[segment.index];
  const box = make('textarea', { 'aria-label': `Text for conflict ${segment.index + 1}`, spellcheck: 'false' });
  box.value = typeof choice === 'object' && choice !== null ? choice.text : segment.mine + segment.next;
  const use = make('button', { type: 'button', class: 'primary', onclick: () => choose(segment.index, { text: box.value }) }, 'Use this text');
  const node = document.querySelector(`.conflict-hunk[data-index="${segment.index}"]`);
  node.querySelector('.sides').replaceChildren(make('div', {}, box, use));
  box.focus();
}

function focusHunk(index) {
  const hunks = document.querySelectorAll('.conflict-hunk');
  if (hunks.length === 0) return;
  state.hunk = (index + hunks.length) % hunks.length;
  hunks[state.hunk].focus();
  hunks[state.hunk].scrollIntoView({ block: 'center' });
}

function stepFile(by) {
  const files = changed();
  const at = files.findIndex((change) => change.path === state.path);
  const next = files[(at + by + files.length) % files.length];
  if (next) openFile(next.path);
}

async function finish(how) {
  await post(how, {});
  element('done').textContent = how === 'build' ? 'Building. See the terminal; this page can be closed.' : 'Closed; nothing was written.';
  element('done').hidden = false;
}

function toggleHelp() {
  const keys = element('keys');
  keys.hidden = !keys.hidden;
  element('help').setAttribute('aria-expanded', String(!keys.hidden));
}

const keys = {
  j: () => stepFile(1),
  k: () => stepFile(-1),
  n: () => focusHunk(state.hunk + 1),
  p: () => focusHunk(state.hunk - 1),
  1: () => state.file?.conflict?.hunks && choose(state.hunk, 'mine'),
  2: () => state.file?.conflict?.hunks && choose(state.hunk, 'next'),
  3: () => state.file?.conflict?.hunks && choose(state.hunk, 'both'),
  e: () => {
    const segment = state.file?.segments?.find((candidate) => candidate.kind === 'conflict' && candidate.index === state.hunk);
    if (segment) editHunk(segment);
  },
  K: () => state.file?.conflict && settle({ whole: 'keep' }),
  T: () => state.file?.conflict && settle({ whole: 'take' }),
  s: () => state.file?.conflict && settle({ whole: 'later' }),
  b: () => finish('build'),
  '?': toggleHelp,
};

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches('textarea, input')) return;
  const action = keys[event.key];
  if (!action) return;
  event.preventDefault();
  action();
});

element('help').addEventListener('click', toggleHelp);
element('build').addEventListener('click', () => finish('build'));
element('close').addEventListener('click', () => finish('close'));

const overview = await get('overview');
state.changes = overview.changes;
element('project').textContent = overview.project;
drawProgress();
drawTree();
const first = changed().find((change) => change.conflict) ?? changed()[0];
if (first) openFile(first.path);
