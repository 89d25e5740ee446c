// What Streamlit's page cannot be told from Python: its own words in the language of the page, and a
// page that opens at its top with the focus on its heading, and keeps the focus where it was.
"use strict";
(() => {
  const ATTRIBUTES = ["aria-label", "placeholder", "title", "alt"];
  const NEVER = "script, style, [data-as-typed], textarea, .stMarkdown, .stHtml, .stHeading";

  const inOurs = (text) => {
    const said = text.trim();
    if (!said || said.length > 300) return null;
    for (const [pattern, filled] of patterns()) {
      if (pattern.test(said)) return text.replace(said, said.replace(pattern, filled));
    }
    return null;
  };

  let known = null;
  const patterns = () => {
    known ??= (window.cohortsWords?.[document.documentElement.lang] ?? []).map(([pattern, filled]) => [new RegExp(pattern), filled]);
    return known;
  };

  const sayText = (node) => {
    if (node.parentElement?.closest(NEVER)) return;
    const said = inOurs(node.data);
    if (said !== null && said !== node.data) node.data = said;
  };

  const sayAttributes = (element) => {
    if (element.closest(".stMarkdown, .stHtml")) return;
    for (const name of ATTRIBUTES) {
      const value = element.getAttribute(name);
      const said = value && inOurs(value);
      if (said && said !== value) element.setAttribute(name, said);
    }
  };

  const sayAll = (root) => {
    if (root.nodeType === Node.TEXT_NODE) return sayText(root);
    if (root.nodeType !== Node.ELEMENT_NODE) return;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = root; node; node = walker.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) sayText(node);
      else sayAttributes(node);
    }
  };

  let opened = "";
  const openAtTop = () => {
    const page = document.querySelector("[class*='st-key-page_']");
    const heading = page?.querySelector("h1");
    if (!heading) return;
    const room = [...page.classList].find((name) => name.startsWith("st-key-page_"));
    if (!rightRoom(room)) return;
    const before = opened;
    opened = `${location.pathname} ${room} ${heading.textContent}`;
    if (opened === before) return;
    // another heading on the same page is another step of it, unless somebody is typing there
    const typing = document.activeElement?.matches("input, textarea, [contenteditable]");
    if (typing && before.startsWith(`${location.pathname} ${room} `)) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    document.querySelector("[data-testid='stMain']")?.scrollTo(0, 0);
  };

  // the address changes before the page does: until then the heading is the old page's
  const rooms = JSON.parse(document.documentElement.dataset.rooms ?? "{}");
  const rightRoom = (room) => rooms[location.pathname] === room.replace("st-key-page_", "");

  // what had the focus when it was drawn anew elsewhere, or taken away: the focus goes to the same
  // place within the innermost part with a key that still stands
  const CONTROLS = "a[href], button:not(:disabled), summary, input:not(:disabled), select, textarea";
  const controlsOf = (part) =>
    [...part.querySelectorAll(CONTROLS)].filter((one) => one.tabIndex >= 0 && one.checkVisibility());
  const keyOf = (part) => [...part.classList].find((name) => name.startsWith("st-key-"));

  let had = null;
  document.addEventListener("focusin", ({ target }) => {
    const within = [];
    for (let part = target; part; part = part.parentElement) {
      const key = keyOf(part);
      if (key) within.push([key, controlsOf(part).indexOf(target)]);
    }
    had = { target, within, path: location.pathname };
  });
  document.addEventListener("focusout", ({ target }) => {
    queueMicrotask(() => {
      if (target.isConnected && had?.target === target) had = null;
    });
  });

  const focusAgain = () => {
    if (!had || had.target.isConnected || document.activeElement !== document.body) return;
    if (had.path !== location.pathname) return;
    const running = document.querySelector("[data-test-script-state='running']");
    for (const [key, index] of had.within.slice(0, running ? 1 : undefined)) {
      const part = document.querySelector(`.${CSS.escape(key)}`);
      const controls = part ? controlsOf(part) : [];
      const again = controls[Math.min(Math.max(index, 0), controls.length - 1)];
      if (again) return again.focus({ preventScroll: true });
    }
  };

  // what a page says of itself while it is drawn anew, for who listens: a region that always stands
  const heard = document.createElement("p");
  heard.className = "unseen";
  heard.setAttribute("role", "status");
  document.body.append(heard);
  const sayAloud = () => {
    const said = document.querySelector("[data-said]")?.textContent ?? "";
    if (heard.textContent !== said) heard.textContent = said;
  };

  // past the steps, to what the page is about
  document.addEventListener("click", (event) => {
    if (!event.target.closest?.("[data-testid='stSkipToContent']")) return;
    event.preventDefault();
    document.querySelector("[class*='st-key-page_'] h1")?.focus();
  });

  // a link of ours to another page: the same as Streamlit's own links, which only Python can draw
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(".stHtml a[href^='/']");
    const own = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (!link || own || event.button) return;
    event.preventDefault();
    const to = new URL(link.href);
    if ("whole" in link.dataset || !(to.pathname in rooms)) return location.assign(to);
    link.closest("details.steps-folded")?.removeAttribute("open");
    history.pushState({}, "", to);
    dispatchEvent(new PopStateEvent("popstate", { state: {} }));
  });

  // a login that ended: to the door, which leads back here
  const goToDoor = () => {
    const door = document.querySelector(".stHtml a.go");
    if (!door) return;
    const to = new URL(door.href);
    to.searchParams.set("language", document.documentElement.lang);
    to.searchParams.set("terug", location.pathname + location.search);
    location.replace(to);
  };

  const REFUSAL = "[data-testid='stLayoutWrapper']:has(> .st-key-foot) ~ *:has([data-testid='stAlert'])";
  // what was refused stands under the bar at the bottom: it comes in view when it is said
  const showRefusal = (added) => {
    if (added.nodeType !== Node.ELEMENT_NODE) return;
    (added.closest(REFUSAL) ?? added.querySelector(REFUSAL))?.scrollIntoView({ block: "end" });
  };

  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "childList") change.addedNodes.forEach(showRefusal);
      if (change.type === "childList") change.addedNodes.forEach(sayAll);
      else if (change.type === "characterData") sayText(change.target);
      else sayAttributes(change.target);
    }
    openAtTop();
    focusAgain();
    sayAloud();
    goToDoor();
  }).observe(document.documentElement, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: [...ATTRIBUTES, "data-test-script-state"],
  });
})();
