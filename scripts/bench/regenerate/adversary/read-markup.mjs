const voids = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
const blockTags = new Set(
  'if for block with ifchanged autoescape spaceless filter blocktranslate blocktrans comment verbatim'.split(
    ' ',
  ),
);

/**
 * Reads HTML with Django's tags or with EJS's: elements and template blocks that close in order become a tree.
 * What tears them apart (a tag opened in a branch) is an error, as it cannot be edited node by node.
 */
export function readMarkup(text, isEjs) {
  const pieces = splitMarkup(text, isEjs);
  if (typeof pieces === 'string') return { error: pieces };
  const top = {
    type: 'root',
    name: '',
    start: 0,
    end: text.length,
    canon: '',
    head: 'root',
    lists: [{ role: 'body', kind: 'lines', context: 'markup', items: [] }],
  };
  const open = [top];
  const comments = [];
  const tokens = [];
  const put = (item) => open.at(-1).lists.at(-1).items.push(item);
  for (const piece of pieces) {
    if (piece.kind === 'comment') {
      comments.push(piece.raw.replace(/^\W+|\W+$/g, ''));
      continue;
    }
    tokens.push(...(piece.raw.match(/[\p{L}\p{N}_-]+/gu) ?? []));
    if (piece.kind === 'open') {
      const item = {
        type: piece.what,
        name: piece.name ?? null,
        start: piece.start,
        end: 0,
        canon: '',
        head: piece.canon,
        openEnd: piece.end,
        lists: [{ role: 'body', kind: 'lines', context: 'markup', items: [] }],
        word: piece.word,
      };
      put(item);
      open.push(item);
    } else if (piece.kind === 'middle') {
      if (open.at(-1).type !== 'block') return { error: `${piece.raw} outside of a block` };
      open.at(-1).lists.push({ role: piece.canon, kind: 'lines', context: 'markup', items: [] });
    } else if (piece.kind === 'close') {
      const item = open.pop();
      if (item === top || item.word !== piece.word) return { error: `${piece.raw} closes ${item.word}` };
      item.end = piece.end;
      item.closeStart = piece.start;
      item.canon = `${item.head}{${item.lists.map(({ role, items }) => `${role}:${items.map(({ canon }) => canon).join()}`).join('|')}}`;
    } else if (piece.canon !== '') {
      put({
        type: piece.kind,
        name: null,
        start: piece.start,
        end: piece.end,
        canon: piece.canon,
        head: '',
        lists: [],
        attribute: piece.attribute,
      });
    }
  }
  if (open.length > 1) return { error: `${open.at(-1).word} is not closed` };
  const canon = top.lists[0].items.map((item) => item.canon).join();
  return {
    tree: top,
    strict: canon,
    loose: canon,
    comments,
    tokens,
    unbound: [],
    duplicates: duplicateIds(text),
    frozen: frozenLines(text),
  };
}

function splitMarkup(text, isEjs) {
  const pieces = [];
  const mark = isEjs ? /<%[\s\S]*?%>/y : /\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\}|\{#[\s\S]*?#\}/y;
  const tagStart = isEjs ? '<%' : '{';
  let at = 0;
  let raw = null;
  const words = (start, end) => {
    const canon = text.slice(start, end).replace(/\s+/g, ' ').trim();
    if (canon !== '') {
      const lead = text.slice(start, end).length - text.slice(start, end).trimStart().length;
      const tail = text.slice(start, end).length - text.slice(start, end).trimEnd().length;
      pieces.push({ kind: 'text', start: start + lead, end: end - tail, raw: canon, canon: `"${canon}"` });
    }
  };
  let from = 0;
  while (at < text.length) {
    mark.lastIndex = at;
    const found = text.startsWith(tagStart, at) ? mark.exec(text) : null;
    if (found) {
      words(from, at);
      pieces.push(templatePiece(found[0], at, isEjs));
      at += found[0].length;
      from = at;
      continue;
    }
    if (text[at] === '<' && /[a-zA-Z/!]/.test(text[at + 1] ?? '')) {
      if (raw && !text.startsWith(`</${raw}`, at)) {
        at++;
        continue;
      }
      const end = text.startsWith('<!--', at) ? text.indexOf('-->', at) + 3 : endOfTag(text, at, isEjs);
      if (end <= 2) return 'a tag does not end';
      words(from, at);
      const piece = tagPiece(text.slice(at, end), at);
      raw = piece.kind === 'open' && /^(script|style|textarea)$/.test(piece.word) ? piece.word : null;
      pieces.push(piece);
      at = from = end;
      continue;
    }
    at++;
  }
  words(from, text.length);
  return pieces;
}

function templatePiece(raw, start, isEjs) {
  const end = start + raw.length;
  const canon = raw.replace(/\s+/g, ' ');
  if (isEjs) {
    if (raw.startsWith('<%#')) return { kind: 'comment', raw, start, end };
    const code = raw
      .slice(2, -2)
      .replace(/^[-_]|[-_]$/g, '')
      .trim();
    if (!/^<%[=-]/.test(raw)) {
      if (/^\}.*\{$/s.test(code)) return { kind: 'middle', raw, start, end, canon };
      if (/^\}/.test(code)) return { kind: 'close', raw, start, end, word: '{' };
      if (/\{$/.test(code)) return { kind: 'open', what: 'block', word: '{', raw, start, end, canon };
    }
    return { kind: 'mark', raw, start, end, canon };
  }
  if (raw.startsWith('{#')) return { kind: 'comment', raw, start, end };
  const word = /^\{%-?\s*(\w+)/.exec(raw)?.[1];
  if (raw.startsWith('{{') || !word) return { kind: 'mark', raw, start, end, canon };
  if (/^(else|elif|empty|plural)$/.test(word)) return { kind: 'middle', raw, start, end, canon };
  if (word.startsWith('end')) return { kind: 'close', raw, start, end, word: word.slice(3) };
  if (blockTags.has(word))
    return {
      kind: 'open',
      what: 'block',
      name: word === 'block' ? canon : null,
      word,
      raw,
      start,
      end,
      canon,
    };
  return { kind: 'mark', raw, start, end, canon };
}

function tagPiece(raw, start) {
  const end = start + raw.length;
  if (raw.startsWith('<!--')) return { kind: 'comment', raw, start, end };
  const word = /^<\/?([\w:!-]+)/.exec(raw)?.[1]?.toLowerCase() ?? '';
  const canon = raw.replace(/\s+/g, ' ').replace(/\s*\/?>$/, '>');
  if (raw.startsWith('</')) return { kind: 'close', raw, start, end, word };
  if (raw.startsWith('<!') || voids.has(word) || raw.endsWith('/>'))
    return { kind: 'void', raw, start, end, canon };
  const id = /\sid="([^"{<]+)"/.exec(raw)?.[1];
  return { kind: 'open', what: 'element', name: id ? `#${id}` : null, word, raw, start, end, canon };
}

function endOfTag(text, start, isEjs) {
  let quote = null;
  for (let at = start + 1; at < text.length; at++) {
    const close =
      isEjs && text.startsWith('<%', at)
        ? '%>'
        : !isEjs && text.startsWith('{{', at)
          ? '}}'
          : !isEjs && text.startsWith('{%', at)
            ? '%}'
            : null;
    if (close) {
      at = text.indexOf(close, at) + 1;
      if (at < 1) return -1;
    } else if (quote) {
      if (text[at] === quote) quote = null;
    } else if (text[at] === '"' || text[at] === "'") quote = text[at];
    else if (text[at] === '>') return at + 1;
  }
  return -1;
}

function duplicateIds(text) {
  const ids = [...text.matchAll(/\sid="([\w-]+)"/g)].map(([, id]) => id);
  return ids.filter((id, at) => ids.indexOf(id) !== at);
}

/** Lines inside of elements whose white space means something. */
function frozenLines(text) {
  const found = [];
  for (const { index, 0: raw } of text.matchAll(/<(pre|textarea|script|style)\b[\s\S]*?<\/\1>/g)) {
    const first = text.slice(0, index).split('\n').length - 1;
    for (let line = 1; line < raw.split('\n').length; line++) found.push(first + line);
  }
  return found;
}
