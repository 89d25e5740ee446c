// Arrows between cards, Ctrl+Z; Enter opens the menu of a card, for it is a button.

function listenToKeys(board) {
  board.wrap.addEventListener("click", (event) => {
    const card = event.target.closest("button.card");
    if (card && !board.busy) {
      makeActive(board, card);
      menuOf(board, card.dataset.person);
    }
  });
  board.wrap.addEventListener("focusin", (event) => {
    const card = event.target.closest?.("button.card");
    if (card) makeActive(board, card);
  });
  board.panel.addEventListener("close", () => {
    if (!board.busy) letGo(board);
    focusCard(board, board.active);
  });
  board.panel.addEventListener("click", (event) => {
    if (event.target === board.panel) board.panel.close(); // beside it
  });
  board.wrap.addEventListener("keydown", (event) => {
    if (event.target.matches("input, textarea, select")) return;
    const z = event.key.toLowerCase() === "z";
    if ((event.ctrlKey || event.metaKey) && (z || event.key.toLowerCase() === "y")) {
      event.preventDefault();
      const redo = !z || event.shiftKey;
      if (redo ? board.data.can_redo : board.data.can_undo) act(board, { kind: redo ? "redo" : "undo" });
      return;
    }
    const card = event.target.closest("button.card");
    const next = card && neighbour(board, card, event.key);
    if (next) {
      event.preventDefault();
      next.focus();
      next.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
  });
}

function neighbour(board, card, key) {
  const column = card.closest(".column");
  const cards = [...column.querySelectorAll("button.card")];
  const at = cards.indexOf(card);
  if (key === "ArrowDown") return cards[at + 1];
  if (key === "ArrowUp") return cards[at - 1];
  if (key === "Home") return cards[0];
  if (key === "End") return cards[cards.length - 1];
  const side = { ArrowRight: "nextElementSibling", ArrowLeft: "previousElementSibling" }[key];
  for (let other = side && column[side]; other; other = other[side]) {
    if (board.narrow) openColumn(board, other.dataset.column, false);
    fill(board, other);
    const there = [...other.querySelectorAll("button.card")];
    if (there.length) return there[Math.min(at, there.length - 1)];
  }
  return null;
}

function makeActive(board, card) {
  board.columns.querySelectorAll('button.card[tabindex="0"]').forEach((one) => one.setAttribute("tabindex", "-1"));
  card.setAttribute("tabindex", "0");
  board.active = card.dataset.person;
}

function focusCard(board, id) {
  const found = id && findCard(board, id);
  if (!found) return;
  const column = board.columns.querySelector(`[data-column="${found.column.key}"]`);
  if (board.narrow && !column.classList.contains("open")) openColumn(board, found.column.key, false);
  fill(board, column);
  const card = column.querySelector(`[data-person="${id}"]`);
  if (card) {
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest", inline: "nearest" });
  }
}
