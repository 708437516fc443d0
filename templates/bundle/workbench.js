"use strict";
// The workbench of an evidence bundle's page: search, filters, marks, notes and findings of an auditor.
// All it knows it reads from the page; what the auditor writes stays in this browser until it is exported.
(() => {
  const marks = ["seen", "accepted", "question"];
  const grades = ["major", "minor", "opportunity", "observation", "area-of-concern"];
  const limits = { file: 16 << 20, text: 4000, name: 200, findings: 10000 };
  const page = document.documentElement;
  const bundle = {
    index: page.dataset.index,
    standard: page.dataset.standard,
    journal: { sequence: Number(page.dataset.sequence), hash: page.dataset.journal },
  };
  const storageName = "dossier-findings-" + bundle.index;
  const byID = (id) => document.getElementById(id);

  page.classList.add("js");
  document.addEventListener("DOMContentLoaded", start);

  // What can be marked: the clauses with requirements and the items of evidence, by "clause 8.6.1".
  const subjects = new Map();
  const subjectOf = new Map();
  let clauses = [];
  let evidence = [];
  let headings = [];
  let unread = [];
  let isRelated = false;
  let byAnchor = new Map();
  let current = null;

  // What the auditor did: marks by subject, findings, and whether all of it is in a file.
  let work = emptyWork();
  let isKept = true;

  function emptyWork() {
    return { marks: new Map(), findings: [], auditor: "", id: null, isExported: true };
  }

  // ---- Reading the page

  // Lower case and without accents, so that "muller" finds Müller.
  function folded(text) {
    const plain = /[^\x00-\xbf\u2000-\u206f]/.test(text) ? text.normalize("NFKD").replace(/\p{M}/gu, "") : text;
    return plain.toLowerCase();
  }

  // What a search looks through: the texts of an element, without the heads of its tables and the beginnings of files.
  function haystack(element) {
    const texts = [];
    for (let child = element.firstElementChild; child; child = child.nextElementSibling) {
      if (child.tBodies) texts.push(child.tBodies[0].textContent);
      else if (child.localName !== "pre" && child.localName !== "details") texts.push(child.textContent);
    }
    return folded(texts.join("\n"));
  }

  // Anchors are written so that the name can be read from them: "evidence-A_20B" is the item "A B".
  const refOf = (element) => decodeURIComponent(element.id.slice(element.id.indexOf("-") + 1).replaceAll("_", "%"));

  function entry(kind, element) {
    const ref = refOf(element);
    const flags = element.getAttribute("data-flags")?.split(" ") ?? [];
    return { kind, element, ref, key: kind + " " + ref, flags, text: null, related: [], shows: true, isDrawn: false };
  }

  function readPage() {
    const sections = [...document.querySelectorAll("section.clause")];
    const all = sections.map((section) => entry("clause", section));
    headings = all.filter((each) => each.element.classList.contains("heading"));
    clauses = all.filter((each) => !each.element.classList.contains("heading"));
    evidence = [...document.querySelectorAll("#by-evidence > article")].map((each) => entry("evidence", each));
    for (const each of [...all, ...evidence]) subjectOf.set(each.element, each);
    for (const each of [...clauses, ...evidence]) subjects.set(each.key, each);
    readTree(all);
    byAnchor = new Map(all.map((each) => ["#" + each.element.id, each]));
    unread = [...all, ...evidence];
  }

  // The clauses that an item is linked to, and the other way round; in one pass, because a query an item takes seconds.
  function relate() {
    for (const link of document.querySelectorAll("#by-evidence .clauses a")) {
      const [item, clause] = [subjectOf.get(link.closest("article")), byAnchor.get(link.getAttribute("href"))];
      if (!item || !clause) continue;
      item.related.push(clause);
      clause.related.push(item);
    }
  }

  // Thousands of items are read while nobody waits, or when they are needed.
  function readSome(until) {
    if (!isRelated) relate();
    isRelated = true;
    for (; unread.length > 0 && performance.now() < until; unread.pop()) unread.at(-1).text = haystack(unread.at(-1).element);
    if (unread.length > 0) setTimeout(() => readSome(performance.now() + 8), 8);
  }

  function readTree(all) {
    const rows = new Map();
    for (const link of document.querySelectorAll(".jumps a")) rows.set(link.getAttribute("href"), link.parentElement);
    for (const each of all) each.row = rows.get("#" + each.element.id);
  }

  // The buttons of an entry, made when it comes near the window; what its files begin with is folded away then.
  function toolsOf(each) {
    if (each.tools) return each.tools;
    each.tools = byID("mark-tools").content.firstElementChild.cloneNode(true);
    each.tools.setAttribute("aria-label", "My mark on " + each.ref);
    if (!each.element.querySelector("a.file")) each.tools.lastElementChild.remove();
    each.element.firstElementChild.after(each.tools);
    for (const excerpt of each.element.querySelectorAll(":scope > pre")) fold(excerpt);
    return each.tools;
  }

  // A browser makes a whole tree for each of these, so they are made for what is looked at.
  function fold(excerpt) {
    const fold = make("details");
    fold.append(named(make("summary"), excerpt));
    excerpt.replaceWith(fold);
    fold.append(excerpt);
  }

  const watched = new Set();
  const watch = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      toolsOf(subjectOf.get(target));
      watch.unobserve(target);
    }
  }, { rootMargin: "800px" });

  // What is in a part that was never shown cannot come into sight.
  function addToolsInSight(part) {
    if (!isList(part) || watched.has(part)) return;
    watched.add(part);
    for (const each of part === "by-clause" ? clauses : evidence) watch.observe(each.element);
  }

  // ---- Search and filters

  const filters = new Map([
    ["changed", (each) => each.flags.includes("changed")],
    ["stale", (each) => each.flags.includes("stale")],
    ["withheld", (each) => each.flags.includes("withheld")],
    ["open", (each) => each.flags.includes("open")],
    ["question", (each) => markOf(each) === "question"],
    ["unseen", (each) => markOf(each) === undefined],
  ]);

  const markOf = (each) => work.marks.get(each.key)?.mark;
  const pressed = () => [...document.querySelectorAll("[data-filter][aria-pressed=true]")].map((b) => b.dataset.filter);
  const words = () => folded(byID("search").value).split(/\s+/).filter(Boolean);

  // A clause passes for the sake of its evidence too, and evidence for the sake of its clauses; but what was looked at
  // is said of each by itself.
  function passes(each, name) {
    const holds = filters.get(name);
    return holds(each) || (name !== "unseen" && each.related.some(holds));
  }

  function matches(each, sought, chosen) {
    return sought.every((word) => each.text.includes(word)) && chosen.every((name) => passes(each, name));
  }

  function show(each, shows) {
    if (each.shows === shows) return;
    each.shows = shows;
    each.element.hidden = !shows;
    if (each.row) each.row.hidden = !shows;
  }

  function apply() {
    const [sought, chosen] = [words(), pressed()];
    const isNarrowed = sought.length + chosen.length > 0;
    if (isNarrowed) readSome(Infinity);
    for (const each of clauses) show(each, matches(each, sought, chosen));
    for (const each of evidence) show(each, matches(each, sought, chosen));
    showHeadings(isNarrowed, sought, chosen);
    tell(isNarrowed);
  }

  // A heading shows what it heads; its own texts when it is found itself.
  function showHeadings(isNarrowed, sought, chosen) {
    const shown = clauses.filter((each) => each.shows).map((each) => each.ref);
    for (const heading of headings) {
      const isFound = chosen.length === 0 && matches(heading, sought, chosen);
      const heads = shown.some((ref) => ref.startsWith(heading.ref + "."));
      show(heading, !isNarrowed || isFound || heads);
      heading.element.classList.toggle("context", isNarrowed && !isFound);
    }
  }

  const number = (value) => value.toLocaleString("en");

  function tell(isNarrowed) {
    const [items, found] = [evidence.filter((each) => each.shows).length, clauses.filter((each) => each.shows).length];
    byID("count").textContent = isNarrowed
      ? `${number(items)} of ${number(evidence.length)} items, ${number(found)} of ${number(clauses.length)} clauses`
      : `${number(evidence.length)} items, ${number(clauses.length)} clauses`;
    byID("evidence-shown").textContent = isNarrowed ? number(items) : "";
    byID("clauses-shown").textContent = isNarrowed ? number(found) : "";
    byID("clear").hidden = !isNarrowed;
    document.querySelector("#by-clause > .empty").hidden = found > 0;
    document.querySelector("#by-evidence > .empty").hidden = items > 0;
    page.classList.toggle("narrowed", isNarrowed);
  }

  function countFilters() {
    for (const button of document.querySelectorAll("[data-filter]")) {
      const name = button.dataset.filter;
      const among = name === "open" ? clauses : name === "question" || name === "unseen" ? [...clauses, ...evidence] : evidence;
      button.querySelector("b").textContent = number(among.filter(filters.get(name)).length);
    }
  }

  // What was sought must be seen: from a part without a list to the list that has something.
  function narrow() {
    apply();
    if (isList(view()) || !page.classList.contains("narrowed")) return;
    setView(evidence.some((each) => each.shows) ? "by-evidence" : "by-clause");
  }

  function clear() {
    byID("search").value = "";
    for (const button of document.querySelectorAll("[data-filter]")) button.setAttribute("aria-pressed", "false");
    apply();
  }

  function toggleFilter(button) {
    button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
    narrow();
  }

  // ---- Parts of the page

  const view = () => byID("main").dataset.view;
  const isList = (name) => name === "by-clause" || name === "by-evidence";
  const listed = () => (view() === "by-clause" ? clauses : evidence).filter((each) => each.shows);

  function setView(name) {
    byID("main").dataset.view = name;
    addToolsInSight(name);
    for (const link of document.querySelectorAll(".views a")) {
      if (link.hash === "#" + name) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }

  // Follows an address inside the page: to its part and, where a filter hides it, past the filter.
  function follow(anchor) {
    const target = anchor && byID(anchor);
    const section = target?.closest("main > section");
    if (!section) return false;
    setView(section.classList.contains("overview") ? "not-ready" : section.id);
    if (target.hidden) clear();
    const each = subjectOf.get(target);
    if (each && subjects.has(each.key)) choose(each);
    return target;
  }

  function followLink(event, link) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    const target = follow(decodeURIComponent(link.hash.slice(1)));
    if (!target) return;
    event.preventDefault();
    if (location.hash !== link.hash) history.pushState(null, "", link.hash);
    arrive(target);
  }

  function arrive(target) {
    const part = target.closest("main > section");
    if (target === part) return window.scrollTo({ top: Math.min(scrollY, document.querySelector("header").offsetHeight) });
    target.scrollIntoView({ block: "start" });
    const heading = target.firstElementChild;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }

  function followAddress() {
    const target = follow(decodeURIComponent(location.hash.slice(1)));
    if (target) arrive(target);
  }

  // ---- The clause or item at hand

  function choose(each) {
    if (current === each) return;
    toolsOf(each);
    current?.element.classList.remove("at-hand");
    current = each;
    current.element.classList.add("at-hand");
  }

  function step(direction) {
    if (!isList(view())) setView("by-clause");
    const list = listed();
    if (list.length === 0) return;
    const at = list.indexOf(current);
    const next = at < 0 ? list[direction > 0 ? nearest(list) : 0] : list[Math.min(Math.max(at + direction, 0), list.length - 1)];
    choose(next);
    arrive(next.element);
  }

  // The first one that is not above the window.
  function nearest(list) {
    const top = byID("bar").getBoundingClientRect().bottom;
    return Math.max(0, list.findIndex((each) => each.element.getBoundingClientRect().bottom > top));
  }

  function atHand() {
    if (current?.shows && isList(view()) && listed().includes(current)) return current;
    say("First go to a clause or an item: j and k, or click on it.");
    return null;
  }

  // ---- Marks and notes

  function toggleMark(each, mark) {
    const old = work.marks.get(each.key);
    if (old?.mark !== mark) work.marks.set(each.key, { mark, note: old?.note ?? "" });
    else if (old.note) return say("There is a note on it; empty the note to take the mark back.");
    else work.marks.delete(each.key);
    changed(each);
    say(`${each.ref}: ${work.marks.get(each.key)?.mark ?? "no mark"}`);
  }

  function keepNote(each, text) {
    const old = work.marks.get(each.key);
    if (!old && !text) return;
    work.marks.set(each.key, { mark: old?.mark ?? "seen", note: text });
    changed(each);
    say(`Note on ${each.ref} kept.`);
  }

  function changed(each) {
    work.isExported = false;
    keep();
    if (each) draw(each);
    drawProgress();
    if (pressed().some((name) => name === "question" || name === "unseen") && each !== current) apply();
  }

  function draw(each) {
    const { mark, note } = work.marks.get(each.key) ?? {};
    for (const button of toolsOf(each).querySelectorAll("[aria-pressed]")) {
      button.setAttribute("aria-pressed", String(button.dataset.act === mark));
    }
    each.isDrawn = mark !== undefined;
    setOrRemove(each.element, mark);
    if (each.row) setOrRemove(each.row, mark);
    each.element.querySelector(":scope > .mine")?.remove();
    if (mark) each.tools.after(ownWords(mark, note));
  }

  function setOrRemove(element, mark) {
    if (mark) element.dataset.mark = mark;
    else delete element.dataset.mark;
  }

  function ownWords(mark, note) {
    const line = make("p", "", note ? "mine noted" : "mine");
    line.append(make("b", "My mark: " + mark), note ? " " : "", note ? make("bdi", note) : "");
    return line;
  }

  function make(name, text = "", className = "") {
    const element = document.createElement(name);
    if (text) element.textContent = text;
    if (className) element.className = className;
    return element;
  }

  function drawProgress() {
    const done = (list) => list.filter((each) => work.marks.has(each.key)).length;
    const exported = work.isExported ? "" : ", not exported yet";
    const findings = `${number(work.findings.length)} ${work.findings.length === 1 ? "finding" : "findings"}`;
    byID("progress").textContent =
      `${number(done(clauses))} of ${number(clauses.length)} clauses and ${number(done(evidence))} of ` +
      `${number(evidence.length)} items looked at, ${findings}${exported}`;
    countFilters();
  }

  function drawAll() {
    for (const each of subjects.values()) if (each.isDrawn || work.marks.has(each.key)) draw(each);
    drawFindings();
    drawProgress();
    apply();
  }

  function say(text) {
    byID("told").textContent = text;
  }

  // ---- Findings

  function drawFindings() {
    byID("findings").replaceChildren(...work.findings.map(findingRow));
    byID("no-findings").hidden = work.findings.length > 0;
    byID("findings-shown").textContent = work.findings.length ? number(work.findings.length) : "";
    page.classList.toggle("has-findings", work.findings.length > 0);
  }

  function findingRow(finding) {
    const row = make("li", "", "finding");
    row.value = finding.number;
    const head = make("p");
    head.append(make("b", finding.grade.replaceAll("-", " ")), " on ", linkTo("clause", finding.clause));
    const rests = make("p", "", "quiet");
    rests.append(finding.evidence.length ? "Evidence: " : "");
    for (const id of finding.evidence) rests.append(linkTo("evidence", id), " ");
    row.append(head, make("p", finding.statement, "statement"), rests, findingButtons(finding));
    return row;
  }

  function linkTo(kind, ref) {
    const link = make("a", ref);
    link.href = "#" + subjects.get(kind + " " + ref).element.id;
    return link;
  }

  function findingButtons(finding) {
    const buttons = make("p", "", "buttons tool");
    const [edit, remove] = [make("button", "Edit"), make("button", "Remove")];
    for (const button of [edit, remove]) {
      button.type = "button";
      button.setAttribute("aria-label", `${button.textContent} finding ${finding.number}`);
    }
    edit.addEventListener("click", () => openFinding(finding));
    remove.addEventListener("click", () => removeFinding(finding));
    buttons.append(edit, remove);
    return buttons;
  }

  function removeFinding(finding) {
    if (!confirm(`Remove finding ${finding.number}?`)) return;
    work.findings = work.findings.filter((each) => each !== finding);
    changed();
    drawFindings();
    say(`Finding ${finding.number} removed.`);
  }

  let editedFinding = null;

  function openFinding(finding, about) {
    editedFinding = finding;
    byID("finding-title").textContent = finding ? `Finding ${finding.number}` : "New finding";
    byID("finding-grade").value = finding?.grade ?? "minor";
    byID("finding-clause").value = finding?.clause ?? clauseFor(about);
    byID("finding-statement").value = finding?.statement ?? "";
    byID("finding-evidence").value = finding?.evidence.join(" ") ?? (about?.kind === "evidence" ? about.ref : "");
    open("finding-dialog", byID("finding-clause").value ? "finding-statement" : "finding-clause");
  }

  function clauseFor(about) {
    readSome(Infinity);
    if (about?.kind === "clause") return about.ref;
    return about?.related.find((each) => subjects.has(each.key))?.ref ?? "";
  }

  function typedFinding() {
    return {
      number: editedFinding?.number ?? 1 + Math.max(0, ...work.findings.map((each) => each.number)),
      grade: byID("finding-grade").value,
      clause: byID("finding-clause").value.trim(),
      standard: bundle.standard,
      statement: byID("finding-statement").value.trim(),
      evidence: [...new Set(byID("finding-evidence").value.split(/[\s,;]+/).filter(Boolean))],
    };
  }

  function keepFinding(dialog) {
    const finding = typedFinding();
    const fault = findingFault(finding);
    if (fault) return refuse(dialog, fault);
    const others = work.findings.filter((each) => each.number !== finding.number);
    work.findings = [...others, finding].sort((one, other) => one.number - other.number);
    dialog.close();
    changed();
    drawFindings();
    say(`Finding ${finding.number} kept.`);
  }

  function findingFault(finding) {
    if (!grades.includes(finding.grade)) return "That grade is not one of those that are known.";
    if (!subjects.has("clause " + finding.clause)) {
      return finding.clause ? `This bundle has no clause ${finding.clause} with requirements.` : "Say which clause it is about.";
    }
    if (!finding.statement) return "Say what was found.";
    if ([...finding.statement].length > limits.text) return `The statement is longer than ${limits.text} characters.`;
    const unknown = finding.evidence.find((id) => !subjects.has("evidence " + id));
    return unknown === undefined ? null : `This bundle has no evidence ${unknown}.`;
  }

  // ---- Keeping, exporting and importing

  function asDocument(exported) {
    const known = [...clauses, ...evidence].filter((each) => work.marks.has(each.key));
    return {
      format: 1,
      kind: "dossier-findings",
      bundle: { index: bundle.index, id: work.id, journal: bundle.journal },
      auditor: work.auditor,
      exported,
      marks: known.map((each) => ({ subject: each.kind, ref: each.ref, ...work.marks.get(each.key) })),
      findings: work.findings,
    };
  }

  const now = () => new Date().toISOString().slice(0, 19) + "Z";

  function keep() {
    try {
      localStorage.setItem(storageName, JSON.stringify({ ...asDocument(now()), isExported: work.isExported }));
      isKept = true;
    } catch {
      isKept = false;
    }
    warnWhereNothingIsKept();
  }

  function warnWhereNothingIsKept() {
    byID("warning").hidden = isKept;
    byID("warning").textContent = isKept
      ? ""
      : "This browser keeps nothing for this page: your marks and findings are lost when it is closed. Export them before.";
  }

  // Other pages on this computer may have written there too, so it is read like a stranger's file.
  function readKept() {
    try {
      const text = localStorage.getItem(storageName);
      if (text === null) return probe();
      const kept = JSON.parse(text);
      if (documentFault(kept) === null) work = { ...asWork(kept), isExported: kept.isExported === true };
    } catch {
      isKept = false;
    }
    warnWhereNothingIsKept();
  }

  function probe() {
    localStorage.setItem(storageName + "-probe", "");
    localStorage.removeItem(storageName + "-probe");
  }

  function asWork(kept) {
    const marked = kept.marks.map((each) => [each.subject + " " + each.ref, { mark: each.mark, note: each.note ?? "" }]);
    const findings = kept.findings.map(({ number, grade, clause, standard, statement, evidence }) =>
      ({ number, grade, clause, standard, statement, evidence }));
    return { marks: new Map(marked), findings, auditor: kept.auditor, id: kept.bundle.id ?? null, isExported: true };
  }

  const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
  const isText = (value, limit) => typeof value === "string" && [...value].length <= limit;

  // The whole identifier, its first 16 digits, or nothing.
  const isIdentifier = (id) => isText(id, 64) && /^([0-9a-f]{16}|[0-9a-f]{64})?$/.test(id);

  // Why a document cannot be taken in, as a sentence; null where it can.
  function documentFault(document) {
    if (!isObject(document) || document.kind !== "dossier-findings") return "This is not a file of findings.";
    if (document.format !== 1) return "This file was written by a later version of the page.";
    if (!isObject(document.bundle) || document.bundle.index !== bundle.index) return "This file belongs to another bundle.";
    if (!isText(document.auditor, limits.name)) return "The file does not say who wrote it.";
    if (!isIdentifier(document.bundle.id ?? "")) return "The bundle’s identifier in the file is none.";
    if (!Array.isArray(document.marks) || !Array.isArray(document.findings)) return "The file has no lists of marks and findings.";
    if (document.marks.length > subjects.size || document.findings.length > limits.findings) return "The file is too long.";
    return firstFault(document.marks, "Mark", markFault) ?? firstFault(document.findings, "Finding", importedFindingFault) ?? sameNumber(document.findings);
  }

  function firstFault(list, name, fault) {
    for (const [at, each] of list.entries()) {
      const found = isObject(each) ? fault(each) : "It is not written as such.";
      if (found) return `${name} ${at + 1} of the file cannot be taken in. ${found}`;
    }
    return null;
  }

  function markFault(each) {
    if (!subjects.has(each.subject + " " + each.ref)) return "It names something that this bundle does not have.";
    if (!marks.includes(each.mark)) return "It is none of seen, accepted and question.";
    return isText(each.note ?? "", limits.text) ? null : "Its note is too long.";
  }

  function importedFindingFault(each) {
    const areTexts = Array.isArray(each.evidence) && [each.clause, each.statement, ...each.evidence].every((text) => isText(text, limits.text));
    if (!areTexts || !Number.isSafeInteger(each.number) || each.number < 1) return "It is not written as such.";
    if (each.standard !== bundle.standard) return "It is about another standard.";
    return findingFault(each);
  }

  function sameNumber(findings) {
    const isUnique = new Set(findings.map((each) => each.number)).size === findings.length;
    return isUnique ? null : "Two findings of the file have the same number.";
  }

  function openExport() {
    byID("export-auditor").value = work.auditor;
    byID("export-id").value = work.id ?? "";
    byID("export-contents").textContent = `${number(work.marks.size)} marks and ${number(work.findings.length)} findings go into the file.`;
    open("export-dialog", "export-auditor");
  }

  function exportFile(dialog) {
    const auditor = byID("export-auditor").value.trim();
    const id = byID("export-id").value.replaceAll(/\s/g, "").toLowerCase();
    if (!auditor) return refuse(dialog, "Say who you are: the organization must know whose findings these are.");
    if (!isIdentifier(id)) return refuse(dialog, "The identifier has 16 or 64 digits, 0 to 9 and a to f.");
    [work.auditor, work.id] = [auditor, id || null];
    save("findings.json", JSON.stringify(asDocument(now()), null, 2) + "\n");
    work.isExported = true;
    dialog.close();
    keep();
    drawProgress();
    say("findings.json was saved where your browser keeps downloads. Send it to the organization.");
  }

  function save(name, text) {
    const link = make("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  async function importFile(file) {
    const fault = file.size > limits.file ? "It is larger than 16 MiB." : await takeIn(file);
    if (!fault) return;
    say(`${file.name} was not imported. ${fault}`);
  }

  async function takeIn(file) {
    const read = parsed(await file.text());
    if (read === undefined) return "It is not JSON.";
    const fault = documentFault(read);
    if (fault) return fault;
    const taken = asWork(read);
    const added = merge(taken);
    say(`Imported ${number(taken.marks.size)} marks and ${number(added)} findings of ${taken.auditor || "an unnamed auditor"}.`);
    return null;
  }

  function parsed(text) {
    try {
      return JSON.parse(text);
    } catch {
      return undefined;
    }
  }

  // Marks of the file go before those here; findings that are here already are not taken twice.
  function merge(taken) {
    const wasEmpty = work.marks.size + work.findings.length === 0;
    for (const [key, mark] of taken.marks) work.marks.set(key, mark);
    const isHere = (one) => work.findings.some((other) => sameFinding(one, other));
    const fresh = taken.findings.filter((each) => !isHere(each));
    let next = 1 + Math.max(0, ...work.findings.map((each) => each.number));
    const isTaken = (finding) => work.findings.some((each) => each.number === finding.number);
    for (const each of fresh) work.findings.push(isTaken(each) ? { ...each, number: next++ } : each);
    work.findings.sort((one, other) => one.number - other.number);
    work.auditor ||= taken.auditor;
    work.id ??= taken.id;
    work.isExported = wasEmpty;
    keep();
    drawAll();
    return fresh.length;
  }

  function sameFinding(one, other) {
    return one.grade === other.grade && one.clause === other.clause && one.statement === other.statement;
  }

  // ---- Previews

  const images = /\.(png|jpe?g|gif|webp)$/i;
  const framed = /\.(txt|log|md|json)$/i;
  let excerpts = null;

  function excerptOf(address) {
    excerpts ??= new Map([...document.querySelectorAll("#by-evidence pre")].map((each) => [addressOf(each), each]));
    return excerpts.get(address);
  }

  // The link to a file stands in the line above what the file begins with.
  const lineAbove = (excerpt) => (excerpt.closest("details") ?? excerpt).previousElementSibling;
  const addressOf = (excerpt) => lineAbove(excerpt).querySelector("a.file").getAttribute("href");

  function named(element, excerpt) {
    const name = lineAbove(excerpt).firstElementChild.textContent;
    element.append(excerpt.className === "whole" ? "All of " : "The beginning of ", make("bdi", name));
    return element;
  }

  function openPreview(each) {
    const links = [...new Map([...each.element.querySelectorAll("a.file")].map((link) => [link.getAttribute("href"), link])).values()];
    if (links.length === 0) return say(`${each.ref} has no file in this bundle.`);
    const buttons = links.map((link) => previewButton(link));
    document.querySelector(".files-of").replaceChildren(...(buttons.length > 1 ? buttons : []));
    open("preview-dialog", null);
    previewFile(links[0], buttons[0]);
  }

  function previewButton(link) {
    const button = make("button", link.textContent);
    button.type = "button";
    button.addEventListener("click", () => previewFile(link, button));
    return button;
  }

  function previewFile(link, button) {
    for (const other of document.querySelectorAll(".files-of button")) other.setAttribute("aria-pressed", String(other === button));
    const address = link.getAttribute("href");
    byID("preview-title").textContent = link.textContent;
    byID("preview-open").setAttribute("href", address);
    document.querySelector("#preview-dialog .shown").replaceChildren(...shown(address, link.textContent));
  }

  function shown(address, name) {
    const excerpt = excerptOf(address);
    if (images.test(address)) return [picture(address, name)];
    if (/\.(csv|tsv)$/i.test(address) && excerpt) return [remark(excerpt), table(excerpt.textContent, address)];
    if (framed.test(address)) return [frame(address, name)];
    if (excerpt) return [remark(excerpt), make("pre", excerpt.textContent)];
    return [make("p", "There is no preview of this kind of file. Open it instead.")];
  }

  const remark = (excerpt) => named(make("p", "", "quiet"), excerpt);

  function picture(address, name) {
    const image = make("img");
    image.alt = name;
    image.addEventListener("error", () => image.replaceWith(make("p", "This picture cannot be shown. Open the file instead.")));
    image.src = address;
    return image;
  }

  // Nothing in the frame may run, open or lead anywhere.
  function frame(address, name) {
    const frame = make("iframe");
    frame.setAttribute("sandbox", "");
    frame.title = name;
    frame.src = address;
    return frame;
  }

  function table(text, address) {
    const separator = /\.tsv$/i.test(address) ? "\t" : text.split("\n", 1)[0].split(";").length > text.split("\n", 1)[0].split(",").length ? ";" : ",";
    const table = make("table", "", "sheet");
    for (const [at, cells] of rows(text, separator).entries()) {
      const row = table.insertRow();
      for (const cell of cells) row.append(make(at === 0 ? "th" : "td", cell));
    }
    return table;
  }

  // Rows by RFC 4180, as far as the excerpt goes.
  function rows(text, separator) {
    const [found, row] = [[], { cells: [], cell: "" }];
    const endCell = () => { row.cells.push(row.cell); row.cell = ""; };
    const endRow = () => { endCell(); found.push(row.cells); row.cells = []; };
    let isQuoted = false;
    for (let at = 0; at < text.length; at++) {
      const sign = text[at];
      if (isQuoted && sign === '"' && text[at + 1] === '"') { row.cell += sign; at++; }
      else if (sign === '"') isQuoted = !isQuoted;
      else if (!isQuoted && sign === separator) endCell();
      else if (!isQuoted && sign === "\n") endRow();
      else row.cell += sign;
    }
    if (row.cell || row.cells.length) endRow();
    return found;
  }

  // ---- Dialogs

  function open(id, focused) {
    const dialog = byID(id);
    dialog.querySelector(".error")?.replaceChildren();
    dialog.showModal();
    if (focused) byID(focused).focus();
  }

  function refuse(dialog, fault) {
    dialog.querySelector(".error").textContent = fault;
  }

  let noted = null;

  function openNote(each) {
    noted = each;
    byID("note-subject").textContent = each.ref;
    byID("note-text").value = work.marks.get(each.key)?.note ?? "";
    open("note-dialog", "note-text");
  }

  const submissions = {
    "note-dialog": (dialog) => { dialog.close(); keepNote(noted, byID("note-text").value.trim()); },
    "finding-dialog": keepFinding,
    "export-dialog": exportFile,
  };

  // ---- Keys and clicks

  const acts = {
    seen: (each) => toggleMark(each, "seen"),
    accepted: (each) => toggleMark(each, "accepted"),
    question: (each) => toggleMark(each, "question"),
    note: openNote,
    finding: (each) => openFinding(null, each),
    preview: openPreview,
  };
  const actKeys = { s: "seen", a: "accepted", q: "question", n: "note", p: "preview" };
  const keys = {
    "/": () => byID("search").focus(),
    "?": () => open("help-dialog", null),
    j: () => step(1),
    k: () => step(-1),
    c: () => setView("by-clause"),
    e: () => setView("by-evidence"),
    f: () => openFinding(null, isList(view()) ? current : null),
  };

  function onKey(event) {
    if (event.key === "Escape" && event.target.id === "search") return escapeSearch(event);
    if (event.ctrlKey || event.metaKey || event.altKey || !byID("keys").checked) return;
    if (event.key === "/" && event.target.id === "search" && !event.target.value) return event.preventDefault();
    if (event.target.closest("input, textarea, select") || document.querySelector("dialog[open]")) return;
    const act = actKeys[event.key];
    const done = act ? () => { const each = atHand(); if (each) acts[act](each); } : keys[event.key];
    if (!done) return;
    event.preventDefault();
    done();
  }

  function escapeSearch(event) {
    event.preventDefault();
    if (byID("search").value || pressed().length) clear();
    else byID("search").blur();
  }

  function onClick(event) {
    const button = event.target.closest("button");
    const link = event.target.closest("a");
    const each = subjectOf.get(event.target.closest("section.clause, #by-evidence > article"));
    if (each && subjects.has(each.key)) choose(each);
    if (button?.dataset.act) acts[button.dataset.act](each);
    else if (button?.dataset.filter) toggleFilter(button);
    else if (button && "close" in button.dataset) button.closest("dialog").close();
    else if (link?.getAttribute("href")?.startsWith("#")) followLink(event, link);
    else if (link?.classList.contains("file")) [link.target, link.rel] = ["_blank", "noopener"];
  }

  function onFocus(event) {
    const each = subjectOf.get(event.target.closest("section.clause, #by-evidence > article"));
    if (each && subjects.has(each.key)) choose(each);
  }

  function listen() {
    document.addEventListener("click", onClick);
    document.addEventListener("keydown", onKey);
    byID("main").addEventListener("focusin", onFocus);
    byID("search").addEventListener("input", narrow);
    byID("clear").addEventListener("click", clear);
    byID("raise").addEventListener("click", () => openFinding(null, isList(view()) ? current : null));
    byID("export").addEventListener("click", openExport);
    byID("help").addEventListener("click", () => open("help-dialog", null));
    byID("import").addEventListener("click", () => byID("file").click());
    byID("file").addEventListener("change", () => { if (byID("file").files[0]) importFile(byID("file").files[0]).finally(() => { byID("file").value = ""; }); });
    for (const dialog of document.querySelectorAll("dialog")) {
      dialog.addEventListener("submit", (event) => { event.preventDefault(); submissions[dialog.id](dialog); });
    }
    listenToTheWindow();
  }

  function listenToTheWindow() {
    window.addEventListener("popstate", followAddress);
    window.addEventListener("storage", (event) => { if (event.key === storageName) { readKept(); drawAll(); } });
    window.addEventListener("beforeunload", (event) => { if (!work.isExported) event.preventDefault(); });
    byID("preview-dialog").addEventListener("close", () => document.querySelector("#preview-dialog .shown").replaceChildren());
    new ResizeObserver(() => page.style.setProperty("--bar", byID("bar").offsetHeight + "px")).observe(byID("bar"));
  }

  function start() {
    readPage();
    readKept();
    for (const clause of clauses) byID("clause-numbers").append(make("option", clause.ref));
    listen();
    drawAll();
    if (location.hash) followAddress();
    else setView("not-ready");
    setTimeout(() => readSome(performance.now() + 8), 100);
  }
})();
