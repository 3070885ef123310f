#!/usr/bin/env python3
"""What the Unicode CLDR has for the languages of DisplayLanguage, recorded in languages.csv.

    pip install Babel
    python3 generate_languages.py > languages.csv

A number, a percentage and a date are put together from the symbols and patterns of Babel's copy; years are whole. Spaces that
do not break are narrow, and minus is U+2212, in all of our languages.
"""
import csv
import datetime
import re
import sys

from babel import Locale
from babel.dates import format_date

TAGS = ("en en-GB en-IN cs da de de-AT de-CH es es-MX fi fr fr-CH it ja ko nb nl pl pt-BR pt-PT ru sv uk zh zh-TW").split()
DAY = datetime.date(2015, 1, 2)

writer = csv.writer(sys.stdout, lineterminator="\n")
writer.writerow(["tag", "number", "percent", "date"])
for tag in TAGS:
    locale = Locale.parse(tag.replace("-", "_"))
    symbols = locale.number_symbols.get("latn", locale.number_symbols)
    sizes = [len(part) for part in locale.decimal_formats[None].pattern.split(";")[0].split(".")[0].split(",")[1:]]
    rest, groups = "1234567", []
    while rest:
        size = sizes[-1] if not groups else sizes[0]
        groups.insert(0, rest[-size:])
        rest = rest[:-size]
    number = symbols["group"].join(groups) + symbols["decimal"] + "89"
    space = re.search(r"0(\s*)%", locale.percent_formats[None].pattern).group(1)
    percent = "12" + symbols["decimal"] + "3" + space + "%"
    # Words stand in dates of English alone, whose words are the report's.
    pattern = locale.date_formats["medium" if tag.startswith("en") else "short"].pattern
    date = format_date(DAY, re.sub("yy", "y", pattern), locale=locale)
    narrow = str.maketrans({"\u00a0": "\u202f"})
    writer.writerow([tag, "\u2212" + number.translate(narrow), percent.translate(narrow), date])
