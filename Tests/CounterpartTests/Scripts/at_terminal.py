"""at_terminal.py TYPED PROGRAM ARGUMENT...: runs a program at a terminal of its own, with its streams elsewhere.

Types TYPED as soon as the terminal stops to show what is typed; ^C stands for that key, and nothing is typed where TYPED is
empty. Says what the terminal showed and how it was left, and ends with the program's exit status.
"""

import fcntl
import os
import select
import sys
import termios
import time


def echoes(terminal):
    return bool(termios.tcgetattr(terminal)[3] & termios.ECHO)


typed, command = sys.argv[1], sys.argv[2:]
controller, terminal = os.openpty()
process = os.fork()
if process == 0:
    os.setsid()
    fcntl.ioctl(terminal, termios.TIOCSCTTY, 0)
    os.close(controller)
    os.execv(command[0], command)

shown, status, hidden = b"", None, False
deadline = time.monotonic() + 60
while status is None and time.monotonic() < deadline:
    if not hidden and not echoes(terminal) and typed:
        hidden = True
        os.write(controller, b"\x03" if typed == "^C" else typed.encode() + b"\n")
    if select.select([controller], [], [], 0.02)[0]:
        shown += os.read(controller, 4096)
    ended, code = os.waitpid(process, os.WNOHANG)
    if ended:
        status = os.waitstatus_to_exitcode(code)
while select.select([controller], [], [], 0.05)[0]:
    shown += os.read(controller, 4096)
sys.stdout.flush()
print("shown:", repr(shown.decode()))
print("hidden while typing:", hidden)
print("shows typing afterwards:", echoes(terminal))
sys.exit(75 if status is None else status if status >= 0 else 128 - status)
