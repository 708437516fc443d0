"""Works with the page of a bundle in Chromium as an auditor does, and says what does not go as it should.

    drive_page.py CHROMIUM DATA-FOLDER [PICTURES]

DATA-FOLDER is the folder `data` of an unpacked bundle; PICTURES is a folder for screenshots.
"""

import base64
import importlib.util
import json
import pathlib
import shutil
import sys
import tempfile
import time
import urllib.parse

import jsonschema

from chromium import Chromium

program, data = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
pictures = pathlib.Path(sys.argv[3]) if len(sys.argv) > 3 else None
axe = pathlib.Path(importlib.util.find_spec("axe_core_python").origin).parent / "axe.min.js"
downloads = pathlib.Path(tempfile.mkdtemp(prefix="dossier-downloads-"))
address = (data / "index.html").as_uri()
chromium = Chromium(program, str(downloads))
problems = []


def expect(what, found, wanted=True):
    if found != wanted:
        problems.append(f"{what}: {found!r} instead of {wanted!r}")


def value(expression):
    return chromium.evaluate(expression)


def text(selector):
    return value(f"document.querySelector({json.dumps(selector)}).textContent")


def visible(selector):
    return value(f"[...document.querySelectorAll({json.dumps(selector)})].filter(e => e.checkVisibility()).length")


def view():
    return value("document.getElementById('main').dataset.view")


def current():
    return value("document.querySelector('.at-hand')?.id.replace(/^[a-z]+-/, '') ?? null")


def press(*keys):
    for key in keys:
        chromium.press(key)


def search(words):
    press("/")
    expect("/ focuses the search", value("document.activeElement.id"), "search")
    chromium.type(words)


def exported():
    begin = len(chromium.events)
    press("Escape")
    chromium.click("#export")
    value("document.getElementById('export-auditor').value = ''")
    chromium.type("J. Lund")
    chromium.click("#export-dialog [type=submit]")
    chromium.event_since(begin, lambda message: message.get("method") == "Browser.downloadProgress"
                         and message["params"]["state"] == "completed", "a download")
    file = max(downloads.glob("*.json"), key=lambda each: each.stat().st_mtime)
    expect("the name of the export", file.name.startswith("findings"), True)
    return file


def choose_file(path):
    node = chromium.call("Runtime.evaluate", expression="document.getElementById('file')")["result"]["objectId"]
    chromium.call("DOM.setFileInputFiles", files=[str(path)], objectId=node)
    before = value("document.getElementById('told').textContent")
    for _ in range(100):
        said = value("document.getElementById('told').textContent")
        if said != before:
            return said
        time.sleep(0.05)
    return before


def picture(name):
    if not pictures:
        return
    shot = chromium.call("Page.captureScreenshot", format="png")["data"]
    (pictures / f"{name}.png").write_bytes(base64.b64decode(shot))


def judge_access(where):
    """axe-core: nothing serious or critical."""
    if not value("typeof axe === 'object'"):
        value(axe.read_text("utf-8") + "; true")
    found = value("axe.run(document, {resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']})"
                  ".then(r => r.violations.map(v => ({id: v.id, impact: v.impact, nodes: v.nodes.length,"
                  " html: v.nodes.slice(0, 3).map(n => n.html.slice(0, 160) + ' ' + (n.any[0]?.message ?? ''))})))")
    for each in found:
        if each["impact"] in ("serious", "critical"):
            problems.append(f"axe, {where}: {each}")
    return [f"{each['id']} ({each['impact']})" for each in found]


def opens():
    chromium.size(1280, 900)
    seconds = chromium.open(address)
    print(f"opened in {seconds:.2f} s")
    expect("the first part", view(), "not-ready")
    expect("storage works from file://", value("document.getElementById('warning').hidden"))
    expect("hostile titles run nothing", value("typeof window.hostile"), "undefined")
    expect("hostile titles make nothing", value("document.querySelectorAll('#by-evidence img, #by-evidence script').length"), 0)


def searches():
    total = value("document.querySelectorAll('#by-evidence > article').length")
    search("incident")
    expect("a search leads to a list", view(), "by-evidence")
    shown = visible("#by-evidence > article")
    expect("a search narrows", 0 < shown < total)
    expect("the count is told", text("#count").startswith(f"{shown:,} of {total:,} items, "))
    picture("search")
    press("Escape")
    expect("Esc clears", visible("#by-evidence > article"), total)
    search("nothing has these words")
    expect("nothing is found", visible("#by-evidence > article"), 0)
    expect("the empty list says so", visible("#by-evidence > .empty"), 1)
    picture("empty")
    press("Escape", "Escape")


def filters():
    for name in ("stale", "withheld", "open", "unseen"):
        chromium.click(f"[data-filter={name}]")
        told = int(text(f"[data-filter={name}] b").replace(",", ""))
        if name in ("stale", "withheld"):
            shown = value("document.querySelectorAll('#by-evidence > article[data-flags~=%s]:not([hidden])').length" % name)
            expect(f"filter {name}", shown, told)
            expect(f"filter {name} finds something", shown > 0)
        expect(f"filter {name} is pressed", value(f"document.querySelector('[data-filter={name}]').ariaPressed"), "true")
        chromium.click("#clear")
    expect("nothing is hidden after clearing", value("document.querySelectorAll('article[hidden], section.clause[hidden]').length"), 0)


def marks():
    chromium.click(".views a[href='#by-clause']")
    value("document.activeElement.blur(); scrollTo(0, 0)")
    press("j")
    first = current()
    press("j")
    second = current()
    expect("j goes on", first != second and first is not None)
    press("k")
    expect("k goes back", current(), first)
    press("a")
    expect("a accepts", value("document.querySelector('.at-hand').dataset.mark"), "accepted")
    press("j", "q", "n")
    expect("n opens the note", value("document.getElementById('note-dialog').open"))
    chromium.type("Ask for the <b>minutes</b> 🦊 שלום")
    chromium.click("#note-dialog [type=submit]")
    expect("the note is shown as text", text(".at-hand > .mine bdi"), "Ask for the <b>minutes</b> 🦊 שלום")
    press("e")
    press("j", "s")
    expect("s marks evidence", value("document.querySelector('#by-evidence .at-hand').dataset.mark"), "seen")
    press("s")
    expect("s again takes it back", value("document.querySelector('#by-evidence .at-hand').dataset.mark ?? null"), None)
    press("s")
    expect("progress", text("#progress").startswith("2 of "))
    return first, second


def findings(clause):
    press("c")
    value(f"document.getElementById('clause-{clause}').querySelector('[data-act=finding]').click()")
    expect("the clause is filled in", value("document.getElementById('finding-clause').value"), clause)
    chromium.click("#finding-dialog [type=submit]")
    expect("an empty finding is refused", text("#finding-dialog .error"), "Say what was found.")
    picture("finding")
    value("document.getElementById('finding-statement').focus()")
    chromium.type("No record of <the> drill")
    value("document.getElementById('finding-clause').value = '99.9'")
    chromium.click("#finding-dialog [type=submit]")
    expect("an unknown clause is refused", "no clause 99.9" in text("#finding-dialog .error"))
    value(f"document.getElementById('finding-clause').value = {json.dumps(clause)}")
    chromium.click("#finding-dialog [type=submit]")
    expect("the dialog is closed", value("document.getElementById('finding-dialog').open"), False)
    chromium.click(".views a[href='#my-findings']")
    expect("the finding is listed", text(".finding .statement"), "No record of <the> drill")
    picture("findings")


def dialogs():
    press("?")
    expect("? opens the help", value("document.getElementById('help-dialog').open"))
    expect("the focus is in the dialog", value("document.activeElement.closest('dialog')?.id ?? null"), "help-dialog")
    picture("help")
    press("Escape")
    expect("Esc closes it", value("document.getElementById('help-dialog').open"), False)


def beginnings():
    """What a file begins with is folded away beside it."""
    press("Escape", "e")
    value("location.hash = '#evidence-T-1'")
    value("new Promise(done => setTimeout(done, 100))")
    expect("what the file begins with is folded away", visible("#evidence-T-1 pre"), 0)
    expect("it is named", text("#evidence-T-1 details summary").startswith("All of T-1 "))
    chromium.click("#evidence-T-1 summary")
    expect("it opens", visible("#evidence-T-1 pre"), 1)
    expect("it is what the file says", text("#evidence-T-1 pre"), "line 1\n")
    picture("beginning")
    chromium.click("#evidence-T-1 summary")


def previews():
    seen = {}
    for ending in ("png", "md", "csv", "docx"):
        found = value(f"[...document.querySelectorAll('#by-evidence a.file')].find(a => a.href.endsWith('.{ending}'))?.closest('article').id ?? null")
        if not found:
            problems.append(f"no file .{ending} in the bundle")
            continue
        value(f"location.hash = {json.dumps('#' + found)}")
        value("new Promise(done => setTimeout(done, 100))")
        press("p")
        expect(f"p opens the preview of .{ending}", value("document.getElementById('preview-dialog').open"))
        value(f"[...document.querySelectorAll('.files-of button')].find(b => b.textContent.endsWith('.{ending}'))?.click()")
        value("new Promise(done => setTimeout(done, 300))")
        seen[ending] = value("document.querySelector('#preview-dialog .shown').firstElementChild.localName")
        if ending == "png":
            expect("the picture is shown", value("document.querySelector('.shown img')?.naturalWidth > 0"))
        if ending == "md":
            expect("the frame is closed in", value("document.querySelector('.shown iframe')?.getAttribute('sandbox')"), "")
        if ending == "csv":
            expect("the table has rows", value("document.querySelectorAll('.shown tr').length > 1"))
        picture(f"preview-{ending}")
        press("Escape")
        expect("Esc closes the preview", value("document.getElementById('preview-dialog').open"), False)
    expect("previews", seen, {"png": "img", "md": "iframe", "csv": "p", "docx": "p"})


def export_and_import(clause, question):
    file = exported()
    document = json.loads(file.read_text("utf-8"))
    schema = json.loads((data / "findings.schema.json").read_text("utf-8"))
    for fault in jsonschema.Draft202012Validator(schema).iter_errors(document):
        problems.append(f"the export does not keep to its schema: {fault.message}")
    expect("who exported", document["auditor"], "J. Lund")
    expect("marks", [each["mark"] for each in document["marks"]], ["accepted", "question", "seen"])
    expect("the note", document["marks"][1]["note"], "Ask for the <b>minutes</b> 🦊 שלום")
    expect("the finding", document["findings"][0]["clause"], clause)
    expect("its index", document["bundle"]["index"], value("document.documentElement.dataset.index"))
    chromium.reload()
    expect("a reload keeps the marks", value("document.querySelectorAll('[data-mark].clause').length"), 2)
    value("localStorage.clear()")
    chromium.reload()
    expect("without storage nothing is left", value("document.querySelectorAll('[data-mark]').length"), 0)
    said = choose_file(file)
    expect("import says so", said.startswith("Imported 3 marks and 1 findings"), True)
    expect("import brings the note back", text(f"[id=\"clause-{question}\"] > .mine bdi"), document["marks"][1]["note"])
    refuse_imports(document)


def unexported_work():
    """Whoever leaves with work that is in no file is asked; where the browser keeps nothing, the page says so."""
    press("c", "j", "s")
    marked = "document.querySelectorAll('[data-mark]').length"
    count = value(marked)
    chromium.dialogs.clear()
    chromium.reload()
    expect("leaving asks", [each["type"] for each in chromium.dialogs], ["beforeunload"])
    expect("the mark is kept all the same", value(marked), count)
    press("c", "j", "s")
    broken = chromium.call("Page.addScriptToEvaluateOnNewDocument",
                           source="Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }")
    chromium.reload()
    press("c", "j", "q")
    expect("a browser that keeps nothing is told of", visible("#warning"), 1)
    picture("nothing-is-kept")
    expect("marks work all the same", value("document.querySelector('.at-hand').dataset.mark"), "question")
    chromium.call("Page.removeScriptToEvaluateOnNewDocument", identifier=broken["identifier"])
    chromium.reload()


def refuse_imports(document):
    def altered(**changes):
        return json.dumps({**document, **changes})

    mark = document["marks"][0]
    strangers = {
        "no JSON": "{",
        "a list": "[]",
        "another kind": altered(kind="x"),
        "a later format": altered(format=2),
        "another bundle": altered(bundle={**document["bundle"], "index": "0" * 64}),
        "an unknown clause": altered(marks=[{**mark, "ref": "99.9"}]),
        "an unknown mark": altered(marks=[{**mark, "mark": "__proto__"}]),
        "a long note": altered(marks=[{**mark, "note": "x" * 4001}]),
        "marks that are none": altered(marks=[None]),
        "a finding without statement": altered(findings=[{**document["findings"][0], "statement": " "[1:]}]),
        "a list for a name": altered(auditor=["x"]),
        "deep nesting": "[" * 100000,
    }
    for name, content in strangers.items():
        (downloads / "stranger.json").write_text(content, "utf-8")
        value("document.getElementById('told').textContent = ''")
        said = choose_file(downloads / "stranger.json")
        expect(f"refused: {name}", said.startswith("stranger.json was not imported. "))
    expect("nothing changed", value("document.querySelectorAll('[data-mark].clause').length"), 2)


def looks():
    for scheme in ("light", "dark"):
        chromium.media(scheme=scheme)
        for part in ("not-ready", "by-clause", "by-evidence", "my-findings", "check"):
            value(f"document.querySelector('.views a[href=\"#{part}\"]').click()")
            picture(f"{scheme}-{part}")
            print(f"axe, {scheme}, {part}: {judge_access(f'{scheme}, {part}') or 'nothing'}")
        for dialog in ("note", "finding", "export", "preview", "help"):
            value(f"document.getElementById('{dialog}-dialog').showModal()")
            judge_access(f"{scheme}, {dialog} dialog")
            value(f"document.getElementById('{dialog}-dialog').close()")
    chromium.media()
    chromium.size(390, 844)
    for part in ("not-ready", "by-clause", "by-evidence"):
        value(f"document.querySelector('.views a[href=\"#{part}\"]').click()")
        expect(f"no sideways scrolling, {part}", value("document.documentElement.scrollWidth <= innerWidth"))
        picture(f"narrow-{part}")
    judge_access("narrow")
    chromium.size(1280, 900)


def prints():
    chromium.media(medium="print")
    for selector in ("#bar", ".marks", ".tree", "#no-findings"):
        expect(f"{selector} is not printed", visible(selector), 0)
    # Which clause is next depends on how far the browser has scrolled back after a reload.
    marked = value("document.querySelectorAll('.clause[data-mark], article[data-mark]').length")
    expect("there are marks", marked > 0)
    expect("marks are printed", visible("p.mine"), marked)
    expect("the finding is printed", visible(".finding"), 1)
    for part in ("#not-ready", "#by-clause", "#by-evidence", "#check"):
        expect(f"{part} is printed", visible(part), 1)
    picture("print")
    value("document.querySelector('[data-filter=stale]').click()")
    expect("a print says that it is narrowed", visible("#count"), 1)
    expect("a narrowed print has no buttons", visible("#bar button"), 0)
    expect("a narrowed print has what was chosen", visible("#by-evidence > article"), int(text("[data-filter=stale] b")))
    picture("print-narrowed")
    value("document.getElementById('clear').click()")
    chromium.media()
    pdf = base64.b64decode(chromium.call("Page.printToPDF")["data"])
    expect("it prints", pdf[:5], b"%PDF-")
    if pictures:
        (pictures / "print.pdf").write_bytes(pdf)


def reads_without_script():
    chromium.call("Emulation.setScriptExecutionDisabled", value=True)
    chromium.open_without_frames(address)
    tree = chromium.call("DOMSnapshot.captureSnapshot", computedStyles=["display", "visibility"])
    expect("the page is whole without a script", len(tree["strings"]) > 50)
    picture("without-script")
    names = [node["name"]["value"] for node in chromium.call("Accessibility.getFullAXTree")["nodes"]
             if not node["ignored"] and node.get("name", {}).get("value")
             and node["role"]["value"] in ("heading", "button", "searchbox")]
    for wanted in ("What is not ready", "By clause", "By evidence", "How to check this bundle"):
        expect(f"{wanted} can be read without a script", wanted in names)
    for tool in ("Seen", "Raise a finding", "My findings", "Search"):
        expect(f"{tool} is not there without a script", tool in names, False)
    chromium.call("Emulation.setScriptExecutionDisabled", value=False)


def stayed_at_home():
    """No request left the bundle, nothing was said in the console, and the policy was never broken."""
    home = data.parent.as_uri()
    for event in chromium.events:
        name, facts = event["method"], event["params"]
        if name == "Network.requestWillBeSent":
            asked = facts["request"]["url"]
            if not asked.startswith((home + "/", "blob:", "data:", "about:")):
                problems.append(f"a request to {urllib.parse.unquote(asked)}")
        if name == "Runtime.exceptionThrown":
            problems.append(f"an exception: {facts['exceptionDetails'].get('exception', facts)}")
        if name == "Runtime.consoleAPICalled" or name == "Log.entryAdded":
            problems.append(f"in the console: {facts}")


try:
    opens()
    searches()
    filters()
    first, second = marks()
    findings(first)
    dialogs()
    beginnings()
    previews()
    export_and_import(first, second)
    unexported_work()
    looks()
    prints()
    reads_without_script()
    stayed_at_home()
finally:
    chromium.close()
    shutil.rmtree(downloads)
for problem in problems:
    print(problem)
print(f"{len(chromium.events)} events, {len(problems)} problems")
sys.exit(1 if problems else 0)
