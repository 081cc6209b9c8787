// The receipt: a button to print, and the draft of what was sent goes away.
"use strict";
const print = document.querySelector("[data-print]");
if (print) {
  print.hidden = false;
  print.addEventListener("click", () => window.print());
}
if (document.currentScript?.dataset.received === "true" || new URLSearchParams(location.search).has("received")) {
  try {
    localStorage.removeItem("beffroi-draft");
  } catch (e) {
    // No storage, no draft.
  }
}
