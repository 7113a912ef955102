// Elements and words that every view of the page is made of.
export function make(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name === 'class') node.className = value;
    else if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (value !== false && value !== null) node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}

export function button(label, key, pressed, onclick) {
  return make('button', { type: 'button', 'aria-pressed': String(pressed), onclick }, label, ' ', make('kbd', {}, key));
}

export const reasons = {
  foreign: 'a file that dazzle never wrote is in the way',
  edited: 'you and the new version changed the same lines',
  orphaned: 'no longer generated, but you edited it',
  deleted: 'you deleted it; it stays deleted',
  once: 'yours since it was first written',
  pending: 'left for later by an earlier build',
};

export function countOf(number, noun, plural = `${noun}s`) {
  return `${number} ${number === 1 ? noun : plural}`;
}

/** Changes that are worth a line: files that stay as they are by themselves are not. */
export function shownChanges(changes) {
  return changes.filter((change) => change.kind !== 'identical' && change.why !== 'once');
}

/** `models.py: conflicts 1 and 3`, `notes.md: the whole file`. */
export function nameOpen({ path, hunks }) {
  if (hunks.length === 0) return `${path}: the whole file`;
  const numbers = hunks.length === 1 ? hunks[0] : `${hunks.slice(0, -1).join(', ')} and ${hunks.at(-1)}`;
  return `${path}: ${hunks.length === 1 ? 'conflict' : 'conflicts'} ${numbers}`;
}

export function list(items) {
  return make('ul', {}, ...items.map((item) => make('li', {}, item)));
}
