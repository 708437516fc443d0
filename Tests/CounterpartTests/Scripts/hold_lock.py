"""hold_lock.py DATABASE MARK: holds the write lock; makes the file MARK once it has it, and lets go when MARK is gone."""

import os
import sqlite3
import sys
import time

connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
open(sys.argv[2], "w").close()
deadline = time.monotonic() + 60
while os.path.exists(sys.argv[2]) and time.monotonic() < deadline:
    time.sleep(0.02)
connection.execute("ROLLBACK")
