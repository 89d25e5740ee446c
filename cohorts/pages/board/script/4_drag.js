// Dragging by pointer events, so that a mouse, a pen and a finger all can.

const FAR_ENOUGH = 6; // pixels before a press is a drag
const LONG = 350; // milliseconds of a finger on a card; its grip drags at once
const EDGE = 56; // pixels from an edge at which what is below scrolls along
const STEP = 14;

function listenToPointers(board) {
  const { wrap } = board;
  wrap.addEventListener("pointerdown", (event) => {
    const card = event.target.closest("button.card");
    if (!card || event.button || board.drag || board.busy) return;
    const finger = event.pointerType === "touch";
    const drag = { id: card.dataset.person, card, x: event.clientX, y: event.clientY, pointer: event.pointerId, on: false };
    drag.ready = !finger || Boolean(event.target.closest(".grip"));
    if (!drag.ready) drag.timer = setTimeout(() => lift(board), LONG);
    board.drag = drag;
  });
  const moves = (event) => {
    const { drag } = board;
    if (!drag || event.pointerId !== drag.pointer) return;
    const far = Math.hypot(event.clientX - drag.x, event.clientY - drag.y) > FAR_ENOUGH;
    if (!drag.on && far && !drag.ready) return drop(board, false); // a finger that scrolls
    if (!drag.on && far) lift(board);
    if (drag.on) follow(board, event.clientX, event.clientY);
  };
  const ends = (event) => {
    if (board.drag && event.pointerId === board.drag.pointer) drop(board, event.type === "pointerup");
  };
  const escapes = (event) => {
    if (event.key === "Escape" && board.drag?.on) {
      event.preventDefault();
      event.stopPropagation();
      drop(board, false);
    }
  };
  // while a finger drags, the page stays where it is
  const stays = (event) => board.drag?.on && event.cancelable && event.preventDefault();
  board.listeners.push([window, "pointermove", moves], [window, "pointerup", ends], [window, "pointercancel", ends]);
  board.listeners.push([window, "keydown", escapes, true], [window, "touchmove", stays, { passive: false }]);
  for (const [target, name, does, how] of board.listeners) target.addEventListener(name, does, how);
  wrap.addEventListener("contextmenu", (event) => board.drag && event.preventDefault());
  wrap.addEventListener("click", (event) => {
    if (!board.dragged) return;
    board.dragged = false;
    event.preventDefault();
    event.stopPropagation();
  }, true);
}

function lift(board) {
  const { drag } = board;
  if (!drag || drag.on) return;
  const found = findCard(board, drag.id);
  if (!found) return;
  if (found.card.pinned) {
    board.drag = null;
    tell(board, board.data.words.pinned_told.replace("{who}", found.card.label));
    return;
  }
  drag.on = true;
  drag.from = found.column.key;
  const box = drag.card.getBoundingClientRect();
  drag.dx = drag.x - box.left;
  drag.dy = drag.y - box.top;
  drag.ghost = drag.card.cloneNode(true);
  drag.ghost.className = "card ghost";
  drag.ghost.removeAttribute("data-person");
  drag.ghost.setAttribute("aria-hidden", "true");
  drag.ghost.style.width = `${box.width}px`;
  board.wrap.append(drag.ghost);
  drag.card.classList.add("lifted");
  board.active = drag.id;
  hold(board, drag.id);
  if (board.narrow) showTargets(board);
  follow(board, drag.x, drag.y);
}

function follow(board, x, y) {
  const { drag } = board;
  drag.at = [x, y];
  drag.ghost.style.transform = `translate(${x - drag.dx}px, ${y - drag.dy}px)`;
  const over = board.root.elementFromPoint(x, y)?.closest("[data-column]");
  const key = over && board.wrap.contains(over) ? over.dataset.column : null;
  if (key !== drag.over) {
    board.wrap.querySelectorAll(".over").forEach((one) => one.classList.remove("over"));
    if (key && key !== drag.from) over.classList.add("over");
    drag.over = key;
  }
  if (!drag.frame) drag.frame = requestAnimationFrame(() => scrollAlong(board));
}

function scrollAlong(board) {
  const { drag } = board;
  if (!drag?.on) return;
  const moving = board.narrow ? board.targets : board.columns;
  const box = moving.getBoundingClientRect();
  const [x, y] = drag.at;
  const along = (at, low, high) => (at < low + EDGE ? -STEP : at > high - EDGE ? STEP : 0);
  const dx = board.narrow ? 0 : along(x, box.left, Math.min(box.right, innerWidth));
  const dy = board.narrow ? along(y, box.top, Math.min(box.bottom, innerHeight)) : 0;
  const before = moving.scrollLeft + moving.scrollTop;
  moving.scrollBy(dx, dy);
  drag.frame = null;
  if (moving.scrollLeft + moving.scrollTop !== before) follow(board, x, y);
}

function drop(board, take) {
  const { drag } = board;
  clearTimeout(drag.timer);
  board.drag = null;
  if (!drag.on) return;
  cancelAnimationFrame(drag.frame);
  drag.ghost.remove();
  drag.card.classList.remove("lifted");
  board.targets.hidden = true;
  board.wrap.querySelectorAll(".over").forEach((one) => one.classList.remove("over"));
  board.dragged = true;
  setTimeout(() => { board.dragged = false; }, 0);
  const there = take && drag.over && drag.over !== drag.from && findColumn(board, drag.over);
  if (there && there.droppable) moveTo(board, drag.id, drag.over);
  else {
    tell(board, board.data.words.stays.replace("{who}", findCard(board, drag.id).card.label));
    letGo(board);
  }
}

const findColumn = (board, key) => board.data.columns.find((one) => one.key === key);

// a phone shows one column at a time: while dragging, all of them as a list
function showTargets(board) {
  const held = knownOf(board, board.held);
  const rows = board.data.columns
    .filter((one) => one.droppable && one.key !== board.drag?.from)
    .map((one) => make("div", { class: "target", "data-column": one.key }, make("b", { text: one.name }), held?.places[one.key] ? consequenceOf(held.places[one.key]) : null));
  board.targets.replaceChildren(...rows);
  board.targets.hidden = false;
}
