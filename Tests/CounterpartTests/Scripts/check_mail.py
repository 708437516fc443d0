"""check_mail.py EXPECTED.json: reads messages as Python's email package does.

EXPECTED.json is {file: {"to", "subject", "body": [lines that the body holds]}}. Nothing may be defective, every header must be
one of ours, and what is decoded must be what was meant.
"""

import json
import sys
from email import policy
from email.parser import BytesParser

HEADERS = [
    "From", "To", "Date", "Message-ID", "Subject", "MIME-Version", "Content-Type", "Content-Transfer-Encoding",
    "Auto-Submitted",
]


def problems_of(path, expected):
    octets = open(path, "rb").read()
    message = BytesParser(policy=policy.default).parsebytes(octets)
    found = []

    def require(what, got, wanted):
        if got != wanted:
            found.append(f"{path}: {what} is {got!r}, not {wanted!r}")

    for part in message.walk():
        require("defects", part.defects, [])
    for name, value in message.items():
        require(f"defects of {name}", list(value.defects), [])
    require("headers", message.keys(), HEADERS)
    require("to", message["to"].addresses[0].addr_spec, expected["to"])
    require("recipients", len(message["to"].addresses), 1)
    require("subject", message["subject"], expected["subject"])
    require("parts", message.is_multipart(), False)
    require("zone", str(message["date"].datetime.utcoffset()), "0:00:00")
    body = message.get_content()
    for line in expected["body"]:
        if line not in body.split("\n"):
            found.append(f"{path}: no line {line!r} in {body!r}")

    head, _, rest = octets.partition(b"\n\n")
    encoded = message["content-transfer-encoding"] == "quoted-printable"
    if b"\r" in octets or b"\0" in octets:
        found.append(f"{path}: a CR or a NUL")
    if any(len(line) > 76 for line in head.split(b"\n") if not line.startswith((b"Message-ID", b"From", b"To"))):
        found.append(f"{path}: a header line of over 76 octets")
    if any(len(line) > (76 if encoded else 998) for line in rest.split(b"\n")):
        found.append(f"{path}: a long line in the body")
    if not octets.isascii():
        found.append(f"{path}: octets beyond ASCII")
    return found


wanted = json.load(open(sys.argv[1], encoding="utf-8"))
problems = [problem for path in sorted(wanted) for problem in problems_of(path, wanted[path])]
print(len(wanted), "messages")
print("\n".join(problems))
sys.exit(1 if problems else 0)
