"""Parses a page and says where it leads nowhere.

    check_page.py FOLDER PAGE           FOLDER is the one that the page's addresses are read from
    check_page.py --alone FOLDER PAGE   the page must lead to no file at all

Every relative address must be a file, every fragment an element, and nothing may come from elsewhere.
"""

import html.parser
import pathlib
import sys
import urllib.parse

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
MAY_STAY_OPEN = {"p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "option", "html", "body", "head"}


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.addresses, self.names, self.open, self.problems = [], set(), [], []

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name == "id":
                if value in self.names:
                    self.problems.append(f"id {value} twice")
                self.names.add(value)
            if name in ("href", "src"):
                self.addresses.append(value)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        while self.open and self.open[-1] != tag and self.open[-1] in MAY_STAY_OPEN:
            self.open.pop()
        if not self.open or self.open.pop() != tag:
            self.problems.append(f"line {self.getpos()[0]}: </{tag}> closes nothing")


is_alone = sys.argv[1] == "--alone"
folder, path = (pathlib.Path(argument) for argument in sys.argv[2 if is_alone else 1 :])
page = Page()
page.feed(path.read_text("utf-8"))
page.close()
page.problems += [f"<{tag}> is never closed" for tag in page.open if tag not in MAY_STAY_OPEN]
files = 0
for address in page.addresses:
    parts = urllib.parse.urlsplit(address)
    if parts.scheme or parts.netloc:
        page.problems.append(f"{address} lies elsewhere")
    elif parts.path:
        files += 1
        if not (folder / urllib.parse.unquote(parts.path)).is_file():
            page.problems.append(f"{address} is no file")
    elif parts.fragment and urllib.parse.unquote(parts.fragment) not in page.names:
        page.problems.append(f"{address} is no element")
print(f"{len(page.addresses)} addresses, {files} of files")
if bool(files) == is_alone:
    page.problems.append("an address of a file" if is_alone else "no address of a file")
for problem in page.problems:
    print(problem)
sys.exit(1 if page.problems else 0)
