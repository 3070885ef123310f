#!/usr/bin/env python3
"""Writes the cases of the template engine's tests, with what real Jinja2 3.1 gives for them.

    python3 -m venv venv && venv/bin/pip install 'jinja2==3.1.*'
    venv/bin/python Tests/Goldens/TemplateEngine/generate_cases.py

One file per case goes to Tests/Goldens/TemplateEngine/cases and errors: sections that start with a line
`--- name`; the newline before the next such line does not belong to a section. `context` holds JSON, `expected` the
output, `jinja` what Jinja2 raises; all others are templates, the first of which is rendered.
"""
import copy
import json
import pathlib
import shutil
import sys

import jinja2

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from case_errors import ERRORS  # noqa: E402
from case_templates import CASES  # noqa: E402
from case_templates_more import MORE  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parent


def environment(templates):
    return jinja2.Environment(
        loader=jinja2.DictLoader(templates),
        undefined=jinja2.StrictUndefined,
        autoescape=jinja2.select_autoescape(["html", "htm", "xml", "report"], default=False),
        extensions=["jinja2.ext.loopcontrols", "jinja2.ext.do"],
    )


def sections(parts):
    for name, text in parts:
        assert "\n--- " not in "\n" + text, name
    return "".join(f"--- {name}\n{text}\n" for name, text in parts)


def write(folder, name, parts):
    (folder / f"{name}.txt").write_bytes(sections(parts).encode("utf-8"))


def fresh(name):
    folder = ROOT / name
    if folder.exists():
        for file in folder.glob("*.txt"):
            file.unlink()
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def line_of(error):
    """The line of the innermost template frame, or of the syntax error."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return error.filename or error.name, error.lineno
    found = (None, None)
    trace = error.__traceback__
    while trace is not None:
        frame = trace.tb_frame
        if "__jinja_template__" in frame.f_globals:
            found = (frame.f_globals["__jinja_template__"].name, trace.tb_lineno)
        elif frame.f_code.co_filename == "<template>" or "template" in frame.f_code.co_name:
            found = (found[0], trace.tb_lineno)
        trace = trace.tb_next
    return found


def raised_by_jinja(templates, first, context, agrees):
    try:
        environment(templates).get_template(first).render(copy.deepcopy(context))
    except Exception as error:
        _, line = line_of(error)
        return type(error).__name__ + (f" line {line}" if agrees == "line" else "")
    return "nothing"


def main():
    folder = fresh("cases")
    seen = set()
    for name, templates, context in CASES + MORE:
        assert name not in seen, name
        seen.add(name)
        first = next(iter(templates))
        try:
            expected = environment(templates).get_template(first).render(copy.deepcopy(context))
        except Exception as error:
            raise SystemExit(f"{name}: {type(error).__name__}: {error}")
        parts = [("context", json.dumps(context, ensure_ascii=False))]
        parts += list(templates.items()) + [("expected", expected)]
        write(folder, name, parts)
    print(len(seen), "cases")

    folder = fresh("errors")
    seen = set()
    for name, templates, context, agrees in ERRORS:
        assert name not in seen, name
        seen.add(name)
        first = next(iter(templates))
        raised = raised_by_jinja(templates, first, context, agrees) if agrees else "not asked"
        if raised == "nothing":
            raise SystemExit(f"{name}: Jinja2 raises nothing")
        parts = [("context", json.dumps(context, ensure_ascii=False))]
        write(folder, name, parts + list(templates.items()) + [("jinja", raised)])
    print(len(seen), "errors")


if __name__ == "__main__":
    main()
