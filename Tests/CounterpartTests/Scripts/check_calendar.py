"""Reads a calendar as somebody else's program does, and says where it is not what `dossier due` lists.

    check_calendar.py READER CALENDAR DUE CANCELLED...

READER is bytes, icalendar, vobject, ics or calcurse; DUE is the output of `dossier due --format json`. Every item of it
must be an event of the calendar; there may be others only if their names are CANCELLED, and they must be.
"""

import collections
import datetime
import json
import re
import subprocess
import sys
import tempfile

Event = collections.namedtuple("Event", "first end summary status")
problems = []


def shown(text):
    """As texts of strangers are shown: on one line, controls spelled out."""
    text = re.sub("[\t-\r\x85\u2028\u2029]", " ", text)
    control = "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
    return re.sub(control, lambda match: f"[U+{ord(match[0]):04X}]", text)


def unfolded(octets):
    return octets.replace(b"\r\n ", b"").decode("utf-8").split("\r\n")


def unescaped(text):
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] in "nN" else match[1], text)


def day(text):
    return datetime.datetime.strptime(text, "%Y%m%d").date()


def read_bytes(path):
    """Our own reader: as strict as RFC 5545."""
    octets = open(path, "rb").read()
    if octets.startswith(b"\xef\xbb\xbf"):
        problems.append("a byte order mark")
    if not octets.endswith(b"\r\n"):
        problems.append("no CR LF at the end")
    for number, line in enumerate(octets[:-2].split(b"\r\n"), 1):
        if len(line) > 75 or not line or re.search(rb"[\x00-\x1f\x7f]", line):
            problems.append(f"line {number}: {line}")
        line.decode("utf-8")
    events, current = {}, None
    for line in unfolded(octets):
        name, _, value = line.partition(":")
        if re.fullmatch(r"\d{8}", value) and name.startswith("DT") and not name.endswith(";VALUE=DATE"):
            problems.append(f"a day without VALUE=DATE: {line}")
        if line == "BEGIN:VEVENT":
            current = {}
        elif line == "END:VEVENT":
            uid = unescaped(current["UID"])
            if uid in events:
                problems.append(f"{uid} twice")
            if current["DTSTAMP"] != current["LAST-MODIFIED"]:
                problems.append(f"{uid}: two times")
            events[uid] = Event(
                day(current["DTSTART;VALUE=DATE"]), day(current["DTEND;VALUE=DATE"]),
                unescaped(current["SUMMARY"]), current["STATUS"])
            current = None
        elif current is not None:
            current.setdefault(name, value)
    return events


def read_icalendar(path):
    import icalendar

    calendar = icalendar.Calendar.from_ical(open(path, "rb").read())
    events = {}
    for event in calendar.walk("VEVENT"):
        problems.extend(f"{event['UID']}: {error}" for error in event.errors)
        events[str(event["UID"])] = Event(
            event.decoded("DTSTART"), event.decoded("DTEND"), str(event["SUMMARY"]), str(event["STATUS"]))
        if event.walk("VALARM") == [] and event["STATUS"] != "CANCELLED":
            problems.append(f"{event['UID']}: no alarm")
        for alarm in event.walk("VALARM"):
            before = -alarm["TRIGGER"].dt
            if before % datetime.timedelta(days=1) != datetime.timedelta(hours=16):
                problems.append(f"{event['UID']}: rings {before} before")
    return events


def read_vobject(path):
    import vobject

    calendar = vobject.readOne(open(path, encoding="utf-8", newline="").read())
    calendar.validate(raiseException=True)
    return {
        event.uid.value: Event(
            event.dtstart.value, event.dtend.value, event.summary.value, event.status.value)
        for event in calendar.vevent_list
    }


def read_ics(path):
    import ics

    calendar = ics.Calendar(open(path, encoding="utf-8", newline="").read())
    for event in calendar.events:
        if not event.all_day:
            problems.append(f"{event.uid}: not a whole day")
    # It takes the n after an escaped backslash for the end of a line.
    return {
        event.uid: Event(
            event.begin.date(), event.end.date(), event.name.replace("\\\n", "\\n"), event.status)
        for event in calendar.events
    }


def read_calcurse(path):
    """It keeps neither names nor status, so events are told apart by what they say."""
    with tempfile.TemporaryDirectory() as folder:
        calcurse = ["calcurse", "-q", "-D", folder]
        told = subprocess.run(calcurse[:1] + calcurse[2:] + ["-i", path], capture_output=True, text=True, check=True)
        if "/ 0 skipped" not in told.stdout:
            problems.append(told.stdout + told.stderr)
        exported = subprocess.run(calcurse + ["-x"], capture_output=True, check=True).stdout
    events, current = {}, {}
    for line in exported.replace(b"\r\n", b"\n").decode("utf-8").split("\n"):
        name, _, value = line.partition(":")
        current[name] = value
        if line == "END:VEVENT":
            first = day(current["DTSTART;VALUE=DATE"])
            last = re.search(r"UNTIL=(\d{8})", current.pop("RRULE", ""))
            end = (day(last[1]) if last else first) + datetime.timedelta(days=1)
            summary = unescaped(current["SUMMARY"])
            events[first, summary] = Event(first, end, summary, None)
    return events


reader, path, due, *cancelled = sys.argv[1:]
found = globals()["read_" + reader](path)
with open(due, encoding="utf-8") as file:
    items = json.load(file)["items"]
expected = {}
for item in items:
    first = datetime.date.fromisoformat(item["due"])
    last = datetime.date.fromisoformat(item.get("until", item["due"]))
    is_settled = item["source"] != "road" and (item["source"] != "audit" or "owner" in item)
    expected[item["key"]] = Event(
        first, last + datetime.timedelta(days=1), shown(f"{item['subject']} {item['rule']}: {item['title']}"),
        "CONFIRMED" if is_settled else "TENTATIVE")
print(len(items), "items,", len(found), "events")
if reader == "calcurse":
    expected = {(event.first, event.summary): event._replace(status=None) for event in expected.values()}
    over = [event for name, event in found.items() if name not in expected]
    if len(over) != len(cancelled):
        problems.append(f"not on the list: {over}")
else:
    found = {name.rsplit("@", 1)[0]: event for name, event in found.items()}
    over = {name: event for name, event in found.items() if name not in expected}
    if set(over) != set(cancelled) or any(event.status != "CANCELLED" for event in over.values()):
        problems.append(f"not on the list: {over}")
for name, event in expected.items():
    if found.get(name) != event:
        problems.append(f"{name}: {found.get(name)} instead of {event}")
for problem in problems[:20]:
    print(problem)
sys.exit(1 if problems or not items else 0)
