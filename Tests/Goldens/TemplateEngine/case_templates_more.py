"""Templates on which we must agree with Jinja2, part two: filters, tests, escaping."""

MORE = []


def case(name, template, /, **context):
    """A template that does not escape."""
    add(name, template, "main.txt", context)


def html(name, template, /, **context):
    """A template that escapes."""
    add(name, template, "main.html", context)


def add(name, template, first, context):
    templates = template if isinstance(template, dict) else {first: template}
    MORE.append((name, templates, context))


PEOPLE = [
    {"name": "Ann", "age": 30, "city": "Oslo", "tags": ["a", "b"], "on": True},
    {"name": "bob", "age": 25, "city": "rome", "tags": [], "on": False},
    {"name": "Cid", "age": 30, "city": "Rome", "tags": ["c"], "on": True},
]

# Filters on text ---------------------------------------------------------------------------------------------------
case("filter-case", "{{ 'aB c' | upper }} {{ 'AB' | lower }} {{ 'hELLO wORLD' | capitalize }} {{ 'hello wORLD-foo (bar) [baz] {q} <r> it\\'s' | title }} {{ 5 | upper }} {{ none | lower }}")
case("filter-title-unicode", "{{ 'élan vital' | title }} {{ 'élan' | capitalize }} {{ '1st place' | title }} {{ 'a  b\\tc' | title }}")
case("filter-trim", "[{{ '  a  ' | trim }}] [{{ 'xxaxx' | trim('x') }}] [{{ 5 | trim }}] [{{ '\\n\\ta\\u00a0' | trim }}] [{{ ' a ' | trim(none) }}]")
case("filter-replace", "{{ 'aaa' | replace('a', 'b') }} {{ 'aaa' | replace('a', 'b', 2) }} {{ 12321 | replace(2, 'x') }} {{ 'abc' | replace('', '.') }} {{ 'a.b' | replace('.', none) }}")
case("filter-truncate", "{{ 'foo bar baz qux' | truncate(9) }}|{{ 'foo bar baz qux' | truncate(9, true) }}|{{ 'foo bar baz qux' | truncate(11) }}|{{ 'foo bar baz qux' | truncate(11, false, '...', 0) }}|{{ 'foo bar baz' | truncate(6, end='') }}")
case("filter-truncate-words", "{{ 'abcdefghijklmnop' | truncate(8) }}|{{ 'ab cdefghijklmnop' | truncate(8) }}|{{ 'über größe straße' | truncate(10, leeway=0) }}|{{ 'short' | truncate }}|{{ 'a b c d e f' | truncate(5, true, '…', 0) }}")
case("filter-wordcount", "{{ 'foo bar  baz' | wordcount }} {{ '' | wordcount }} {{ \"it's a-b\" | wordcount }} {{ 'één twee' | wordcount }}")
case("filter-reverse", "{{ 'abc' | reverse }} {{ [1, 2] | reverse | list }} {{ range(3) | reverse | join }} {{ 'ün' | reverse }}")
case("filter-format", "{{ '%s - %s' | format('a', 1) }} {{ '%(x)s' | format(x='y') }} {{ '%.3f' | format(1.5) }} {{ '%05.1f|%+d' | format(2.25, 3) }}")
case("filter-string", "{{ 5 | string ~ 'x' }} {{ none | string }} {{ [1] | string }} {{ 1.0 | string | length }}")
case("filter-center", "[{{ 'a' | center(5) }}] [{{ 'ab' | center(5) }}] [{{ 'abc' | center(2) }}] [{{ 1 | center(4) }}]")
case("filter-indent", "{{ 'a\\nb\\n\\nc' | indent }}|\n{{ 'a\\nb\\n\\nc' | indent(2, true) }}|\n{{ 'a\\nb\\n\\nc' | indent(2, blank=true) }}|\n{{ 'a\\nb' | indent('> ', true) }}|{{ '' | indent }}|{{ 'a\\n' | indent }}|")
case("filter-wordwrap", "{{ 'The quick brown fox jumps over the lazy dog' | wordwrap(12) }}|\n{{ 'aaaaaaaaaaaaaaaa bb' | wordwrap(6) }}|\n{{ 'aaaaaaaaaaaa bb' | wordwrap(6, false) }}|\n{{ 'one two' | wordwrap(4, wrapstring='<br>') }}")
case("filter-wordwrap-hyphens", "{{ 'well-known self-contained state-of-the-art' | wordwrap(8) }}|\n{{ 'well-known thing' | wordwrap(6, break_on_hyphens=false) }}|\n{{ 'a--b c---dddd e' | wordwrap(4) }}|\n{{ 'first paragraph here\\n\\nsecond one' | wordwrap(10) }}")
case("filter-wordwrap-space", "{{ '  leading and   inner   spaces  ' | wordwrap(10) }}|{{ 'tab\\there now' | wordwrap(5) }}|{{ 'x' | wordwrap }}|{{ '' | wordwrap(5) }}|")
case("filter-wordwrap-long-hyphen", "{{ 'abcdef-ghijkl-mnop' | wordwrap(9) }}|\n{{ 'http://example.com/a-b-c/d' | wordwrap(10) }}|\n{{ '-x --yy 1-2-3 e-mail-s' | wordwrap(4) }}")
case("filter-striptags", "{{ '<p>Hello <b>World</b> &amp; you</p>' | striptags }}|{{ 'a <!-- c <b> --> d' | striptags }}|{{ 'x < y' | striptags }}|{{ ' a  \\n b ' | striptags }}|{{ '&lt;b&gt; &#39;q&#39; &nbsp;&eacute;&#x41;' | striptags }}")
case("filter-urlencode", "{{ 'a b/c?d=é&f' | urlencode }} {{ {'q': 'a b', 'x': 'ü/y'} | urlencode }} {{ [('a', 1), ('b', 'c d')] | urlencode }} {{ 5 | urlencode }} {{ \"~-_.!*'()\" | urlencode }}")
case("filter-tojson", "{{ {'b': [1, 2.0, none, true], 'a': '<x>&\\'y\\'\"'} | tojson }} {{ 'é日🎉' | tojson }} {{ [] | tojson }} {{ {} | tojson }} {{ (1, 2) | tojson }} {{ 1e16 | tojson }}")
case("filter-tojson-indent", "{{ {'b': [1, {'c': []}], 'a': {}} | tojson(2) }}\n{{ [1, 2] | tojson(indent=1) }}")
case("filter-filesizeformat", "{{ 1 | filesizeformat }} {{ 999 | filesizeformat }} {{ 1000 | filesizeformat }} {{ 1500000 | filesizeformat }} {{ 1024 | filesizeformat(true) }} {{ 1048576 | filesizeformat(true) }} {{ '300' | filesizeformat }} {{ 1e30 | filesizeformat }} {{ 0 | filesizeformat }} {{ 1250 | filesizeformat }}")
case("filter-int", "{{ '42' | int }} {{ '42.9' | int }} {{ 'x' | int }} {{ 'x' | int(7) }} {{ '0x1A' | int(0, 16) }} {{ '101' | int(base=2) }} {{ 3.99 | int }} {{ -3.99 | int }} {{ true | int }} {{ none | int }} {{ ' 5 ' | int }} {{ '1_000' | int }} {{ '-7' | int }} {{ '1e3' | int }} {{ [] | int(-1) }}")
case("filter-int-big", "{{ '123456789012345678901234567890' | int }} {{ 1e20 | int }} {{ 1.5e30 | int }} {{ '0b11' | int(0, 2) }} {{ '0o17' | int(0, 8) }} {{ 'zz' | int(0, 36) }}")
case("filter-float", "{{ '1.5' | float }} {{ 'x' | float }} {{ 'x' | float(2.5) }} {{ 3 | float }} {{ '1e3' | float }} {{ none | float }} {{ ' 2 ' | float }} {{ '1_0.5' | float }} {{ '-.5' | float }} {{ '5.' | float }} {{ 'Infinity' | float }}")
case("filter-round", "{{ 42.55 | round }} {{ 42.55 | round(1, 'floor') }} {{ 42.51 | round(1, 'ceil') }} {{ 2.5 | round }} {{ 3.5 | round }} {{ 2.675 | round(2) }} {{ -2.5 | round }} {{ 42 | round }} {{ 42 | round(1) }} {{ 1234.5 | round(-2) }} {{ 1250 | round(-2) }} {{ 1350 | round(-2) }} {{ 0.5 | round }} {{ -0.4 | round }}")
case("filter-round-method", "{{ 1.1 | round(method='ceil') }} {{ 1.9 | round(method='floor') }} {{ 5 | round(2, 'ceil') }} {{ 12.3456789 | round(4) }} {{ 1e300 | round(2) }} {{ 0.1 | round(20) }} {{ 42.7 | round | int }}")
case("filter-abs", "{{ -5 | abs }} {{ 5.5 | abs }} {{ -0.5 | abs }} {{ true | abs }} {{ (-(2 ** 70)) | abs }}")
case("filter-default", "{{ x | default('d') }} {{ '' | default('d') }} {{ '' | default('d', true) }} {{ none | default('d') }} {{ none | default('d', true) }} {{ 0 | d(5, boolean=true) }} {{ x | default }}| {{ x | default(y | default('z')) }}")
case("filter-attr", "{{ 'abc' | attr('upper') is callable }} {{ d | attr('items') is callable }} {{ d | attr('a') is defined }} {{ ('a b' | attr('split'))() }}", d={"a": 1})

# Filters on rows ---------------------------------------------------------------------------------------------------
case("filter-length", "{{ 'añb' | length }} {{ [1, 2] | count }} {{ {'a': 1} | length }} {{ (1,) | length }} {{ range(7) | length }} {{ '' | length }} {{ {'a': 1}.items() | length }}")
case("filter-first-last", "{{ [1, 2] | first }} {{ [1, 2] | last }} {{ 'abc' | first }} {{ 'abc' | last }} {{ {'a': 1, 'b': 2} | first }} {{ range(5) | last }} {{ [] | first is defined }} {{ [] | last | default('none') }} {{ {'a': 1, 'b': 2} | last }}")
case("filter-join", "{{ [1, 2, 3] | join(', ') }} {{ [1, 2] | join }} {{ 'abc' | join('-') }} {{ p | join(', ', attribute='name') }} {{ p | join('|', 'tags.0') if false }} {{ [none, true, 1.0] | join(' ') }} {{ {'a': 1, 'b': 2} | join }} {{ [[1, 2], [3, 4]] | join('/', 0) }}", p=PEOPLE)
case("filter-list", "{{ 'abc' | list }} {{ (1, 2) | list }} {{ {'a': 1} | list }} {{ range(3) | list }} {{ {'a': 1}.values() | list }} {{ [] | list }}")
case("filter-sort", "{{ [3, 1, 2] | sort }} {{ ['b', 'A', 'c'] | sort }} {{ ['b', 'A', 'c'] | sort(case_sensitive=true) }} {{ [3, 1, 2] | sort(reverse=true) }} {{ [3, 1, 2] | sort(true) }} {{ 'hello' | sort }} {{ {'b': 1, 'a': 2} | sort }} {{ [1, 2.5, true] | sort }} {{ [[2, 1], [1, 3]] | sort }}")
case("filter-sort-attribute", "{{ p | sort(attribute='age') | map(attribute='name') | join(' ') }} {{ p | sort(attribute='age,name') | map(attribute='name') | join(' ') }} {{ p | sort(attribute='age', reverse=true) | map(attribute='name') | join(' ') }} {{ p | sort(attribute='city') | map(attribute='name') | join(' ') }} {{ [[2, 'a'], [1, 'b']] | sort(attribute=1) }} {{ [[2, 'a'], [1, 'b']] | sort(attribute='0') }}", p=PEOPLE)
case("filter-sort-stable", "{{ ['b1', 'B2', 'a1', 'A2', 'b3'] | sort }} {{ ['b', 'B', 'a', 'A'] | sort(reverse=true) }} {{ [none, none] | sort }}")
case("filter-unique", "{{ ['a', 'A', 'b'] | unique | list }} {{ ['a', 'A'] | unique(true) | list }} {{ [1, 1.0, true, 2] | unique | list }} {{ p | unique(attribute='city') | map(attribute='name') | list }} {{ [(1, 2), (1, 2)] | unique | list }}", p=PEOPLE)
case("filter-min-max", "{{ [3, 1, 2] | min }} {{ [3, 1, 2] | max }} {{ ['b', 'A'] | min }} {{ ['b', 'A'] | min(case_sensitive=true) }} {{ (p | max(attribute='age')).name }} {{ (p | min(attribute='age')).name }} {{ [] | min | default('none') }} {{ 'hello' | max }} {{ [1, 1.0] | max }} {{ [1.0, 1] | min }}", p=PEOPLE)
case("filter-sum", "{{ [1, 2, 3] | sum }} {{ [0.1, 0.2, 0.3] | sum }} {{ p | sum(attribute='age') }} {{ [] | sum }} {{ [1, 2] | sum(start=10) }} {{ [[1], [2]] | sum(start=[]) }} {{ p | sum('age', 0.5) }} {{ [true, true] | sum }}", p=PEOPLE)
case("filter-map", "{{ ['a', 'b'] | map('upper') | list }} {{ p | map(attribute='name') | list }} {{ p | map(attribute='tags.0', default='-') | list }} {{ [1, 2] | map('string') | join('+') }} {{ ['a', 'b'] | map('replace', 'a', 'x') | list }} {{ [1.25, 2.5] | map('round', 1) | list }} {{ [['a', 1]] | map('first') | list }} {{ none | map('upper') | list }}", p=PEOPLE)
case("filter-map-more", "{{ p | map(attribute='tags') | map('length') | list }} {{ p | map(attribute='nope', default=0) | sum }} {{ [[1, 2], [3]] | map('join', '-') | list }} {{ [3, 4] | map('default', 1) | list }} {{ ['x'] | map('center', width=3) | list }}", p=PEOPLE)
case("filter-select", "{{ range(6) | select('odd') | list }} {{ range(6) | reject('odd') | list }} {{ [0, 1, '', 'a', none] | select | list }} {{ [0, 1] | reject | list }} {{ range(10) | select('divisibleby', 3) | list }} {{ range(5) | select('gt', 2) | list }} {{ ['a', 'b'] | select('equalto', 'b') | list }} {{ [1, 'a'] | select('string') | list }} {{ [1, 2, 3] | select('in', [1, 3]) | list }} {{ [1, 2, 3] | reject('==', 2) | list }}")
case("filter-selectattr", "{{ p | selectattr('on') | map(attribute='name') | list }} {{ p | rejectattr('on') | map(attribute='name') | list }} {{ p | selectattr('age', 'gt', 26) | map(attribute='name') | list }} {{ p | selectattr('city', 'equalto', 'Rome') | map(attribute='name') | list }} {{ p | rejectattr('age', 'lt', 30) | list | length }} {{ p | selectattr('tags.0', 'defined') | list | length }} {{ p | selectattr('nope', 'undefined') | list | length }} {{ p | selectattr('name', 'in', ['bob']) | list | length }}", p=PEOPLE)
case("filter-groupby", "{% for age, rows in p | groupby('age') %}{{ age }}: {{ rows | map(attribute='name') | join(',') }};{% endfor %}{% for city, rows in p | groupby('city') %}{{ city }}{{ rows | length }} {% endfor %}{% for city, rows in p | groupby('city', case_sensitive=true) %}{{ city }}{{ rows | length }} {% endfor %}{% for g in p | groupby('nope', default='x') %}{{ g.grouper }}{{ g.list | length }}{% endfor %}{{ [] | groupby('x') }}", p=PEOPLE)
case("filter-batch", "{{ range(7) | batch(3) | list }} {{ range(7) | batch(3, '-') | list }} {% for row in range(4) | batch(2) %}{{ row | join(',') }};{% endfor %} {{ [] | batch(2) | list }} {{ 'abcde' | batch(2, 'x') | list }}")
case("filter-slice", "{{ range(7) | slice(3) | list }} {{ range(7) | slice(3, '-') | list }} {{ [1] | slice(3) | list }} {{ range(6) | slice(2) | list }} {{ range(10) | slice(4, 0) | list }}")
case("filter-items", "{{ {'a': 1, 'b': 2} | items | list }} {% for k, v in d | items %}{{ k }}{{ v }}{% endfor %} {{ x | items | list }}", d={"z": 1})
case("filter-dictsort-types", "{{ {2: 'a', 1: 'B'} | dictsort }} {{ {'a': 2, 'b': 1.5} | dictsort(by='value') }} {{ {'B': 1, 'a': 2} | dictsort(case_sensitive=true) }}")
case("filter-chains", "{{ [3, 1, 2] | sort | reverse | join(',') }} {{ ' Ab ' | trim | lower | replace('a', 'x') | upper }} {{ [1, 2, 3] | map('string') | map('center', 3) | join('|') }}")
case("filter-of-call", "{{ range(3) | list | length }} {{ 'a b'.split() | last | upper }} {{ ('abc' | list)[1] }} {{ ('a' ~ 'b') | upper }} {{ 'a' ~ 'b' | upper }} {{ [1, 2] | first + 1 }}")
case("filter-precedence", "{{ 1 + 2 | string | length }} {{ -1 | abs + 2 }} {{ 'a' if 'x' | upper == 'X' else 'b' }} {{ not 'a' | length }} {{ 2 * 3 | float }}")
case("filter-keyword-arguments", "{{ 'abc def' | truncate(length=5, killwords=true, end='') }} {{ 'abcdefghijk' | truncate(killwords=true, length=4, end='.', leeway=0) }} {{ [1] | join(d='x') }} {{ 3.14159 | round(precision=2) }} {{ x | default(default_value=3) }}")
case("filter-spread-arguments", "{{ 'aXbX' | replace(*['X', 'y']) }} {{ 'abcdefgh' | truncate(**{'length': 3, 'killwords': true, 'end': '', 'leeway': 0}) }}")
case("filter-on-new-line", "{{ [3, 1]\n   | sort\n   | join(',') }}")
case("filter-guarded", "{% if 'markdown' is filter %}{{ 'x' | markdown }}{% else %}plain{% endif %}{{ 'x' | nope if 'nope' is filter else 'y' }}{{ 'upper' is filter }}")
case("filter-pprint", "{{ [1, 'a', none] | pprint }} {{ {'b': 1} | pprint }} {{ 'text' | pprint }}")

# Tests -------------------------------------------------------------------------------------------------------------
case("test-types", "{% for x in [1, 1.0, 'a', true, none, [], (), {}] %}{{ x is integer }} {{ x is float }} {{ x is number }} {{ x is string }} {{ x is boolean }} {{ x is none }} {{ x is sequence }} {{ x is iterable }} {{ x is mapping }} {{ x is callable }}\n{% endfor %}")
case("test-special", "{{ range(3) is sequence }} {{ range(3) is iterable }} {{ range is callable }} {{ dict is callable }} {{ 'abc'.upper is callable }} {{ {}.items() is iterable }} {{ 2 ** 70 is integer }} {{ namespace() is mapping }} {{ [1] | map('abs') is iterable }}")
case("test-numbers", "{{ 3 is odd }} {{ 4 is even }} {{ 9 is divisibleby 3 }} {{ 9 is divisibleby(2) }} {{ -3 is odd }} {{ 0 is even }} {{ 2.0 is even }} {{ 7.5 is divisibleby 2.5 }}")
case("test-comparison", "{{ 1 is eq 1 }} {{ 1 is ne 2 }} {{ 1 is lt 2 }} {{ 2 is le 2 }} {{ 3 is gt 2 }} {{ 3 is ge 4 }} {{ 1 is equalto 1.0 }} {{ 1 is lessthan(2) }} {{ 3 is greaterthan 2 }}")
case("test-in", "{{ 1 is in [1, 2] }} {{ 'a' is in 'cat' }} {{ 3 is not in [1] }} {{ 'k' is in {'k': 1} }} {{ 2 is in(range(3)) }}")
case("test-case", "{{ 'ABC' is upper }} {{ 'abc' is lower }} {{ 'aB' is upper }} {{ '' is lower }} {{ '123' is lower }} {{ 'é' is lower }}")
case("test-sameas", "{{ true is sameas true }} {{ none is sameas none }} {{ [] is sameas [] }} {{ x is sameas x }} {{ 1 is sameas true }} {{ x is sameas(none) }} {{ false is sameas false }}", x=[1])
case("test-truth", "{{ true is true }} {{ 1 is true }} {{ false is false }} {{ 0 is false }} {{ none is false }} {{ true is not false }}")
case("test-not", "{{ 1 is not none }} {{ not 1 is none }} {{ x is not defined }} {{ 3 is not odd }} {{ not 3 is odd }}")
case("test-precedence", "{{ 1 + 1 is even }} {{ 2 * 2 is divisibleby 4 }} {{ 1 is odd and 2 is even }} {{ 1 is odd or x is defined }} {{ 'a' if 1 is odd else 'b' }} {{ 3 is odd == true }}")
case("test-argument-forms", "{{ 4 is divisibleby 2 }} {{ 4 is divisibleby(2) }} {{ 'a' is in ['a'] }} {{ x is eq y }} {{ x is eq d.a }} {{ x is eq d['a'] }}", x=1, y=1, d={"a": 1})
case("test-undefined-types", "{{ x is none }} {{ x is string }} {{ x is number }} {{ x is mapping }} {{ x is sequence }} {{ x is boolean }} {{ x is integer }} {{ x is true }} {{ x is sameas none }} {{ x is escaped }}")
case("test-exists", "{{ 'odd' is test }} {{ 'nope' is test }} {{ 'upper' is filter }} {{ 'nope' is filter }}")
case("test-chained-logic", "{% if x is defined and x > 1 %}a{% elif y is defined and y is not none %}b{% else %}c{% endif %}", y=0)
case("test-in-filter-chain", "{{ 'abc' | length is odd }} {{ [1, 2] | first is odd }} {{ 'a' | upper is upper }}")

# Escaping ----------------------------------------------------------------------------------------------------------
html("escape-basic", "<p>{{ x }}</p>", x="<b>\"q\" & 'a'</b>")
html("escape-literal", "{{ '<b>' }} {{ \"it's\" }} {{ 'a & b' }}")
html("escape-container", "{{ ['<', \"'\"] }} {{ {'a': '<b>'} }} {{ ('&',) }}")
html("escape-safe", "{{ x | safe }} {{ x | e }} {{ x | escape | escape }} {{ x | safe | e }} {{ x | safe | forceescape }} {{ x | forceescape }}", x="<b>&</b>")
html("escape-safe-string", "{{ x | safe | string }} {{ (x | safe) ~ '' }} {{ [x | safe] }}", x="<i>")
html("escape-concatenate", "{{ '<a>' ~ x }} {{ ('<a>' | safe) ~ x }} {{ x ~ ('<a>' | safe) ~ 1 ~ '&' }} {{ 1 ~ 2 }}", x="<b>")
html("escape-add", "{{ '<a>' + x }} {{ ('<a>' | safe) + x }} {{ x + ('<a>' | safe) }} {{ ('<a>' | safe) * 2 }}", x="<b>")
html("escape-join", "{{ ['<', '>'] | join('&') }} {{ ['<', '>' | safe] | join('&') }} {{ ['<', '>'] | join('&' | safe) }} {{ ['<b>' | safe, '<i>' | safe] | join('<br>' | safe) }} {{ [1, '<'] | join('|') }}")
html("escape-replace", "{{ '<a>' | replace('a', '<b>') }} {{ ('<a>' | safe) | replace('a', '<b>') }} {{ '<a>' | replace('a', '<b>' | safe) }} {{ '<a>' | replace('<' | safe, 'x') }} {{ ('<a>' | safe) | replace('<', '&' | safe) }}")
html("escape-macro", "{% macro m(x) %}<b>{{ x }}</b>{% endmacro %}{{ m('<') }} {{ m('<') | upper }} {{ m(m('&')) }} {{ m('<') ~ '<' }}")
html("escape-caller", "{% macro m() %}[{{ caller() }}]{% endmacro %}{% call m() %}<b>{{ '<' }}</b>{% endcall %}")
html("escape-set-block", "{% set x %}<b>{{ '<' }}</b>{% endset %}{{ x }} {{ x | upper }} {{ x is escaped }}")
html("escape-set-block-filter", "{% set x | upper %}<b>{{ '<' }}</b>{% endset %}{{ x }}{% set y | length %}<b>{% endset %}{{ y }}")
html("escape-filter-block", "{% filter upper %}<b>{{ '<a>' }}</b>{% endfilter %}{% filter replace('x', '<') %}axb{% endfilter %}")
html("escape-filter-block-title", "{% filter title %}<b>{{ 'it<s' }}</b>{% endfilter %}{% filter wordwrap(3) %}a<b {{ '<' }}{% endfilter %}")
html("escape-block", "{% autoescape false %}{{ x }}{% endautoescape %}{{ x }}{% autoescape true %}{{ x }}{% endautoescape %}", x="<")
html("escape-block-scope", "{% set a = 1 %}{% autoescape false %}{% set a = 2 %}{{ a }}{% endautoescape %}{{ a }}")
case("escape-block-in-text", "{{ x }}{% autoescape true %}{{ x }}{{ x | safe }}{% endautoescape %}{{ x }}{% autoescape 1 > 2 %}{{ x }}{% endautoescape %}", x="<&>")
case("escape-text-file", "{{ '<b>' }} {{ '<' | e }} {{ ('<' | e) ~ '<' }} {{ '<' | safe }} {{ ['<' | e, '<'] | join }} {{ ('<' | e) + '<' }}")
html("escape-include", {"main.html": "{% include 'a.txt' %}|{% include 'b.html' %}", "a.txt": "{{ x }}", "b.html": "{{ x }}"}, x="<")
html("escape-import", {"main.html": "{% from 'm.txt' import t %}{% from 'm.html' import h %}{{ t(x) }} {{ h(x) }}", "m.txt": "{% macro t(x) %}<i>{{ x }}{% endmacro %}", "m.html": "{% macro h(x) %}<i>{{ x }}{% endmacro %}"}, x="<")
case("escape-import-into-text", {"main.txt": "{% from 'm.html' import h %}{{ h(x) }}{{ h(x) | e }}", "m.html": "{% macro h(x) %}<i>{{ x }}{% endmacro %}"}, x="<")
html("escape-extends", {"main.html": "{% extends 'base.html' %}{% block a %}{{ x }}{{ super() }}{% endblock %}", "base.html": "<{% block a %}{{ x }}{% endblock %}>{{ self.a() }}"}, x="&")
html("escape-endings", {"main.html": "{% include 'a.xml' %}{% include 'a.htm' %}{% include 'a.report' %}{% include 'a.HTML' %}{% include 'a.html.txt' %}{% include 'a' %}", "a.xml": "{{ x }}", "a.htm": "{{ x }}", "a.report": "{{ x }}", "a.HTML": "{{ x }}", "a.html.txt": "{{ x }}", "a": "{{ x }}"}, x="<")
html("escape-tojson", "{{ x | tojson }} <a b='{{ x | tojson }}'> {{ x | tojson | forceescape }}", x={"k": "<'\"&>"})
html("escape-xmlattr", "<a{{ {'class': 'x', 'id': 'a\"<b', 'none': none, 'n': 5} | xmlattr }}> [{{ {} | xmlattr }}] <b {{ {'x': 1} | xmlattr(false) }}> {{ {'s': '<' | safe, 'f': false} | xmlattr }}")
case("escape-xmlattr-text", "{{ {'class': 'x & y'} | xmlattr }}")
html("escape-striptags", "{{ '<b>a</b> &lt;' | striptags }} {{ ('<b>a</b>' | safe) | striptags }}")
html("escape-urlize", "{{ 'see http://example.com/a?b=1&c=2 and www.test.org, (https://x.com/y_(z)) mail a@b.com mailto:c@d.org foo.com <x>' | urlize }}")
html("escape-urlize-options", "{{ 'http://example.com/long/path/here' | urlize(15, nofollow=true, target='_blank') }} {{ 'http://a.com' | urlize(rel='me') }} {{ 'tel:123 ftp://x.y' | urlize(extra_schemes=['tel:', 'ftp://']) }}")
html("escape-urlize-edges", "{{ 'www.x http://localhost https://1.2.3.4:80/x example.net. <http://a.com> &lt;b.org&gt; @a@b a@b http://a..b x.org/path?q#f user@x.y.z ending.info)' | urlize }}")
case("escape-urlize-text", "{{ 'http://a.com <b>' | urlize }}")
html("escape-format", "{{ '<b>%s</b>' | format('<') }} {{ ('<b>%s</b>' | safe) | format('<') }} {{ ('<b>{}</b>' | safe).format('<') }} {{ ('<b>%s</b>' | safe) % '<' }} {{ ('%s %d' | safe) % ('<' | safe, 3) }} {{ ('%(a)s' | safe) % {'a': '<'} }}")
html("escape-methods", "{{ (x | safe).upper() }} {{ (x | safe).replace('a', '<') }} {{ (x | safe).split('a') }} {{ (x | safe).strip('<') }} {{ ('<br>' | safe).join(['<', 'a' | safe]) }} {{ (x | safe)[1:] }} {{ (x | safe)[0] }}", x="<a>")
html("escape-text-filters", "{{ (x | safe) | upper }} {{ (x | safe) | capitalize }} {{ (x | safe) | trim('<') }} {{ (x | safe) | truncate(4, true, '<', 0) }} {{ (x | safe) | center(12) }} {{ (x | safe) | reverse }} {{ (x | safe) | title }} {{ (x | safe) | indent(2, true) }} {{ (x | safe) | wordwrap(3) }} {{ (x | safe) | list }}", x="<abcde>")
html("escape-conditional", "{{ '<' if true else '>' }} {{ ('<' | safe) if true }} {{ x or '<' }}", x="")
html("escape-default", "{{ x | default('<') }} {{ x | default('<' | safe) }}")
html("escape-numbers", "{{ 1 < 2 }} {{ 1.5 }} {{ none }} {{ [1] }}")
html("escape-map", "{{ ['<', '>'] | map('e') | join(',') }} {{ ['<'] | map('safe') | first }} {{ ['<', '>'] | map('upper') | join('&') }}")
html("escape-comparison", "{{ ('<' | safe) == '<' }} {{ ('<' | e) == '<' }} {{ ('a' | safe) in ['a'] }} {{ {'a': 1}['a' | safe] }} {{ 'a' in ('abc' | safe) }}")
html("escape-loop", "{% for x in ['<', '>' | safe] %}{{ x }}{% endfor %}{% for c in '<&' | safe %}{{ c }}{% endfor %}")
html("escape-recursive-loop", "{% for x in t recursive %}<{{ x.n }}{{ loop(x.c) }}>{% endfor %}", t=[{"n": "&", "c": [{"n": "<", "c": []}]}])
html("escape-include-macro-text", {"main.html": "{% import 'm.html' as m %}{{ m }}{{ m.f() | length }}", "m.html": "<b>{% macro f() %}&{% endmacro %}"})
html("escape-context-quotes", "<a title=\"{{ t }}\" alt='{{ t }}'>", t="\"double\" 'single' `tick`")
html("escape-print-tag", "{% print '<', '&' | safe %}")
html("escape-markup-attribute", "{{ '<' is escaped }} {{ ('<' | safe) is escaped }} {{ ('<' | e) is escaped }} {{ 5 | e is escaped }}")
html("escape-dynamic", "{% autoescape flag %}{{ x }}{{ '<' ~ ('&' | safe) }}{% endautoescape %}", flag=False, x="<")
html("escape-pprint", "{{ ['<'] | pprint }}")
html("escape-wordcount", "{{ '<b> a' | wordcount }} {{ ['<'] | length }} {{ '<' | upper }}")
html("escape-unicode", "{{ 'é < 日 & 🎉' }}")

# Globals -----------------------------------------------------------------------------------------------------------
case("global-range", "{{ range(3) | list }} {{ range(1, 4) | list }} {{ range(10, 0, -3) | list }} {{ range(0) | list }} {{ range(5, 1) | list }} {{ range(true, 3) | list }}")
case("global-range-slices", "{{ range(4)[::-1] }} {{ range(10)[2:8:3] }} {{ range(10)[-3:] }} {{ range(0, 20, 5)[1:] }} {{ range(3)[5:] }} {{ (range(10)[::2])[1] }}")
case("global-dict", "{{ dict(a=1, b=2) }} {{ dict({'x': 1}, y=2) }} {{ dict([('k', 'v'), (1, 2)]) }} {{ dict() }}")
case("global-cycler", "{% set c = cycler('a', 'b') %}{{ c.next() }}{{ c.next() }}{{ c.next() }}{{ c.current }}{% do c.reset() %}{{ c.current }}{{ c.next() }}")
case("global-cycler-loops", "{% set c = cycler(1, 2, 3) %}{% for x in 'ab' %}{{ c.next() }}{% endfor %}{% for x in 'ab' %}{{ c.next() }}{% endfor %}")
case("global-joiner", "{% set j = joiner() %}{% for x in [1, 2, 3] %}{{ j() }}{{ x }}{% endfor %}|{% set k = joiner(' | ') %}{{ k() }}a{{ k() }}b{{ k() }}c{% set m = joiner(sep='-') %}{{ m() }}{{ m() }}")
case("global-shadowed", "{% set range = 5 %}{{ range }}{{ dict }}", dict="mine")
case("global-namespace-loop", "{% set ns = namespace(found=false) %}{% for x in [1, 5, 3] %}{% if x > 4 %}{% set ns.found = x %}{% endif %}{% endfor %}{{ ns.found }}")

# Whole templates ---------------------------------------------------------------------------------------------------
html(
    "whole-table",
    {
        "main.html": "{% extends 'layout.html' %}\n{% from 'parts.html' import table %}\n{% block title %}People ({{ people | length }}){% endblock %}\n{% block body %}\n{% call(p) table(people, ['Name', 'Age']) -%}\n  <td>{{ p.name }}</td><td>{{ p.age }}</td>\n{%- endcall %}\n{% endblock %}\n",
        "layout.html": "<html>\n<title>{% block title %}{% endblock %}</title>\n<body>{% block body %}{% endblock %}</body>\n</html>\n",
        "parts.html": "{% macro table(rows, heads) %}\n<table>\n<tr>{% for h in heads %}<th>{{ h }}</th>{% endfor %}</tr>\n{% for row in rows %}\n<tr class=\"{{ loop.cycle('odd', 'even') }}\">{{ caller(row) }}</tr>\n{% endfor %}\n</table>\n{% endmacro %}\n",
    },
    people=PEOPLE,
)
html(
    "whole-report",
    "{% set groups = people | groupby('age') %}\n<section>\n{%- for age, rows in groups %}\n  <h2>{{ age }}{% if loop.first %} (youngest){% endif %}</h2>\n  <ul>\n  {%- for p in rows | sort(attribute='name') if p.on %}\n    <li{% if p.tags %} data-tags=\"{{ p.tags | join(' ') }}\"{% endif %}>{{ loop.index }}. {{ p.name | title }}{{ ',' if not loop.last }}</li>\n  {%- else %}\n    <li>nobody</li>\n  {%- endfor %}\n  </ul>\n{%- endfor %}\n</section>",
    people=PEOPLE,
)
case(
    "whole-text-table",
    "{% set width = people | map(attribute='name') | map('length') | max %}\n{%- for p in people %}\n{{ p.name.ljust(width + 2) }}|{{ '%6.2f' % (p.age / 7) }}|{{ '{:>8}'.format(p.city) }}\n{%- endfor %}\n",
    people=PEOPLE,
)
case(
    "whole-tree",
    "{% macro node(n, depth=0) %}\n{{ '  ' * depth }}- {{ n.name }}\n{%- for c in n.children %}{{ node(c, depth + 1) }}{% endfor %}\n{%- endmacro %}\n{{- node(tree) | trim }}",
    tree={"name": "root", "children": [{"name": "a", "children": [{"name": "b", "children": []}]}, {"name": "c", "children": []}]},
)
case(
    "whole-fizzbuzz",
    "{% for i in range(1, 16) -%}\n{{ 'FizzBuzz' if i % 15 == 0 else 'Fizz' if i % 3 == 0 else 'Buzz' if i % 5 == 0 else i }}\n{% endfor %}",
)
case(
    "whole-primes",
    "{% set ns = namespace(primes=[]) %}{% for n in range(2, 40) %}{% if ns.primes | select('lt', n) | select('in', ns.primes) | list | select('defined') | list | length >= 0 and not (ns.primes | map('string') | list == []) and (ns.primes | selectattr('__x', 'undefined') | list | length) > 0 %}{% set ok = namespace(v=true) %}{% for p in ns.primes %}{% if n % p == 0 %}{% set ok.v = false %}{% break %}{% endif %}{% endfor %}{% if ok.v %}{% do ns.primes.append(n) %}{% endif %}{% else %}{% do ns.primes.append(n) %}{% endif %}{% endfor %}{{ ns.primes }}",
)

# Found by comparing random templates with Jinja2 ---------------------------------------------------------------------
html("found-caller-in-autoescape", "{% macro m(q) %}[{{ caller(q) }}{{ q }}]{% endmacro %}{% autoescape false %}{% call(z) m(s) %}<b>{{ z }}{% endcall %}{{ m }}{% endautoescape %}".replace("{{ m }}", ""), s="<")
html("found-macro-in-autoescape", "{% macro m(q) %}<i>{{ q }}{% endmacro %}{% autoescape false %}{{ m('<') }}{% set x = m('&') %}{% endautoescape %}{{ m('<') }}{{ x | default('-') }}")
html("found-set-block-in-autoescape", "{% autoescape false %}{% set x %}<b>{{ '<' }}{% endset %}{{ x }}{{ x | e }}{{ ['<', x | e] | join }}{% endautoescape %}")
html("found-extends-other-ending", {"main.html": "{% extends 'base.txt' %}{% block a %}{{ '<' }}{{ super() }}{% endblock %}", "base.txt": "{{ '<' }}{% block a %}{{ '&' }}{% set x %}<{% endset %}{{ x | e }}{% endblock %}{{ self.a() }}"})
case("found-extends-other-ending-text", {"main.txt": "{% extends 'base.html' %}{% block a %}{{ '<' }}{{ super() }}{% endblock %}", "base.html": "{{ '<' }}{% block a %}{{ '&' }}{% endblock %}{{ self.a() }}"})
case("found-in-items", "{{ 1 in {'a': 1}.items() }} {{ ('a', 1) in {'a': 1}.items() }} {{ x in {'a': 1}.items() }} {{ 'a' in {'a': 1}.keys() }} {{ 1 in {'a': 1}.values() }}")
case("found-pprint", "{{ m | pprint }}\n{{ [m, [1, 2], (3,)] | pprint }}\n{{ ('word ' * 30) | pprint }}\n{{ {'z': 'long text ' * 10, 'a': 1, 2: none} | pprint }}\n{{ [('x' * 90)] | pprint }}\n{{ 'a\\nb' | pprint }}", m=PEOPLE)
