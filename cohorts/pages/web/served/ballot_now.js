// A page of the ballot that waits: it says so when there is something else to see, and shows what was
// not saved on this device.
"use strict";
(() => {
  const now = document.getElementById("now"), late = document.getElementById("too-late");
  const EVERY = 60000, SOONEST = 5000; // milliseconds between two looks
  let asked = -SOONEST, looking = 0;
  async function look() {
    if (document.hidden || performance.now() - asked < SOONEST) return;
    asked = performance.now();
    clearTimeout(looking);
    looking = setTimeout(look, EVERY * (0.8 + Math.random() * 0.4)); // not all at one moment
    try {
      const answer = await fetch(now.dataset.stand, { redirect: "error", signal: AbortSignal.timeout(20000) });
      const told = answer.ok ? await answer.json() : null;
      if (told) now.hidden = told.state === now.dataset.state && String(told.open ?? false) === now.dataset.open;
    } catch { /* the line is down: it is asked again */ }
  }
  for (const kind of ["online", "focus"]) addEventListener(kind, look);
  document.addEventListener("visibilitychange", look);
  look();

  if (!late) return;
  const KEY = `cohorts-ballot-${late.dataset.own}`;
  let kept = {};
  try { kept = JSON.parse(localStorage.getItem(`${KEY}-late`) ?? "{}"); } catch { /* nothing is kept here */ }
  for (const one of Object.values(kept)) {
    const line = document.createElement("li"), name = document.createElement("b");
    name.textContent = one.name;
    line.append(name, ` ${one.words}`);
    late.querySelector("ul").append(line);
  }
  late.hidden = !Object.keys(kept).length;
  late.querySelector("button").addEventListener("click", () => {
    localStorage.removeItem(`${KEY}-late`);
    late.hidden = true;
  });
})();
