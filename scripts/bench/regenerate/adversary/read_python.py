"""Reads Python for the adversary benchmark: one JSON request a line in, one JSON answer a line out."""

import ast
import io
import json
import sys
import tokenize

from python_rules import duplicates, loosen, unbound, used_early

STATEMENT_LISTS = ("body", "orelse", "finalbody")


class Places:
    """From Python's lines and UTF-8 columns to offsets in UTF-16, as JavaScript counts."""

    def __init__(self, text):
        self.lines = text.split("\n")
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + units(line) + 1)

    def offset(self, line, column):
        row = self.lines[line - 1]
        if row.isascii():
            return self.starts[line - 1] + column
        return self.starts[line - 1] + units(row.encode()[:column].decode())

    def start(self, node):
        return self.offset(node.lineno, node.col_offset)

    def end(self, node):
        return self.offset(node.end_lineno, node.end_col_offset)


def units(text):
    return len(text.encode("utf-16-le")) // 2


def read(text):
    try:
        tree = ast.parse(text)
        compile(text, "file.py", "exec")
    except (SyntaxError, ValueError) as error:
        return {"error": str(error)}
    places = Places(text)
    comments, tokens = read_tokens(text)
    return {
        "tree": {
            "type": "Module",
            "name": "",
            "start": 0,
            "end": units(text),
            "canon": "",
            "head": "Module",
            "lists": [statements("body", tree.body, places, "module")],
        },
        "strict": ast.dump(tree),
        "loose": ast.dump(loosen(tree)),
        "comments": comments,
        "tokens": tokens,
        "unbound": sorted({*unbound(text), *used_early(ast.parse(text))}),
        "duplicates": duplicates(tree),
        "frozen": frozen_lines(text),
    }


def frozen_lines(text):
    """Lines (from 0) that begin inside of a string: their indentation is part of it."""
    found = []
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.STRING:
            found += range(token.start[0], token.end[0])
    return found


def read_tokens(text):
    comments, tokens = [], []
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            comments.append(token.string.lstrip("# ").rstrip())
        elif token.type == tokenize.STRING:
            try:
                tokens.append("'" + str(ast.literal_eval(token.string)))
            except (SyntaxError, ValueError):
                tokens.append("'" + token.string)
        elif token.type in (tokenize.NAME, tokenize.NUMBER):
            tokens.append(token.string)
    return comments, tokens


def statements(role, nodes, places, context):
    return {
        "role": role,
        "kind": "lines",
        "context": context,
        "items": [statement(node, places, context) for node in nodes],
    }


def statement(node, places, context):
    decorators = getattr(node, "decorator_list", [])
    start = places.offset(decorators[0].lineno, decorators[0].col_offset) - 1 if decorators else places.start(node)
    inner = "class" if isinstance(node, ast.ClassDef) else context
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        inner = "function"
    lists = []
    for role in STATEMENT_LISTS:
        body = getattr(node, role, None)
        if isinstance(body, list) and body and isinstance(body[0], ast.stmt):
            lists.append(statements(role, body, places, inner))
    for at, handler in enumerate(getattr(node, "handlers", [])):
        lists.append(statements(f"except{at}", handler.body, places, inner))
    if not lists:
        lists = brackets(node, places)
    item = {
        "type": type(node).__name__,
        "name": name_of(node),
        "start": start,
        "end": places.end(node),
        "canon": ast.unparse(node),
        "head": head_of(node),
        "lists": lists,
        "strings": strings(node, places),
    }
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        item["locals"] = local_names(node, places)
        item["arguments"] = [argument.arg for argument in node.args.args]
    if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
        item["assigns"] = node.targets[0].id
        item["value"] = [places.start(node.value), places.end(node.value)]
    if isinstance(node, (ast.Return, ast.Assign, ast.Expr)) and node.value is not None:
        item["part"] = call_part(node.value, places)
    return item


def call_part(value, places):
    """An argument that can stand in a statement of its own before this one."""
    if isinstance(value, ast.Call) and value.args and not isinstance(value.args[0], (ast.Constant, ast.Starred)):
        return [places.start(value.args[0]), places.end(value.args[0])]
    return None


def name_of(node):
    if hasattr(node, "name") and isinstance(node.name, str):
        return node.name
    if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
        return node.targets[0].id
    if isinstance(node, ast.ImportFrom):
        return "." * node.level + (node.module or "")
    return None


def head_of(node):
    parts = [type(node).__name__]
    for field in ("test", "target", "iter", "items", "subject"):
        value = getattr(node, field, None)
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, ast.AST):
                parts.append(ast.unparse(one))
    return " ".join(parts)


def strings(node, places):
    """Places of plain strings, outside of f-strings and docstrings."""
    found = []
    if hasattr(node, "body"):
        return found
    inside = {id(one) for outer in ast.walk(node) if isinstance(outer, ast.JoinedStr) for one in ast.walk(outer)}
    for one in ast.walk(node):
        if isinstance(one, ast.Constant) and isinstance(one.value, str) and id(one) not in inside and not (isinstance(node, ast.Expr) and one is node.value):
            found.append([places.start(one), places.end(one)])
    return sorted(found)


def brackets(node, places):
    """Lists, dicts and calls in a simple statement; `role` says where each is, by the keys and calls around it."""
    found = []
    if isinstance(node, ast.ImportFrom):
        add(found, "names", [(item, item) for item in node.names], places)

    def visit(one, where):
        if isinstance(one, ast.JoinedStr):
            return
        if isinstance(one, (ast.List, ast.Set)):
            where = [*where, "[]"]
            add(found, "list", [(item, item) for item in one.elts], places, where)
        elif isinstance(one, ast.Dict) and None not in one.keys:
            where = [*where, "{}"]
            add(found, "dict", list(zip(one.keys, one.values)), places, where)
            for key, value in zip(one.keys, one.values):
                visit(value, [*where, ast.unparse(key)])
            return
        elif isinstance(one, ast.Call):
            first = one.args[0].value if one.args and isinstance(one.args[0], ast.Constant) else ""
            where = [*where, f"{ast.unparse(one.func)}({first})"]
            add(found, "call", [(item, item) for item in [*one.args, *one.keywords]], places, where)
        elif isinstance(one, ast.keyword):
            where = [*where, str(one.arg)]
        for inner in ast.iter_child_nodes(one):
            visit(inner, where)

    visit(node, [])
    return found


def add(found, context, parts, places, where=()):
    if not parts:
        return
    items = [
        {
            "type": type(first).__name__,
            "name": getattr(first, "arg", None),
            "start": places.start(first),
            "end": places.end(last),
            "canon": ast.unparse(first) + (":" + ast.unparse(last) if last is not first else ""),
            "head": "",
            "lists": [],
        }
        for first, last in parts
    ]
    found.append({"role": "/".join([context, *where]), "kind": "comma", "context": context, "items": items})


def local_names(function, places):
    """Places of each name that the function alone assigns, where all of them are plain."""
    hidden = {
        id(one)
        for outer in ast.walk(function)
        if isinstance(outer, (ast.JoinedStr, ast.Lambda, ast.FunctionDef, ast.ClassDef, ast.comprehension)) and outer is not function
        for one in ast.walk(outer)
    }
    arguments = {one.arg for one in ast.walk(function) if isinstance(one, ast.arg)}
    outer_names = {name for one in ast.walk(function) if isinstance(one, (ast.Global, ast.Nonlocal)) for name in one.names}
    uses, stored, unclear = {}, set(), set()
    for one in ast.walk(function):
        if isinstance(one, ast.Name):
            if id(one) in hidden:
                unclear.add(one.id)
            uses.setdefault(one.id, []).append([places.start(one), places.end(one)])
            if isinstance(one.ctx, ast.Store):
                stored.add(one.id)
    return {name: sorted(uses[name]) for name in stored - arguments - outer_names - unclear}


def main():
    for line in sys.stdin:
        request = json.loads(line)
        try:
            answer = read(request["text"])
        except Exception as error:  # the benchmark goes on with its next file
            answer = {"error": f"{type(error).__name__}: {error}"}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


main()
