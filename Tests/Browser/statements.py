"""What is said of a page and whether it holds, and how a reader types into the filter of a table."""

import sys

FILTER = """(() => {{ const field = document.querySelector('.filter'); field.value = {};
    field.dispatchEvent(new Event('input')); }})()"""


class Checks:
    """Counts statements and keeps those that do not hold."""

    def __init__(self):
        self.failures, self.count = [], 0

    def expect(self, condition, words):
        self.count += 1
        if not condition:
            self.failures.append(words)

    def end(self):
        """Prints what is wrong, a line each, and what was looked at; exits 1 where something is wrong."""
        print("\n".join(self.failures[:20]))
        print(f"{self.count - len(self.failures)} of {self.count} statements about the page hold")
        sys.exit(1 if self.failures else 0)
