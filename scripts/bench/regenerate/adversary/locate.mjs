/** How a list is found again in another version: its owners' keys and its role, from the top. */
export function listsIn(tree) {
  const found = [];
  const visit = (item, path) => {
    for (const list of item.lists ?? []) {
      if (item.lists.filter(({ role }) => role === list.role).length > 1) continue;
      found.push({ list, owner: item, path: [...path, list.role] });
      for (const one of list.items)
        if (one.lists?.length > 0) visit(one, [...path, list.role, keyOf(one, list)]);
    }
  };
  visit(tree, []);
  return found;
}

/** What an item is, and the how-maniest of those that look alike in its list. */
export function keyOf(item, list) {
  const alike = list.items.filter((one) => one.canon === item.canon);
  const heads = list.items.filter((one) => one.head === item.head && one.type === item.type);
  return {
    type: item.type,
    name: item.name ?? null,
    canon: item.canon,
    head: item.head,
    nth: alike.indexOf(item),
    of: alike.length,
    nthHead: heads.indexOf(item),
    ofHeads: heads.length,
  };
}

/** Finds a list by its path; undefined where an owner is gone or not to be told from others. */
export function findList(tree, path, same) {
  let item = tree;
  for (let at = 0; ; at += 2) {
    const lists = item.lists?.filter(({ role }) => same(role, path[at])) ?? [];
    const list = lists.length === 1 ? lists[0] : undefined;
    if (!list || at + 1 >= path.length) return list && { list, owner: item };
    item = findOwner(list, path[at + 1], same);
    if (!item) return undefined;
  }
}

/** The item unchanged (`exact`), or one that has its name and changed inside. */
export function findItem(list, key, same) {
  const alike = list.items.filter((one) => one.type === key.type && same(one.canon, key.canon));
  if (alike.length > 0) return alike.length === key.of ? { item: alike[key.nth], exact: true } : undefined;
  const item = key.name !== null ? findNamed(list, key, same) : undefined;
  return item && { item, exact: false };
}

function findNamed(list, key, same) {
  const named = list.items.filter(
    (one) => one.type === key.type && one.name !== null && same(one.name, key.name),
  );
  return named.length === 1 ? named[0] : undefined;
}

function findOwner(list, key, same) {
  const exact = findItem(list, key, same);
  if (exact) return exact.item;
  if (key.name !== null) return undefined;
  const heads = list.items.filter((one) => one.type === key.type && same(one.head, key.head));
  return heads.length === 1 && key.ofHeads === 1 ? heads[0] : undefined;
}
