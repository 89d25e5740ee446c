// The board: begun once, brought up to date after every run of the page.

const boards = new WeakMap();

function begin(parent) {
  const wrap = parent.querySelector(".board");
  const board = { wrap, root: wrap.getRootNode(), signatures: new Map(), listeners: [], held: null };
  for (const part of ["tools", "legend", "told", "columns", "panel", "targets"]) board[part] = wrap.querySelector(`.${part}`);
  const seen = (entries) => entries.filter((one) => one.isIntersecting).forEach((one) => fill(board, one.target));
  board.near = new IntersectionObserver(seen, { root: board.columns, rootMargin: "0px 100% 0px 100%" });
  board.width = new ResizeObserver(() => {
    board.narrow = wrap.clientWidth < 620;
    wrap.classList.toggle("narrow", board.narrow);
  });
  board.width.observe(wrap);
  drawTools(board);
  listenToPointers(board);
  listenToKeys(board);
  return board;
}

function drawTools(board) {
  const doing = (kind) => () => act(board, { kind });
  board.undo = button("", doing("undo"), { class: "undo" });
  board.redo = button("", doing("redo"), { class: "redo" });
  board.settle = button("", doing("settle"), { class: "settle", "aria-describedby": "why-not-settle" });
  board.whyNot = make("span", { id: "why-not-settle", class: "why-not" });
  board.jump = make("select", { onchange: () => openColumn(board, board.jump.value) });
  board.jumpLabel = make("span");
  const jump = make("label", { class: "jump" }, board.jumpLabel, board.jump);
  board.tools.replaceChildren(board.undo, board.redo, board.settle, board.whyNot, jump);
}

function drawLegend(board) {
  const { language, legend } = board.data;
  board.spoken = language;
  const size = legend.size && make("span", {}, make("i", { "aria-hidden": "true" }), legend.size);
  const phases = legend.phases.map(([phase, said]) => make("span", {}, phaseMark(phase, ""), said));
  board.legend.replaceChildren(...[size, ...phases].filter(Boolean));
}

function update(board, data) {
  const first = !board.data;
  const lost = board.root.activeElement === null || board.root.activeElement === board.root.host;
  board.data = data;
  const { words } = data;
  board.wrap.setAttribute("lang", data.language);
  board.wrap.classList.toggle("dark", isDark(board.wrap));
  board.tools.setAttribute("aria-label", words.tools);
  board.undo.textContent = words.undo;
  board.redo.textContent = words.redo;
  board.settle.textContent = words.settle;
  board.undo.disabled = !data.can_undo;
  board.redo.disabled = !data.can_redo;
  board.settle.disabled = !data.can_settle;
  board.whyNot.textContent = data.can_settle ? "" : words.settle_none;
  for (const one of [board.undo, board.redo, board.settle, board.whyNot]) one.hidden = data.reads_only;
  board.jumpLabel.textContent = words.jump;
  if (board.spoken !== data.language) drawLegend(board);
  const options = JSON.stringify(data.columns.map((one) => [one.key, one.name]));
  if (options !== board.options) {
    board.options = options;
    const { value } = board.jump;
    board.jump.replaceChildren(...data.columns.map((one) => make("option", { value: one.key, text: one.name })));
    if (value) board.jump.value = value;
  }
  board.active = findCard(board, board.active)?.card.free ? board.active : data.columns.flatMap((one) => one.cards).find((one) => one.free)?.id;
  drawColumns(board);
  if (first && data.open) openColumn(board, data.open, false);
  answered(board, lost);
  showWould(board);
  board.filling?.();
  if (board.drag?.on && board.narrow) showTargets(board);
  if (board.pending && knownOf(board, board.pending.id)) {
    const { id, key } = board.pending;
    board.pending = null;
    moveTo(board, id, key);
  }
}

// by the ground of the theme that is on: the reader may have chosen another than the system's
function isDark(element) {
  const ground = getComputedStyle(element).getPropertyValue("--st-background-color");
  const [r, g, b] = (ground.match(/[0-9a-f]{2}/gi) || ["ff", "ff", "ff"]).map((two) => parseInt(two, 16));
  return r + g + b < 384;
}

// an act came back: say what it did, and give the focus to whom it was about
function answered(board) {
  const { told } = board.data;
  if (told.at && told.at !== board.toldAt) {
    board.toldAt = told.at;
    board.busy = false;
    board.wrap.removeAttribute("aria-busy");
    tell(board, told.text, told.bad);
    if (board.wantFocus) focusCard(board, board.wantFocus);
    board.wantFocus = null;
  }
}

function tell(board, text, bad = false) {
  board.told.textContent = text;
  board.told.classList.toggle("bad", bad);
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  if (!boards.has(parentElement)) boards.set(parentElement, begin(parentElement));
  const board = boards.get(parentElement);
  board.send = (name, value) => setTriggerValue(name, { ...value, at: String(performance.timeOrigin + performance.now()) });
  update(board, data);
  return () => {
    for (const [target, name, does, how] of board.listeners) target.removeEventListener(name, does, how);
    board.near.disconnect();
    board.width.disconnect();
    boards.delete(parentElement);
  };
}
