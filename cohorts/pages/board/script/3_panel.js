// What can be done with a card: its menu, and from there each act; all of it without dragging.

const findCard = (board, id) =>
  board.data.columns.flatMap((column) => column.cards.map((card) => ({ card, column }))).find((one) => one.card.id === id);

function hold(board, person, swaps = false) {
  board.held = person;
  const known = knownOf(board, person);
  if (!known || (swaps && !known.with_swaps)) board.send("hold", { person, swaps });
  showWould(board);
}

// what the page last told of this person, on the board as it is now
function knownOf(board, person) {
  const { held, revision } = board.data;
  return held?.person === person && held.revision === revision ? held : null;
}

function letGo(board) {
  board.held = null;
  board.filling = null;
  showWould(board);
}

function openPanel(board, title, ...inside) {
  const { panel } = board;
  const close = button("✕", () => panel.close(), { class: "close", "aria-label": board.data.words.close });
  panel.setAttribute("aria-label", title);
  panel.replaceChildren(make("header", {}, make("h2", { text: title }), close), ...inside);
  if (!panel.open) panel.showModal();
  (panel.querySelector("[autofocus]") || panel.querySelector("ul button, input, .do") || close).focus();
}

function menuOf(board, id) {
  const found = findCard(board, id);
  if (!found || !found.card.free) return;
  const { words } = board.data;
  const { card, column } = found;
  hold(board, id);
  const items = [
    !card.pinned && button(words.move_to, () => placesOf(board, id)),
    !card.pinned && button(words.swap_with, () => swapsOf(board, id)),
    column.kind === "group" && button(card.pinned ? words.unpin : words.pin, () => act(board, { kind: card.pinned ? "unpin" : "pin", person: id })),
    button(words.stopped, () => leaving(board, id)),
  ].filter(Boolean);
  openPanel(
    board,
    card.label,
    make("p", { class: "does", text: [card.does, column.name].filter(Boolean).join(" · ") }),
    make("ul", { class: "menu" }, ...items.map((one) => make("li", {}, one))),
  );
}

// a list that is filled as soon as what each choice would do is known
function choosing(board, id, title, rows, swaps = false) {
  const list = make("ul", { class: "choices" });
  const fillList = () => {
    const held = knownOf(board, id);
    const known = held && (!swaps || held.with_swaps) ? held : null;
    const focused = list.contains(board.root.activeElement) && board.root.activeElement.dataset.choice;
    list.replaceChildren(...(known ? rows(known) : [make("li", { class: "wait", text: board.data.words.looking })]));
    const again = focused && list.querySelector(`[data-choice="${focused}"]`);
    (again || (panelIsFresh(board) && list.querySelector("button")))?.focus();
  };
  openPanel(board, title, list);
  board.filling = fillList;
  fillList();
}

const panelIsFresh = (board) => {
  const { activeElement } = board.root;
  return !activeElement || activeElement === board.panel || activeElement.classList.contains("close");
};

function choice(key, name, told, onclick) {
  return make("li", {}, make("button", { type: "button", onclick, "data-choice": key, class: told.mark }, make("b", { class: "name", text: name }), consequenceOf(told)));
}

function placesOf(board, id) {
  const { card, column: here } = findCard(board, id);
  choosing(board, id, board.data.words.move_title.replace("{who}", card.label), (held) =>
    board.data.columns
      .filter((one) => one.key !== here.key && held.places[one.key])
      .sort((a, b) => held.places[a.key].rank - held.places[b.key].rank)
      .map((one) => choice(one.key, one.name, held.places[one.key], () => moveTo(board, id, one.key))),
  );
}

function swapsOf(board, id) {
  const { card } = findCard(board, id);
  const { words } = board.data;
  hold(board, id, true);
  choosing(board, id, words.swap_title.replace("{who}", card.label), (held) =>
    held.swaps.length
      ? held.swaps.map((one) => choice(one.person, `${one.label} (${one.where})`, one, () => done(board, { kind: "swap", person: id, other: one.person }, one)))
      : [make("li", { class: "wait", text: words.no_swaps })],
    true,
  );
}

function moveTo(board, id, key) {
  const told = knownOf(board, id)?.places[key];
  if (!told) {
    board.pending = { id, key }; // dropped before it was known what it would do
    return;
  }
  const column = board.data.columns.find((one) => one.key === key);
  done(board, { kind: "move", person: id, group: column.group }, told);
}

// done at once, or after a reason and a name where a must breaks
function done(board, what, told) {
  if (!told.excused) {
    act(board, what);
    return;
  }
  hold(board, what.person);
  withReason(board, findCard(board, what.person).card.label, consequenceOf(told), board.data.words.do_anyway, what);
}

function reasonFor(board, wrong) {
  const what = { kind: "override", rule: wrong.rule, person: wrong.person };
  withReason(board, board.data.words.give_reason, make("span", { text: wrong.sentence }), board.data.words.keep_reason, what);
}

function withReason(board, title, said, label, what) {
  const { words } = board.data;
  const reason = make("textarea", { rows: "2", maxlength: "1000", required: true, autofocus: true });
  const by = make("input", { type: "text", maxlength: "200", required: true, value: board.data.me });
  const form = make(
    "form",
    { class: "reason" },
    make("p", {}, said),
    make("p", { text: words.needs_reason }),
    make("label", {}, make("span", { text: words.reason }), reason),
    make("label", {}, make("span", { text: words.by }), by),
    make("div", { class: "do-row" }, make("button", { type: "submit", class: "do", text: label }), button(words.cancel, () => board.panel.close())),
  );
  form.onsubmit = (event) => {
    event.preventDefault();
    if (reason.value.trim() && by.value.trim()) act(board, { ...what, reason: reason.value, by: by.value });
    else (reason.value.trim() ? by : reason).focus();
  };
  board.filling = null;
  openPanel(board, title, form);
}

function leaving(board, id) {
  const { words } = board.data;
  const { card } = findCard(board, id);
  board.filling = null;
  openPanel(
    board,
    words.leave_title.replace("{who}", card.label),
    make("p", { text: words.leave_about }),
    make("div", { class: "do-row" }, button(words.leave, () => act(board, { kind: "leave", person: id }), { class: "do" }), button(words.cancel, () => board.panel.close())),
  );
}

function act(board, what) {
  if (board.busy) return;
  board.busy = true;
  board.wrap.setAttribute("aria-busy", "true");
  board.wantFocus = what.person || board.active;
  if (board.panel.open) board.panel.close();
  letGo(board);
  board.send("act", { ...what, seen: board.data.revision });
}
