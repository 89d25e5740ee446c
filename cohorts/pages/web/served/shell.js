// What Streamlit's page cannot be told from Python: its own words in the language of the page, and a
// page that opens at its top with the focus on its heading.
"use strict";
(() => {
  const ATTRIBUTES = ["aria-label", "placeholder", "title", "alt"];
  const NEVER = "script, style, [data-as-typed], textarea, .stMarkdown, .stHtml, .stHeading";

  const dutch = (text) => {
    const said = text.trim();
    if (!said || said.length > 300) return null;
    for (const [pattern, filled] of patterns()) {
      if (pattern.test(said)) return text.replace(said, said.replace(pattern, filled));
    }
    return null;
  };

  let known = null;
  const patterns = () => {
    known ??= (window.cohortsWords ?? []).map(([pattern, filled]) => [new RegExp(pattern), filled]);
    return known;
  };

  const sayText = (node) => {
    if (node.parentElement?.closest(NEVER)) return;
    const said = dutch(node.data);
    if (said !== null && said !== node.data) node.data = said;
  };

  const sayAttributes = (element) => {
    if (element.closest(".stMarkdown, .stHtml")) return;
    for (const name of ATTRIBUTES) {
      const value = element.getAttribute(name);
      const said = value && dutch(value);
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
    if (door) location.replace(door.href);
  };

  const REFUSAL = "[data-testid='stLayoutWrapper']:has(> .st-key-foot) ~ *:has([data-testid='stAlert'])";
  // what was refused stands under the bar at the bottom: it comes in view when it is said
  const showRefusal = (added) => {
    if (added.nodeType !== Node.ELEMENT_NODE) return;
    (added.closest(REFUSAL) ?? added.querySelector(REFUSAL))?.scrollIntoView({ block: "end" });
  };

  const isDutch = document.documentElement.lang === "nl";
  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "childList") change.addedNodes.forEach(showRefusal);
    }
    for (const change of isDutch ? changes : []) {
      if (change.type === "childList") change.addedNodes.forEach(sayAll);
      else if (change.type === "characterData") sayText(change.target);
      else sayAttributes(change.target);
    }
    openAtTop();
    goToDoor();
  }).observe(document.documentElement, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ATTRIBUTES,
  });
})();
