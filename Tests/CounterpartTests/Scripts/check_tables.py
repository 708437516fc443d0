"""Reads CSV files as Python's csv module does; every row must have as many cells as the first."""

import csv
import sys

for path in sys.argv[1:]:
    with open(path, newline="", encoding="utf-8-sig") as file:
        rows = list(csv.reader(file, strict=True))
    widths = {len(row) for row in rows}
    print(path, len(rows), "rows,", widths, "cells")
    if len(widths) != 1 or len(rows) < 2:
        sys.exit(1)
