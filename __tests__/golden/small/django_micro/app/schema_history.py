"""
What `makemigrations` has to know and cannot see in the models: the names that the spec
changed, kept build by build in `schema_history.json`.

Which of them the migrations have taken in is noted in `migrations/answered.json`.
"""

import json
import re
from pathlib import Path

from django.db.migrations import operations

APP = "app"
FOLDER = Path(__file__).resolve().parent
RECORD = FOLDER / "schema_history.json"
ANSWERED = FOLDER / "migrations" / "answered.json"


def read_pending():
    """The recorded builds with renames that no migration has taken in yet, oldest first."""
    record = read_json(RECORD, {"builds": []})
    answered = read_json(ANSWERED, {"answered": 0})["answered"]
    return [build for build in record["builds"] if build["number"] > answered]


def mark_answered(builds):
    """Notes that the migrations now contain what these builds renamed."""
    if builds:
        number = builds[-1]["number"]
        ANSWERED.write_text(json.dumps({"answered": number}) + "\n", encoding="utf-8")


def read_json(path, fallback):
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else fallback


def rename_operations(from_state, to_state, builds):
    """
    The operations that carry out the renames of `builds`, applied to `from_state` as well.

    Names that no longer lead to anything in `to_state` are left to the autodetector.
    """
    done = []

    def perform(operation):
        operation._auto_deps = []
        operation.state_forwards(APP, from_state)
        done.append(operation)

    models = {model.name: model.name for model in models_of(from_state)}
    fields = {
        model.name: {name: name for name in model.fields}
        for model in models_of(from_state)
    }
    for build in builds:
        follow(models, build["models"])
        for original, current in models.items():
            follow(fields[original], build["fields"].get(current, {}))
    targets = {model.name: set(model.fields) for model in models_of(to_state)}
    originals = {new: old for old, new in models.items()}

    for old, new in in_order(wanted(models, set(targets))):
        perform(operations.RenameModel(old, new))
    for model in sorted(targets):
        names = fields.get(originals.get(model, model))
        if names is None or (APP, model.lower()) not in from_state.models:
            continue
        for old, new in in_order(wanted(names, targets[model])):
            state = from_state.models[APP, model.lower()]
            for operation in rules_about(state, old):
                perform(operation)
            perform(operations.RenameField(model, old, new))
    return done


def models_of(state):
    return [model for (label, _), model in sorted(state.models.items()) if label == APP]


def follow(names, renames):
    """Moves what is called by an old name on to its new one; who had that name gives way."""
    holders = {current: original for original, current in names.items()}
    moves = {holders[old]: new for old, new in renames.items() if old in holders}
    taken = set(moves.values())
    for original, current in list(names.items()):
        if original in moves:
            names[original] = moves[original]
        elif current in taken:
            names[original] = aside(current, "removed")


def aside(name, why):
    """A name that the spec's own renaming rules never make, in the style of `name`."""
    return f"{name}{why.title()}" if name[:1].isupper() else f"{name}_{why}"


def wanted(names, targets):
    """The renames that lead to a name that exists now, and those that make room for them."""
    moves = {old: new for old, new in names.items() if old != new}
    useful = {
        old: new
        for old, new in moves.items()
        # A name that is still in use on both sides was renamed long ago.
        if new in targets
        and not (old in targets and names.get(new) == aside(new, "removed"))
    }
    for old, new in moves.items():
        if old in useful.values() and old not in useful:
            useful[old] = new
    return useful


def in_order(moves):
    """The same renames, one after the other, so that each new name is free by its turn."""
    moves = dict(moves)
    while moves:
        free = next((old for old, new in moves.items() if new not in moves), None)
        if free is not None:
            yield free, moves.pop(free)
        else:
            old, new = next(iter(moves.items()))
            del moves[old]
            yield old, aside(old, "moving")
            moves[aside(old, "moving")] = new


def rules_about(state, field):
    """Removals of the constraints and indexes that name `field`: they come back renamed."""
    word = re.compile(rf"(?<![A-Za-z0-9_]){re.escape(field)}(?![A-Za-z0-9]|_(?!_))")
    for constraint in list(state.options.get("constraints", [])):
        if word.search(repr(constraint.deconstruct())):
            yield operations.RemoveConstraint(state.name, constraint.name)
    for index in list(state.options.get("indexes", [])):
        if word.search(repr(index.deconstruct())):
            yield operations.RemoveIndex(state.name, index.name)


def is_settled(to_state, builds):
    """Claims that no rename waits for models that still have the old name."""
    new = {model.name: set(model.fields) for model in models_of(to_state)}
    for build in builds:
        for old, name in build["models"].items():
            if old in new and name not in new:
                return False
        for model, renames in build["fields"].items():
            names = new.get(model, set())
            if any(old in names and name not in names for old, name in renames.items()):
                return False
    return True
