"""Says how long the page of a large bundle takes to open and to search in Chromium.

    time_page.py CHROMIUM DATA-FOLDER SECONDS [PICTURES]    neither may take longer than SECONDS

What a browser needs for a page grows with its elements, whatever else the machine does, so they are counted too.
"""

import pathlib
import shutil
import sys
import tempfile

from chromium import Chromium

program, data, limit = sys.argv[1], pathlib.Path(sys.argv[2]).resolve(), float(sys.argv[3])
downloads = tempfile.mkdtemp(prefix="dossier-downloads-")
chromium = Chromium(program, downloads)
SEARCH = """new Promise(done => {
  const search = document.getElementById('search'), begin = performance.now();
  search.value = %r;
  search.dispatchEvent(new Event('input', {bubbles: true}));
  requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - begin)));
})"""
try:
    chromium.size(1280, 900)
    page = data / "index.html"
    opened = chromium.open(page.as_uri())
    items = chromium.evaluate("document.querySelectorAll('#by-evidence > article').length")
    elements = chromium.evaluate("document.getElementsByTagName('*').length")
    searches = [chromium.evaluate(SEARCH % words) / 1000 for words in ("desk", "number 49", "owner 7 procedure", "4999", "")]
    shown = chromium.evaluate("document.querySelectorAll('#by-evidence > article:not([hidden])').length")
    print(f"{items:,} items, {elements:,} elements, {page.stat().st_size:,} octets: opened in {opened:.2f} s, "
          f"searched in {', '.join(f'{seconds:.3f}' for seconds in searches)} s")
    faults = [seconds for seconds in [opened, *searches] if seconds > limit]
    sys.exit(1 if faults or items != 5000 or shown != 5000 or elements > 100_000 else 0)
finally:
    chromium.close()
    shutil.rmtree(downloads)
