"""Runs Python's formatters for the adversary benchmark: one JSON request a line in, one JSON answer a line out."""

import contextlib
import io
import json
import sys


def load():
    there = {}
    with contextlib.suppress(ImportError):
        import black

        there["black"] = lambda text, width: black.format_str(text, mode=black.Mode(line_length=int(width)))
    with contextlib.suppress(ImportError):
        import autopep8

        there["autopep8"] = lambda text, *more: autopep8.fix_code(
            text, options={"aggressive": 2 if more else 0, "max_line_length": 79}
        )
    with contextlib.suppress(ImportError):
        from yapf.yapflib.yapf_api import FormatCode

        there["yapf"] = lambda text, style: FormatCode(text, style_config=style)[0]
    with contextlib.suppress(ImportError):
        from djlint.reformat import formatter
        from djlint.settings import Config

        there["djlint"] = lambda text, *more: djlint(text, formatter, Config, more)
    return there


def djlint(text, formatter, config, more):
    settings = config("-", profile="django", **({"indent": int(more[0]), "max_line_length": int(more[1])} if more else {}))
    return formatter(settings, text)


def main():
    there = load()
    for line in sys.stdin:
        request = json.loads(line)
        name, *more = request["style"].split(" ")
        if name == "list":
            answer = {"there": list(there)}
        else:
            try:
                with contextlib.redirect_stdout(io.StringIO()):
                    answer = {"text": there[name](request["text"], *more)}
            except Exception as error:  # a formatter that refuses a file formats nothing
                answer = {"error": f"{type(error).__name__}: {error}"}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


main()
