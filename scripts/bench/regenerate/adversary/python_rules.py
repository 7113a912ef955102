"""What is to be seen of a Python module as a whole: its meaning without order, names that nothing binds, names bound twice."""

import ast
import builtins
import symtable

IMPLICIT = set(dir(builtins)) | {"__file__", "__name__", "__doc__", "__package__", "__path__", "__class__"}


def loosen(tree):
    """The same module with what has no order in one order: keywords, imports, members of classes."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            node.keywords.sort(key=lambda keyword: keyword.arg or "~")
        elif isinstance(node, ast.Dict) and None not in node.keys:
            pairs = sorted(zip(node.keys, node.values), key=lambda pair: ast.dump(pair[0]))
            node.keys, node.values = [key for key, _ in pairs], [value for _, value in pairs]
        elif isinstance(node, ast.ClassDef):
            node.body = [one for one in node.body if not isinstance(one, ast.Pass)] or [ast.Pass()]
            node.body.sort(key=ast.dump)
    imports, rest = [], []
    for node in tree.body:
        if isinstance(node, ast.ImportFrom):
            imports += [ast.ImportFrom(module=node.module, names=[name], level=node.level) for name in node.names]
        elif isinstance(node, ast.Import):
            imports += [ast.Import(names=[name]) for name in node.names]
        else:
            rest.append(node)
    imports.sort(key=ast.dump)
    classes = iter(sorted((one for one in rest if isinstance(one, ast.ClassDef)), key=ast.dump))
    tree.body = imports + [next(classes) if isinstance(one, ast.ClassDef) else one for one in rest]
    return tree


def used_early(tree):
    """Names that a top-level statement needs at once, and that only a later one binds: which order classes have means nothing else."""
    bound, later = set(), []
    for node in tree.body:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            later.append(node.name)
    found = []
    for node in tree.body:
        for name in needed_at_once(node):
            if name in later and name not in bound:
                found.append(name)
        bound.add(getattr(node, "name", None))
    return found


def needed_at_once(node):
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
        for inner in getattr(node, "decorator_list", []):
            yield from needed_at_once(inner)
        return
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
        yield node.id
    for inner in ast.iter_child_nodes(node):
        yield from needed_at_once(inner)


def unbound(text):
    top = symtable.symtable(text, "file.py", "exec")
    known = {symbol.get_name() for symbol in top.get_symbols() if symbol.is_assigned() or symbol.is_imported()} | IMPLICIT
    known |= {child.get_name() for child in top.get_children()}
    missing = set()

    def look(table):
        for symbol in table.get_symbols():
            if symbol.is_global() and symbol.is_referenced() or table is top and symbol.is_referenced():
                if symbol.get_name() not in known:
                    missing.add(symbol.get_name())
        for child in table.get_children():
            look(child)

    look(top)
    return sorted(missing)


def duplicates(tree):
    """Names that one body defines twice: functions and classes without a decorator, and plain assignments in classes."""
    found = []
    for node in ast.walk(tree):
        if not isinstance(node, (ast.Module, ast.ClassDef)):
            continue
        seen = set()
        for one in node.body:
            name = None
            if isinstance(one, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)) and not one.decorator_list:
                name = one.name
            elif isinstance(one, ast.Assign) and isinstance(one.targets[0], ast.Name) and isinstance(node, ast.ClassDef):
                name = one.targets[0].id
            elif isinstance(one, ast.ImportFrom):
                for alias in one.names:
                    key = f"import {'.' * one.level}{one.module}.{alias.name}.{alias.asname}"
                    if key in seen:
                        found.append(key)
                    seen.add(key)
            if name in seen:
                found.append(f"{getattr(node, 'name', '')}.{name}")
            if name:
                seen.add(name)
    return found
