// Elements are made here, and nothing of anybody's ever goes through HTML: textContent alone.

const SVG = "http://www.w3.org/2000/svg";

function make(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === "text") made.textContent = value;
    else if (key.startsWith("on")) made[key] = value;
    else if (value !== false && value != null) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child != null));
  return made;
}

function button(text, onclick, attributes = {}) {
  return make("button", { type: "button", text, onclick, ...attributes });
}

function phaseMark(phase, label) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "phase");
  if (label) {
    const title = document.createElementNS(SVG, "title");
    title.textContent = label;
    svg.append(title);
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", label);
  } else svg.setAttribute("aria-hidden", "true"); // the word stands beside it
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#p-${phase}`);
  svg.append(use);
  return svg;
}

// ▲ ▼ and what they stand for, never a colour alone
const SIGNS = { better: "▲", worse: "▼", same: "=", broken: "✕", full: "✕", out: "–" };

function consequenceOf(told) {
  return make(
    "span",
    { class: `consequence ${told.mark}` },
    make("b", { text: `${SIGNS[told.mark]} ${told.word}.` }),
    make("span", { text: ` ${told.sentence}` }),
  );
}
