// Columns of cards: drawn where they differ from what stands there, cards only when they are near.

function drawColumns(board) {
  const { columns } = board;
  const standing = new Map([...columns.children].map((one) => [one.dataset.column, one]));
  const drawn = board.data.columns.map((column) => {
    const signature = JSON.stringify([column, board.data.reads_only]);
    const before = standing.get(column.key);
    if (before && board.signatures.get(column.key) === signature) return before;
    board.signatures.set(column.key, signature);
    const made = columnOf(board, column);
    if (before) {
      made.classList.toggle("open", before.classList.contains("open"));
      if (before.classList.contains("filled")) fill(board, made);
    }
    return made;
  });
  const same = drawn.length === columns.children.length && drawn.every((one, i) => one === columns.children[i]);
  if (!same) {
    const { scrollLeft, scrollTop } = columns;
    columns.replaceChildren(...drawn);
    columns.scrollTo(scrollLeft, scrollTop);
    board.near.disconnect();
    drawn.forEach((one) => board.near.observe(one));
  }
  if (!columns.querySelector(".open")) openColumn(board, board.data.open || board.data.columns[0].key, false);
}

function columnOf(board, column) {
  const head = `head-${column.key}`;
  const name = make("h2", { id: head, tabindex: "-1", text: column.name });
  return make(
    "section",
    { class: `column ${column.kind}`, "data-column": column.key, "aria-labelledby": head },
    make(
      "header",
      {},
      name,
      make("p", { class: "where", text: column.where }),
      ...column.wrong.map((wrong) => wrongOf(board, wrong)),
      make("div", { class: "would" }),
    ),
    make("ul", { class: "cards", style: `min-height:${column.cards.length * 72}px` }),
  );
}

function wrongOf(board, wrong) {
  const said = make("p", { class: wrong.reason ? "wrong excused" : "wrong", text: wrong.sentence });
  if (wrong.reason) said.append(make("span", { text: ` ${wrong.reason}` }));
  else if (wrong.rule && !board.data.reads_only) {
    const { give_reason: text } = board.data.words;
    said.append(" ", button(text, () => reasonFor(board, wrong), { class: "link" }));
  }
  return said;
}

function fill(board, element) {
  const column = board.data.columns.find((one) => one.key === element.dataset.column);
  if (!column || element.classList.contains("filled")) return;
  element.classList.add("filled");
  const list = element.querySelector(".cards");
  list.removeAttribute("style");
  let part = "";
  for (const card of column.cards) {
    if (card.part !== part) list.append(make("li", { class: "part", text: card.part }));
    part = card.part;
    list.append(make("li", {}, cardOf(board, card)));
  }
  if (!column.cards.length) list.append(make("li", { class: "part", text: column.empty }));
  if (column.said.length) {
    const told = column.said.flatMap(([term, said]) => [make("dt", { text: term }), make("dd", { text: said })]);
    element.append(make("dl", { class: "said" }, ...told));
  }
}

function cardOf(board, card) {
  const { words } = board.data;
  const marks = [card.pinned && words.is_pinned, card.hand && words.by_hand].filter(Boolean);
  const size = card.at == null ? null : make(
    "span",
    { class: "size" },
    make("span", { class: "strip", "aria-hidden": "true" }, make("i", { style: `left:${card.at}%` })),
    make("span", { text: card.size }),
  );
  const state = ["card", card.pinned && "pinned", card.hand && "hand", card.wrong && "broken"];
  const inside = [
    make("span", { class: "who", text: card.label }),
    make("span", { class: "does", text: card.does }),
    make("span", { class: "row" }, size, card.phase ? phaseMark(card.phase, card.phase_said) : null),
    marks.length ? make("span", { class: "marks", text: marks.join(" · ") }) : null,
  ];
  if (!card.free) return make("div", { class: "card still" }, ...inside);
  if (board.data.reads_only) return make("div", { class: [...state, "read"].filter(Boolean).join(" ") }, ...inside);
  return make(
    "button",
    {
      type: "button",
      class: state.filter(Boolean).join(" "),
      "data-person": card.id,
      "aria-haspopup": "dialog",
      tabindex: card.id === board.active ? "0" : "-1",
    },
    make("span", { class: "grip", "aria-hidden": "true" }),
    ...inside,
  );
}

function openColumn(board, key, focus = true) {
  const column = board.columns.querySelector(`[data-column="${key}"]`);
  if (!column) return;
  board.columns.querySelectorAll(".open").forEach((one) => one.classList.remove("open"));
  column.classList.add("open");
  fill(board, column);
  board.jump.value = key;
  if (focus) {
    column.scrollIntoView({ block: "nearest", inline: "center" });
    column.querySelector("h2").focus({ preventScroll: true });
  }
}

function showWould(board) {
  const held = board.held && knownOf(board, board.held);
  board.columns.classList.toggle("choosing", Boolean(board.held));
  for (const column of board.columns.children) {
    const told = held?.places[column.dataset.column];
    column.querySelector(".would").replaceChildren(...(told ? [consequenceOf(told)] : []));
  }
}
