"""Extents and lengths of SVG paths by svgpathtools 1.x (PyPI), a reader of paths that nobody here wrote.

usage: generate_paths.py > paths.json
"""
import json

from svgpathtools import parse_path

PATHS = [
    "M10 10 L 90 10 L90,90 z",
    "m10-10 20 5-3.5.5.25.5h7v-8H2V3z",
    "M0 0C10 20 30 20 40 0S70-20 80 0",
    "M0,0 c1e1,2E1 30 20 40,0 s30-20 40 0 10 10 20 0",
    "M0 0Q20 40 40 0T80 0 120 10",
    "m5 5q20 40 40 0t40 0",
    "M80 80A45 45 0 0 0 125 125L125 80Z",
    "M230 80A45 30 30 1 0 275 125",
    "M80 230a45 20 15 01 45 45",
    "M0 0a1 1 0 1160 0",
    "M10 0A20 10 -45 1 1 10 .5",
    "M1 1l5 5zM10 10h5v5h-5z m2 2 h1",
]


def facts(text):
    path = parse_path(text)
    x0, x1, y0, y1 = path.bbox()
    return {"d": text, "box": [x0, y0, x1, y1], "length": path.length(error=1e-8), "end": [path.end.real, path.end.imag]}


print(json.dumps([facts(text) for text in PATHS], indent=1))
