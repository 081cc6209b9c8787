// The queue by keyboard, and what has changed since it was drawn. Nothing moves by itself: whoever reads decides when.
"use strict";
const rows = [...document.querySelectorAll("table.queue tbody tr")];
const links = rows.map((row) => row.querySelector(".who-what a"));
const ticks = [...document.querySelectorAll("input.tick")];
const together = document.querySelector("details.together");

function count() {
  const ticked = ticks.filter((tick) => tick.checked).length;
  document.getElementById("ticked").textContent = ticked ? `(${ticked})` : "";
  if (ticked) together.open = true;
}

function go(step) {
  const at = links.indexOf(document.activeElement);
  const next = links[Math.min(links.length - 1, Math.max(0, at + step))];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

const KEYS = {
  j: () => go(1),
  k: () => go(-1),
  x: () => {
    const tick = document.activeElement.closest("tr")?.querySelector("input.tick");
    if (tick) {
      tick.checked = !tick.checked;
      count();
    }
  },
  "/": () => {
    document.querySelector("details.filterbox").open = true;
    document.getElementById("q").focus();
  },
};

addEventListener("keydown", (event) => {
  const typing = event.target.closest("input:not(.tick), select, textarea");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !KEYS[event.key]) return;
  event.preventDefault();
  KEYS[event.key]();
});

if (links.length) document.getElementById("keys").hidden = false;
if (together) {
  ticks.forEach((tick) => tick.addEventListener("change", count));
  count();
}

const fresh = document.getElementById("fresh");
const EACH = 15000;

async function ask() {
  if (document.visibilityState !== "visible") return;
  try {
    const answer = await fetch(fresh.dataset.ask, { headers: { accept: "application/json" } });
    if (!answer.ok) return;
    const { fresh: opened, changed } = await answer.json();
    const parts = [opened && fresh.dataset.fresh.replace("#", opened), changed && fresh.dataset.changed.replace("#", changed)];
    fresh.firstElementChild.textContent = parts.filter(Boolean).join(", ");
    fresh.hidden = !opened && !changed;
  } catch (e) {
    // No network: it is asked again.
  }
}

if (fresh) {
  setInterval(ask, EACH);
  document.addEventListener("visibilitychange", ask);
}
