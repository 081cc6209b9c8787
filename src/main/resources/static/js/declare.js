// Comfort for the declaration: a draft is kept as one types, structures are proposed. Without it the page does all the same.
"use strict";
const form = document.getElementById("declaration");
const DRAFT = "beffroi-draft";
const DAY = 24 * 60 * 60 * 1000;

const store = {
  read() {
    try {
      const draft = JSON.parse(localStorage.getItem(DRAFT));
      return draft && Date.now() - draft.at < DAY ? draft : null;
    } catch (e) {
      return null;
    }
  },
  write(values) {
    try {
      localStorage.setItem(DRAFT, JSON.stringify({ at: Date.now(), values }));
      return true;
    } catch (e) {
      return false;
    }
  },
  clear() {
    try {
      localStorage.removeItem(DRAFT);
    } catch (e) {
      // No storage, no draft.
    }
  },
};

function notice(text, action) {
  let bar = document.getElementById("draft");
  if (!bar) {
    bar = document.createElement("div");
    bar.id = "draft";
    bar.className = "notice";
    bar.setAttribute("role", "status");
    form.before(bar);
  }
  const words = document.createElement("p");
  words.textContent = text + " ";
  if (action) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button aslink";
    button.textContent = form.dataset.erase;
    button.addEventListener("click", action);
    words.append(button);
  }
  bar.replaceChildren(words);
}

function values() {
  const kept = {};
  for (const [name, value] of new FormData(form)) {
    if (name !== "_csrf" && value) (kept[name] ??= []).push(value);
  }
  return kept;
}

function fill(kept) {
  for (const field of form.elements) {
    const said = kept[field.name];
    if (!said || field.type === "submit") continue;
    if (field.type === "radio" || field.type === "checkbox") field.checked = said.includes(field.value);
    else field.value = said[0];
    if (field.closest("details")) field.closest("details").open = true;
  }
}

function erase() {
  store.clear();
  location.assign(location.pathname);
}

const input = form.querySelector("[data-suggest]");

async function suggest() {
  const asked = input.value.trim();
  try {
    const answer = await fetch(input.dataset.suggest + "?q=" + encodeURIComponent(asked));
    if (answer.ok && asked === input.value.trim()) document.getElementById("structure-suggestions").innerHTML = await answer.text();
  } catch (e) {
    // No network: what was typed is enough.
  }
}

let typing;
input.addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(suggest, 180);
});

const wrong = document.getElementById("errors");
const draft = wrong ? null : store.read();
if (wrong) {
  wrong.focus();
} else if (draft) {
  fill(draft.values);
  // The structure that was picked is a choice among suggestions, which must come first.
  if (draft.values.structure) suggest().then(() => fill({ structure: draft.values.structure }));
  notice(form.dataset.restored, erase);
} else {
  form.elements.key.value = crypto.randomUUID ? crypto.randomUUID() : form.elements.key.value;
}
let later;
form.addEventListener("input", () => {
  clearTimeout(later);
  later = setTimeout(() => {
    if (store.write(values())) notice(form.dataset.kept, erase);
  }, 400);
});
