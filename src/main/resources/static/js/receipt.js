// The receipt: a button to print, and the draft of what was sent goes away.
"use strict";
const print = document.querySelector("[data-print]");
if (print) {
  print.hidden = false;
  print.addEventListener("click", () => window.print());
}
if (new URLSearchParams(location.search).has("received")) {
  try {
    const key = sessionStorage.getItem("beffroi-sending");
    if (key) {
      localStorage.removeItem("beffroi-draft:" + key);
      sessionStorage.setItem("beffroi-sent:" + key, location.pathname);
      sessionStorage.removeItem("beffroi-sending");
    }
  } catch (e) {
    // No storage, no draft.
  }
}
