// A ballot: one dossier at a time. Each answer is kept on the device until the server has it.
"use strict";
(() => {
  const main = document.getElementById("main");
  const words = JSON.parse(document.getElementById("words").textContent);
  const KEY = `cohorts-ballot-${main.dataset.own}`;
  const PACE = `${KEY}-pace`;
  const TOO_LATE = `${KEY}-late`; // what the server refused because the time was over
  const EVERY = 60000, SOONEST = 1000; // milliseconds between two looks at what is so now
  const IDLE = 90; // seconds without a key or a touch: of a longer pause no more is reading
  const FIRST = 1000, LAST = 15000; // milliseconds until it is tried again
  const PRIOR = 3; // what is assumed of a pace weighs as much as so many dossiers
  const forms = [...document.querySelectorAll("form.judge")];
  const real = forms.filter((one) => !("example" in one.dataset));
  const offers = [...document.querySelectorAll("form.offer")];
  const sections = [...main.querySelectorAll(":scope > section")];
  const line = document.getElementById("line");

  // what is kept on the device: key → answers that the server has not confirmed, the oldest first
  let memory = {}, lasting = true;
  function read(key) {
    if (!lasting) return memory[key];
    try { return JSON.parse(localStorage.getItem(key) ?? "null") ?? undefined; }
    catch { return undefined; }
  }
  function write(key, value) {
    memory[key] = value;
    if (!lasting) return;
    try {
      if (value === undefined) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify(value));
    } catch { lasting = false; }
  }
  try { localStorage.setItem(`${KEY}-try`, "1"); localStorage.removeItem(`${KEY}-try`); }
  catch { lasting = false; }
  const drafts = () => read(KEY) ?? {};
  function keepDrafts(all) { write(KEY, Object.keys(all).length ? all : undefined); }

  const once = () =>
    [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, "0")).join("");

  // answers ------------------------------------------------------------------------------------
  const filled = (text, count, minutes) => text.replace("#", count).replace("@", minutes);
  const criteria = (form) => [...form.querySelectorAll("[data-criterion]")];
  function scoreOf(field) {
    const number = field.querySelector("input.number");
    if (number) return number.value.trim() === "" ? null : number.value.trim();
    return field.querySelector("input:checked")?.value ?? null;
  }
  function value(form) {
    const yes = form.querySelector("[name=yes]:checked")?.value;
    return {
      yes: yes === undefined ? null : yes === "yes",
      scores: criteria(form).map(scoreOf),
      abstained: form.elements.abstained.checked,
      later: form.dataset.later === "1",
      note: form.elements.note?.value ?? "",
    };
  }
  function show(form, said) {
    if ("help" in said) {
      form.elements.help.checked = said.help;
      form.elements.note.value = said.note;
      return;
    }
    for (const one of form.querySelectorAll("[name=yes]")) one.checked = said.yes !== null && (one.value === "yes") === said.yes;
    criteria(form).forEach((field, n) => {
      const score = said.scores[n] ?? null, number = field.querySelector("input.number");
      if (number) number.value = score ?? "";
      for (const one of field.querySelectorAll("[type=radio]")) one.checked = one.value === score;
    });
    form.elements.abstained.checked = said.abstained;
    form.dataset.later = said.later ? "1" : "";
    if (form.elements.note) form.elements.note.value = said.note;
  }
  const judged = (said) => said.abstained || said.yes !== null || (said.scores.length > 0 && said.scores.every((s) => s !== null));
  const isDone = (said) => judged(said) && !said.later;
  const done = (form) => isDone(value(form));
  const unfinished = () => real.filter((form) => !done(form));
  const begun = () => real.some((form) => judged(value(form)) || form.dataset.later === "1");
  function toDo() { // what was put off comes last
    const left = unfinished(), first = left.find((form) => form.dataset.later !== "1") ?? left[0];
    return first ? first.closest("section").id : "all";
  }

  // sending ------------------------------------------------------------------------------------
  const busy = new Set();
  let wait = FIRST, timer = 0, problem = "";
  function put(key, said) {
    const all = drafts(), queue = all[key] ?? [];
    if (queue.length && !queue.at(-1).tried) queue.pop(); // never sent: the newer one says it all
    queue.push({ once: once(), said, seen: seen(key), mark: formOf(key)?.dataset.mark });
    all[key] = queue;
    keepDrafts(all);
    post(key);
    tell();
  }
  const help = (key) => key.startsWith("help:");
  // what the server had when this was said: a later answer of another device is not undone by it
  const offered = (said) => (said.help ? said.note : null);
  const seen = (key) => (help(key) ? offered(formOf(key).stored) : Number(formOf(key).dataset.number));
  async function post(key) {
    const all = drafts(), first = all[key]?.[0];
    if (!first || busy.has(key)) return;
    busy.add(key);
    first.tried = true;
    keepDrafts(all);
    const person = key.slice(key.indexOf(":") + 1);
    const body = JSON.stringify({ stage: main.dataset.stage, person, once: first.once, seen: first.seen, ...first.said });
    let answer = null, told = {};
    try {
      answer = await fetch(help(key) ? main.dataset.help : main.dataset.answer, {
        method: "POST", headers: { "content-type": "application/json" }, body,
        redirect: "error", signal: AbortSignal.timeout(20000),
      });
      told = await answer.json();
    } catch { answer = answer?.ok ? null : answer; }
    busy.delete(key);
    if (answer?.ok) stored(key, first, told);
    else if (answer && answer.status < 500 && ![401, 408, 429].includes(answer.status)) refuse(key, first, told);
    else again(answer?.status === 401 ? words.log_in_again : words.unsaved);
    tell();
  }
  function dropped(key, first) {
    const all = drafts();
    all[key] = (all[key] ?? []).filter((one) => one.once !== first.once);
    if (!all[key].length) delete all[key];
    keepDrafts(all);
  }
  function stored(key, first, told) {
    dropped(key, first);
    const all = drafts();
    for (const one of all[key] ?? []) one.seen = help(key) ? offered(first.said) : told.number; // said after it
    keepDrafts(all);
    problem = "";
    wait = FIRST;
    const form = formOf(key);
    if (form) form.stored = first.said;
    if (form && !help(key)) {
      form.dataset.at = told.at;
      form.dataset.number = told.number;
    }
    if (form) faults(judgeOf(key), []);
    flush();
  }
  function refuse(key, first, told) {
    if (told.closed) return tooLate(key, told);
    dropped(key, first);
    const form = formOf(key);
    if (form) {
      if (told.newer) keptIs(form, told.newer);
      if (!drafts()[key]) show(form, form.stored); // what counts is what was kept before
      const said = inWords(form, first.said);
      faults(judgeOf(key), [...(told.said ?? []), ...(said ? [filled(words.was_said, said)] : [])]);
    }
    flush();
  }
  function keptIs(form, newer) {
    if (form.classList.contains("offer")) form.stored = { help: newer.help !== null, note: newer.help ?? "" };
    else if (newer.vote) {
      form.stored = newer.vote;
      form.dataset.at = newer.vote.at;
      form.dataset.number = newer.vote.number;
      if (newer.vote.again) toldAgain(form);
    }
  }
  function toldAgain(form) { // what was said is gone: it never goes without a word
    form.anew = true;
    form.closest("section").querySelector("[data-judged-again]").hidden = false;
  }
  function tooLate(key, told) { // it stays on the device to be read, and in the form
    const all = drafts(), form = formOf(key), judge = form && judgeOf(key), last = all[key]?.at(-1), said = last?.said;
    if (said && judge) write(TOO_LATE, { ...read(TOO_LATE), [key]: { said, seen: last.seen, name: judge.dataset.name, words: inWords(form, said) } });
    delete all[key];
    keepDrafts(all);
    if (judge) faults(judge, told.said ?? []);
    timeIsUp(true);
    flush();
  }
  function bringBack() { // there is time again: what came too late is sent
    const all = drafts();
    for (const [key, one] of Object.entries(read(TOO_LATE) ?? {})) {
      if (judgeOf(key)) all[key] ??= [{ once: once(), said: one.said, seen: one.seen }];
    }
    write(TOO_LATE, undefined);
    keepDrafts(all);
  }
  function inWords(form, said) {
    const label = (one) => form.querySelector(`label[for="${one.id}"]`).textContent;
    const told = "help" in said ? [said.help ? label(form.elements.help) : ""]
      : said.abstained ? [words.abstained_mark]
      : said.yes !== null ? [label(form.querySelector(`[value=${said.yes ? "yes" : "no"}]`))]
      : criteria(form).map((field, n) => (said.scores[n] === null ? "" : `${field.dataset.name} ${said.scores[n]}`));
    return [...told, said.note].filter(Boolean).join(" · ");
  }
  function again(why) {
    problem = why;
    clearTimeout(timer);
    timer = setTimeout(flush, wait);
    wait = Math.min(wait * 2, LAST);
  }
  function flush() { for (const key of Object.keys(drafts())) post(key); }
  const formOf = (key) => (help(key) ? offers : real).find((one) => key.endsWith(`:${one.dataset.person}`));
  const judgeOf = (key) => formOf(`vote:${key.slice(key.indexOf(":") + 1)}`);
  function faults(form, said) {
    const here = form.querySelector("[data-faults]");
    here.hidden = !said.length;
    here.textContent = said.length ? filled(words.not_kept, said.join(" ")) : "";
  }

  // what is told -------------------------------------------------------------------------------
  const expected = (some) => some.reduce((sum, form) => sum + Number(form.dataset.seconds), 0);
  const CLOCK = new Intl.DateTimeFormat(document.documentElement.lang === "nl" ? "nl-NL" : "en-GB", { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Amsterdam" });
  function write_(place, text) { // nothing is drawn anew of the thousand where nothing changed
    if (place.textContent !== text) place.textContent = text;
  }
  function minutes(left, finished) { // by what was expected, times how much slower or faster they were so far
    const spent = read(PACE) ?? {}, paced = finished.filter((form) => spent[form.dataset.person]);
    const prior = PRIOR * expected(real) / real.length;
    const took = paced.reduce((sum, form) => sum + spent[form.dataset.person], 0);
    return Math.max(1, Math.round((prior + took) / (prior + expected(paced)) * expected(left) / 60));
  }
  function tell() {
    const says = real.map(value), all = drafts(); // each form is read once
    const finished = real.filter((_, n) => isDone(says[n])), open = real.filter((_, n) => !isDone(says[n]));
    const left = open.length, about = left ? minutes(open, finished) : 0;
    write_(document.getElementById("left"), left === 0 ? words.left_none
      : filled(about === 1 ? words.left_minute : words.left_minutes, left, about));
    const most = Number(main.dataset.mostYes), yes = says.filter((said) => said.yes).length;
    for (const one of document.querySelectorAll("[data-yes-said]")) write_(one, filled(words.yes_said, yes, most));
    for (const form of real) {
      const at = form.dataset.at;
      write_(form.querySelector("[data-kept]"), all[`vote:${form.dataset.person}`] ? words.saving : at ? filled(words.saved, CLOCK.format(new Date(at))) : "");
    }
    const unsent = Object.keys(all).length > 0, late = Object.keys(read(TOO_LATE) ?? {});
    const refused = real.filter((form) => !form.querySelector("[data-faults]").hidden), elsewhere = refused.filter((form) => form !== now_()?.querySelector("form.judge"));
    const anew = real.filter((form) => form.anew && !done(form)).map((form) => form.dataset.name);
    const said = unsent && problem ? problem
      : over ? (late.length ? filled(words.time_up_unsaved, late.length) : words.time_up)
      : elsewhere.length ? filled(words.refused_some, elsewhere.map((form) => form.dataset.name).join(", "))
      : anew.length ? filled(words.judged_again_some, anew.join(", "))
      : lasting ? "" : words.no_storage;
    if (line.firstElementChild.textContent !== said) line.firstElementChild.textContent = said;
    line.hidden = !said;
    line.querySelector("a").hidden = problem !== words.log_in_again;
    if (!unsent) document.getElementById("unsent").hidden = true;
    document.querySelectorAll(".all b").forEach((mark, n) => {
      const said = says[n], lost = late.includes(`vote:${real[n].dataset.person}`), back = refused.includes(real[n]);
      write_(mark, lost ? words.too_late_mark : back ? words.refused_mark : said.later ? words.later_mark : said.abstained ? words.abstained_mark : judged(said) ? words.done : words.todo);
      mark.className = isDone(said) && !lost && !back ? "done" : "";
    });
    const silent = says.filter((said) => !judged(said)).length;
    write_(document.getElementById("unjudged"), silent === 0 ? words.unjudged_none
      : silent === 1 ? words.unjudged_one : filled(words.unjudged_many, silent));
    document.getElementById("silence").hidden = silent === 0;
  }

  // pace: how long this member took for what they did, on this device ---------------------------
  const spent = new Map();
  let last = performance.now();
  function tick() {
    const now = performance.now(), passed = (now - last) / 1000, form = now_()?.querySelector("form.judge");
    last = now;
    if (form && !document.hidden && !done(form)) spent.set(form, (spent.get(form) ?? 0) + Math.min(passed, IDLE));
  }
  for (const kind of ["pointerdown", "pointermove", "keydown", "scroll"]) addEventListener(kind, tick, { passive: true, capture: true });
  document.addEventListener("visibilitychange", () => { last = performance.now(); });
  function paced() {
    const told = read(PACE) ?? {};
    for (const [form, seconds] of spent) if (real.includes(form)) told[form.dataset.person] = (told[form.dataset.person] ?? 0) + seconds;
    spent.clear();
    write(PACE, told);
  }
  addEventListener("pagehide", paced);

  // steps --------------------------------------------------------------------------------------
  const now_ = () => sections.find((one) => !one.hidden);
  let opened = false;
  function open(id, focus = true) {
    const next = document.getElementById(id);
    if (!next || !sections.includes(next)) return;
    tick();
    paced();
    saveTyped();
    if (opened) document.getElementById("extended").hidden = true; // it was read; it stands on the first page
    opened = true;
    for (const one of [now_(), next]) read_(one);
    for (const one of sections) one.hidden = one !== next;
    const heading = next.querySelector("h1");
    document.title = document.title.replace(/^.* – /, `${heading.textContent} – `);
    history.replaceState(null, "", `#${id}`);
    scrollTo(0, 0);
    if (focus) heading.focus({ preventScroll: true });
    tell();
  }
  function read_(section) { // what stands there of being asked to judge anew
    const form = section?.querySelector("form.judge");
    if (form) form.anew = false;
  }
  function go(id) {
    if (location.hash === `#${id}`) open(id);
    else location.hash = id;
  }
  function step(by) {
    const at = sections.indexOf(now_());
    if (by > 0 && now_()?.id === `dossier-${real.length}`) return go(unfinished().length ? "all" : "send");
    const next = sections[at + by];
    if (next) go(next.id);
  }
  addEventListener("hashchange", () => open(location.hash.slice(1) || "start"));
  main.addEventListener("click", (event) => {
    const button = event.target.closest("[data-go], [data-to]");
    if (!button) return;
    if (button.dataset.to) { event.preventDefault(); return go(button.dataset.to); }
    if (button.dataset.go === "on") return begun() ? go(toDo()) : step(1);
    if (button.dataset.go === "later") {
      const form = now_().querySelector("form.judge");
      form.dataset.later = "1";
      if (!over) put(`vote:${form.dataset.person}`, value(form));
    }
    step(button.dataset.go === "previous" ? -1 : 1);
  });

  // a change of an answer ----------------------------------------------------------------------
  const typed = new Map();
  function saveTyped() {
    for (const [form, waiting] of [...typed]) { clearTimeout(waiting); typed.delete(form); changed(form); }
  }
  function changed(form) {
    if ("example" in form.dataset) return;
    if (form.classList.contains("offer")) {
      const said = { help: form.elements.help.checked, note: form.elements.help.checked ? form.elements.note.value : "" };
      return put(`help:${form.dataset.person}`, said);
    }
    put(`vote:${form.dataset.person}`, value(form));
  }
  for (const form of [...forms, ...offers]) {
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("change", (event) => {
      if (event.target.name === "note") return saveTyped();
      if (!event.target.checkValidity()) return event.target.reportValidity();
      const judging = form.classList.contains("judge");
      if (judging) tick(); // until now it was not done
      if (judging) settle(form, event.target);
      changed(form);
      if (judging) { paced(); tell(); }
    });
    form.addEventListener("input", (event) => {
      if (event.target.name !== "note") return;
      if (form.classList.contains("offer")) form.elements.help.checked ||= event.target.value.trim() !== "";
      clearTimeout(typed.get(form));
      typed.set(form, setTimeout(() => { typed.delete(form); changed(form); }, 700));
    });
  }
  function settle(form, by) {
    form.dataset.later = "";
    if (by.name === "abstained" && by.checked) {
      for (const one of form.querySelectorAll("[type=radio]")) one.checked = false;
      for (const one of form.querySelectorAll("input.number")) one.value = "";
    } else if (by.name !== "abstained") form.elements.abstained.checked = false;
  }
  addEventListener("pagehide", saveTyped);

  // what is short stands folded where there is little room, so that what is asked is in sight -----
  const short_ = [...main.querySelectorAll("details.short")], narrow = matchMedia("screen and (max-width: 899px)");
  function fold(open) { for (const one of short_) one.open = open; }
  narrow.addEventListener("change", () => fold(!narrow.matches));
  addEventListener("beforeprint", () => fold(true));
  addEventListener("afterprint", () => fold(!narrow.matches));
  fold(!narrow.matches);

  // the keyboard -------------------------------------------------------------------------------
  const keys = document.getElementById("keys"), KEYS = "cohorts-ballot-keys";
  const SHIFTS = ["Shift", "CapsLock", "NumLock"]; // on some keyboards digits are typed with these
  let digits = null; // those of a score that were the last keys, and at which criterion
  keys.checked = read(KEYS) !== false;
  keys.addEventListener("change", () => write(KEYS, keys.checked));
  function scoreTyped(form, at, digit, before) { // however long after the first a second digit comes
    const own = at.closest("[data-criterion]");
    const next = own && scoreOf(own) === null ? own : criteria(form).find((one) => scoreOf(one) === null) ?? own;
    for (const [field, typed] of [[before?.field, before?.typed + digit], [next, digit]]) {
      const score = [...field?.querySelectorAll("[type=radio]") ?? []].find((one) => one.value.startsWith(typed));
      if (!score) continue;
      digits = { field, typed };
      return score; // itself, or the first of those that begin with it
    }
    return null;
  }
  addEventListener("pointerdown", () => { digits = null; }, { capture: true });
  addEventListener("keydown", (event) => {
    const at = event.target, section = now_(), form = section?.querySelector("form.judge"), before = digits?.field.contains(at) ? digits : null;
    if (SHIFTS.includes(event.key)) return;
    digits = null;
    if (!form || over || !keys.checked || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (at.closest("textarea, select, input.number, input[type=checkbox], details")) return;
    if (event.key === "Enter" && !at.closest("button, a, summary")) { event.preventDefault(); return step(1); }
    const letter = event.key.toLowerCase();
    let wanted = null;
    if (letter === main.dataset.yes) wanted = form.querySelector("[value=yes]");
    else if (letter === main.dataset.no) wanted = form.querySelector("[value=no]");
    else if (/^[0-9]$/.test(letter)) wanted = scoreTyped(form, at, letter, before);
    if (!wanted) return;
    event.preventDefault();
    wanted.focus();
    if (!digits || wanted.value === digits.typed) wanted.click();
  });

  // sending in ---------------------------------------------------------------------------------
  document.getElementById("sending").addEventListener("submit", (event) => {
    saveTyped();
    if (!Object.keys(drafts()).length) { return; }
    event.preventDefault();
    const unsent = document.getElementById("unsent");
    unsent.textContent = words.unsaved_send;
    unsent.hidden = false;
    wait = FIRST;
    flush();
  });
  for (const form of document.querySelectorAll(".late form")) {
    form.addEventListener("submit", () => { // what was not stored of it never will be
      const all = drafts(), person = form.elements.person.value;
      delete all[`vote:${person}`];
      delete all[`help:${person}`];
      keepDrafts(all);
    });
  }

  // what is so now: until when, and what was said on another device -----------------------------
  let over = false, asked = -SOONEST, looking = 0;
  function timeIsUp(is) {
    if (over === is) return;
    over = is;
    const at = document.activeElement;
    main.classList.toggle("over", is);
    for (const field of main.querySelectorAll("form:not([action]) :is(input, textarea), #sending button")) field.disabled = is;
    if (at?.disabled) now_()?.querySelector("h1").focus({ preventScroll: true }); // the keyboard stays where it was
    if (!is) bringBack();
    flush();
    tell();
  }
  async function look() {
    if (document.hidden || performance.now() - asked < SOONEST) return;
    asked = performance.now();
    later(EVERY * (0.8 + Math.random() * 0.4)); // not all at one moment
    try {
      const answer = await fetch(main.dataset.stand, { redirect: "error", signal: AbortSignal.timeout(20000) });
      if (answer.ok) heard(await answer.json());
    } catch { /* the line is down: what is sent says so */ }
  }
  function later(wait) { clearTimeout(looking); looking = setTimeout(look, wait); }
  function heard(told) {
    if (told.state !== main.dataset.state) { mustReload(); return timeIsUp(true); }
    const extended = document.getElementById("extended"), standing_ = document.querySelector("[data-extended]");
    if (extended.textContent !== told.extended) {
      extended.textContent = standing_.textContent = told.extended;
      extended.hidden = standing_.hidden = !told.extended;
    }
    for (const one of document.querySelectorAll("[data-closes]")) one.textContent = told.closes;
    if (Object.keys(told.dossiers).length !== real.length || real.some((form) => !(form.dataset.person in told.dossiers))) mustReload();
    for (const form of real) heardOf(form, told);
    timeIsUp(!told.open);
    const left = Date.parse(told.closes_at) - Date.parse(told.now);
    if (told.open && left < EVERY) later(Math.max(left + 500, SOONEST + 100));
    tell();
  }
  function heardOf(form, told) {
    const who = form.dataset.person, vote = told.votes[who], section = form.closest("section");
    if (told.dossiers[who] && told.dossiers[who] !== form.dataset.mark) section.querySelector("[data-lately]").hidden = false;
    if (!vote || vote.at <= form.dataset.at || drafts()[`vote:${who}`] || typed.has(form)) return;
    keptIs(form, { vote });
    show(form, vote);
  }
  function mustReload() {
    const reload = document.getElementById("reload");
    reload.firstElementChild.textContent = words.reload;
    reload.hidden = false;
  }
  for (const kind of ["online", "focus"]) addEventListener(kind, look);
  document.addEventListener("visibilitychange", look);
  main.addEventListener("click", (event) => {
    if (event.target.closest("[data-again]")) { event.preventDefault(); location.reload(); }
  });
  document.querySelector("[hreflang]").addEventListener("click", (event) => { event.currentTarget.hash = location.hash; });

  // at the beginning ---------------------------------------------------------------------------
  if (Object.keys(read(TOO_LATE) ?? {}).length) bringBack();
  const all = drafts();
  for (const key of Object.keys(all)) if (!formOf(key)) delete all[key];
  keepDrafts(all);
  for (const form of forms) {
    form.stored = JSON.parse(form.dataset.judged);
    const kept = all[`vote:${form.dataset.person}`]?.at(-1);
    show(form, kept?.said ?? form.stored);
    if (kept?.mark && kept.mark !== form.dataset.mark) form.closest("section").querySelector("[data-corrected]").hidden = false; // judged as it read before
  }
  for (const form of offers) {
    form.stored = JSON.parse(form.dataset.help);
    show(form, all[`help:${form.dataset.person}`]?.at(-1).said ?? form.stored);
  }
  addEventListener("online", () => { wait = FIRST; flush(); });
  addEventListener("storage", (event) => { if (event.key === KEY) tell(); });
  const where = location.hash.slice(1);
  const known = sections.some((one) => one.id === where);
  open(known ? where : begun() ? toDo() : "start");
  addEventListener("load", () => setTimeout(() => { // going to the place in the address, a browser lets go of it
    if (document.activeElement === document.body) now_()?.querySelector("h1").focus({ preventScroll: true });
  }));
  flush();
  look();
})();
