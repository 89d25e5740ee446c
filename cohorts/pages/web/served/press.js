// A press counts for what it began on. Where the page is drawn further between down and up, what was
// pressed moves from under the pointer, and the browser gives the click to what both places are in:
// nobody. Then the press is given to what it began on, as somebody meant who saw it there.
"use strict";
(() => {
  const PRESSED =
    "a[href], button, summary, label, [role='button'], [role='checkbox'], [role='option'], [role='radio'], [role='tab']";
  const STILL = 6; // CSS pixels; whoever moves further lets go of it, or drags it

  const innermost = (event) => event.composedPath()[0];
  const pressedAt = (event) => innermost(event).closest?.(PRESSED) ?? null;

  let began = null;
  addEventListener(
    "pointerdown",
    (event) => {
      const on = event.isPrimary && event.button === 0 ? pressedAt(event) : null;
      began = on && { on, x: event.clientX, y: event.clientY };
    },
    true,
  );
  const far = ({ clientX, clientY }) => Math.hypot(clientX - began.x, clientY - began.y) > STILL;
  addEventListener("pointermove", (event) => began && far(event) && (began = null), true);
  addEventListener("pointercancel", () => (began = null), true);

  addEventListener(
    "click",
    (event) => {
      // a click of a key or a program has no place in a row of clicks
      if (!began || !event.detail) return;
      const { on } = began;
      const elsewhere = !far(event) && on.isConnected && !event.composedPath().includes(on);
      began = null;
      if (!elsewhere) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      on.click();
    },
    true,
  );
})();
