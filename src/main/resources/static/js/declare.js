// Comfort for the declaration: a draft is kept as one types, structures are proposed. Without it the page does all the same.
// A page, its draft and the key that makes two sendings one belong together, and stay with this tab through reload and back.
"use strict";
const form = document.getElementById("declaration");
const words = form.dataset;
const key = form.elements.key;
const wrong = document.getElementById("errors");
// What is rehearsed is never offered to the real form, nor the other way round.
const REHEARSAL = form.elements.rehearsal.value;
const DRAFT = REHEARSAL ? "beffroi-rehearsed:" : "beffroi-draft:";
const DAY = 24 * 60 * 60 * 1000;

const store = {
  read(name) {
    try {
      const draft = JSON.parse(localStorage.getItem(DRAFT + name));
      return draft && draft.who === (words.who ?? "") ? draft : null;
    } catch (e) {
      return null;
    }
  },
  write() {
    try {
      localStorage.setItem(DRAFT + key.value, JSON.stringify({ at: Date.now(), who: words.who ?? "", values: values() }));
      return true;
    } catch (e) {
      return false;
    }
  },
  clear(name) {
    try {
      localStorage.removeItem(DRAFT + name);
    } catch (e) {
      // No storage, no draft.
    }
  },
  // Those of a day at most, the newest first; older ones go.
  all() {
    try {
      return Object.keys(localStorage)
        .filter((name) => name.startsWith(DRAFT))
        .map((name) => ({ name: name.slice(DRAFT.length), at: JSON.parse(localStorage.getItem(name)).at }))
        .filter((draft) => Date.now() - draft.at < DAY || store.clear(draft.name))
        .sort((one, other) => other.at - one.at);
    } catch (e) {
      return [];
    }
  },
};

// What was sent from this tab: where its receipt is.
function receipt() {
  try {
    return sessionStorage.getItem("beffroi-sent:" + key.value);
  } catch (e) {
    return null;
  }
}

function element(name, text, attributes) {
  const made = Object.assign(document.createElement(name), attributes);
  made.textContent = text;
  return made;
}

function button(text, act) {
  const made = element("button", text, { type: "button", className: "button quiet small" });
  made.addEventListener("click", act);
  return made;
}

function notice(text, ...more) {
  let bar = document.getElementById("draft");
  if (!bar) {
    bar = element("div", "", { id: "draft", className: "notice" });
    bar.setAttribute("role", "status");
    form.before(bar);
  }
  const actions = element("p", "", { className: "actions" });
  actions.append(...more);
  bar.replaceChildren(element("p", text), ...(more.length ? [actions] : []));
  return bar;
}

function values() {
  const kept = {};
  for (const [name, value] of new FormData(form)) {
    if (!["_csrf", "key", "who", "wrong", "rehearsal"].includes(name) && value) (kept[name] ??= []).push(value);
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

function blank() {
  // Chromium keeps the state where an address leads to itself.
  history.replaceState(null, "");
  location.assign(location.pathname + (REHEARSAL ? "?rehearsal=" + REHEARSAL : ""));
}

function erase() {
  store.clear(key.value);
  form.removeEventListener("input", typed);
  removeEventListener("pagehide", keep);
  blank();
}

function belong(name) {
  key.value = name;
  history.replaceState({ ...history.state, form: name }, "");
}

// The key is this tab's as long as it is open. Another one that shows the same page, for it was doubled, gets one of its own, and a draft.
function alone() {
  return new Promise((done) => {
    if (!navigator.locks) return done();
    const patience = new AbortController();
    const end = setTimeout(() => patience.abort(), 300);
    navigator.locks
      .request(DRAFT + key.value, { signal: patience.signal }, () => {
        clearTimeout(end);
        done();
        return new Promise(() => {});
      })
      .catch(() => {
        belong(crypto.randomUUID());
        alone().then(done);
      });
  });
}

function take(name) {
  const draft = store.read(name);
  if (!draft) return;
  belong(name);
  alone();
  fill(draft.values);
  // The structure that was picked is a choice among suggestions, which must come first.
  if (draft.values.structure) suggest().then(() => fill({ structure: draft.values.structure }));
  notice(words.restored, button(words.erase, erase));
}

// Drafts that no open page is writing.
async function offer() {
  const held = navigator.locks ? (await navigator.locks.query()).held.map((lock) => lock.name) : [];
  const draft = store.all().find((one) => one.name !== key.value && store.read(one.name) && !held.includes(DRAFT + one.name));
  if (!draft || dirty) return;
  const said = store.read(draft.name).values;
  const at = new Date(draft.at).toLocaleTimeString(document.documentElement.lang === "fr" ? "fr-FR" : "en-GB", { hour: "2-digit", minute: "2-digit" });
  notice(
    `${words.offer} ${[at, said.structureText?.[0], said.description?.[0]].filter(Boolean).join(" · ").slice(0, 90)}`,
    button(words.take, () => take(draft.name)),
    button(words.erase, () => {
      store.clear(draft.name);
      document.getElementById("draft").remove();
      offer();
    }),
  );
}

// Come back to what was sent: it cannot be sent again by mistake.
function sent() {
  if (!receipt()) return false;
  form.hidden = true;
  notice(words.sent, element("a", words.look, { href: receipt(), className: "button small" }), button(words.another, blank));
  return true;
}

const input = form.querySelector("[data-suggest]");
const proposed = document.getElementById("structure-suggestions");

async function suggest() {
  const asked = input.value.trim();
  try {
    const answer = await fetch(input.dataset.suggest + "?q=" + encodeURIComponent(asked));
    if (answer.ok && asked === input.value.trim()) proposed.innerHTML = await answer.text();
  } catch (e) {
    // No network: what was typed is enough.
  }
}

let typing;
input.addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(suggest, 180);
});
// What was wrong with a field is not said any longer once it is answered.
function answered(name) {
  document.getElementById("e-" + name)?.remove();
  const field = document.getElementById("f-" + name);
  field.removeAttribute("aria-invalid");
  field.setAttribute("aria-describedby", "h-" + name);
  field.closest(".field").classList.remove("invalid");
  wrong?.querySelector(`a[href="#f-${name}"]`)?.closest("li").remove();
  if (wrong && !wrong.querySelector("li")) wrong.hidden = true;
}
// The hour of the structure's island, unless another one was chosen.
const zone = form.elements.zone;
zone.addEventListener("change", () => (zone.dataset.chosen = "true"));
proposed.addEventListener("change", (event) => {
  if (event.target.dataset.zone && !zone.dataset.chosen) zone.value = event.target.dataset.zone;
  answered("structure");
});

let later;
let dirty = false;
function keep() {
  clearTimeout(later);
  return dirty && !receipt() && store.write();
}
function typed() {
  dirty = true;
  clearTimeout(later);
  later = setTimeout(() => keep() && notice(words.kept, button(words.erase, erase)), 400);
}
form.addEventListener("input", typed);
addEventListener("pagehide", keep);

let gone = 0;
form.addEventListener("submit", (event) => {
  const language = ["lang", "look"].includes(event.submitter?.name);
  dirty ||= !language;
  keep();
  if (navigator.onLine === false && !navigator.serviceWorker?.controller) {
    event.preventDefault();
    notice(words.offline).scrollIntoView({ block: "center" });
  } else if (language) {
    // It comes back as it is, in the other language or with who would be told.
  } else if (Date.now() - gone < 3000) {
    event.preventDefault();
  } else {
    gone = Date.now();
    try {
      sessionStorage.setItem("beffroi-sending", key.value);
    } catch (e) {
      // The receipt then leaves the draft where it is, for a day.
    }
  }
});
addEventListener("pageshow", (event) => {
  gone = 0;
  if (event.persisted) sent();
});

const back = history.state?.form;
const seen = document.getElementById("foreseen");
if (wrong || seen) {
  belong(key.value);
  alone();
  (wrong ?? seen).focus();
} else {
  belong(back ?? key.value);
  if (!sent()) {
    if (back && store.read(back)) take(back);
    else if (store.read(key.value)) alone().then(() => notice(words.kept, button(words.erase, erase)));
    else alone().then(offer);
  }
}
