#!/usr/bin/env python3
"""Writes the documents of an office into a folder, the same in every run.

usage: office_files.py FOLDER FILES OCTETS
"""
import io
import os
import random
import sys
import zipfile

TOPICS = [
    "incident service desk escalation priority restore resolve ticket",
    "change request approval rollback emergency advisory board release",
    "supplier contract evaluation performance agreement delivery",
    "backup restore recovery test continuity plan objective",
    "access right account review password authentication privilege",
    "internal audit programme auditor criteria nonconformity corrective action",
    "training competence record awareness employee course",
    "capacity demand forecast utilization threshold monitoring",
    "service level target report availability customer",
    "risk assessment treatment owner likelihood impact register",
]
FILLER = "the of and to in is for with by on at from are be shall may each when all this".split()


def words(noise, topic, count):
    own = TOPICS[topic].split()
    return [noise.choice(own) if noise.random() < 0.3 else noise.choice(FILLER) for _ in range(count)]


def paragraphs(noise, topic, octets):
    text, size = [], 0
    while size < octets:
        line = " ".join(words(noise, topic, 40)).capitalize() + "."
        text.append(line)
        size += len(line) + 1
    return text


def package(parts, noise, padding):
    """An office package with a picture in it, stored the same whenever it is made."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
        archive.writestr(zipfile.ZipInfo("media/image1.png", (2026, 1, 1, 0, 0, 0)), noise.randbytes(padding))
    return data.getvalue()


TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="png" ContentType="image/png"/><Override PartName="/{}" ContentType="{}"/></Types>'
)
RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="{}"/>'
    "</Relationships>"
)
OFFICE = "application/vnd.openxmlformats-officedocument."


def docx(noise, topic, octets):
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in paragraphs(noise, topic, 20_000))
    parts = {
        "[Content_Types].xml": TYPES.format("word/document.xml", OFFICE + "wordprocessingml.document.main+xml"),
        "_rels/.rels": RELATIONS.format("word/document.xml"),
        "word/document.xml": f'<?xml version="1.0"?><w:document xmlns:w="{w}"><w:body>{body}</w:body></w:document>',
    }
    return package(parts, noise, max(0, octets - 6_000))


def xlsx(noise, topic, octets):
    s = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    r = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    rows = "".join(
        f'<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>{line[:80]}</t></is></c><c r="B{n}"><v>{n}</v></c></row>'
        for n, line in enumerate(paragraphs(noise, topic, 15_000), 1)
    )
    parts = {
        "[Content_Types].xml": TYPES.format("xl/workbook.xml", OFFICE + "spreadsheetml.sheet.main+xml"),
        "_rels/.rels": RELATIONS.format("xl/workbook.xml"),
        "xl/workbook.xml": f'<?xml version="1.0"?><workbook xmlns="{s}" xmlns:r="{r}"><sheets>'
        '<sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": RELATIONS.format("worksheets/sheet1.xml").replace("officeDocument\"", "worksheet\""),
        "xl/worksheets/sheet1.xml": f'<?xml version="1.0"?><worksheet xmlns="{s}"><sheetData>{rows}</sheetData></worksheet>',
    }
    return package(parts, noise, max(0, octets - 5_000))


def text(noise, topic, octets):
    return ("\n\n".join(paragraphs(noise, topic, min(octets, 60_000))) + "\n").encode()


def main():
    folder, files, octets = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    noise = random.Random(1)
    # The text files, which are half of all, take 15,000 octets on average.
    office = octets // files * 2 - 15_000
    for number in range(files):
        topic = number % len(TOPICS)
        name = "-".join(TOPICS[topic].split()[:2])
        place = os.path.join(folder, f"area {number % 25:02}")
        os.makedirs(place, exist_ok=True)
        size = int(office * (0.5 + noise.random()))
        # Half are office files with pictures, the others plain text.
        kind = number // len(TOPICS) % 4
        data, ending = (
            (docx(noise, topic, size), "docx") if kind == 0
            else (xlsx(noise, topic, size), "xlsx") if kind == 1
            else (text(noise, topic, 20_000), "md") if kind == 2
            else (text(noise, topic, 10_000), "txt")
        )
        with open(os.path.join(place, f"{name}-{number:05}.{ending}"), "wb") as file:
            file.write(data)


main()
