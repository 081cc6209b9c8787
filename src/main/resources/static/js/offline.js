// Keeps the page on the device, and shows what waits there for a network. See queue.js and /worker.js.
"use strict";
{
  const box = document.getElementById("waiting");
  const say = box.dataset;
  const sheet = document.getElementById("declaration");
  const AGAIN = 10000;
  const here = new URLSearchParams(location.search);
  let another = false;
  let hidden = false;

  function make(name, text, attributes, ...more) {
    const made = Object.assign(document.createElement(name), attributes);
    made.textContent = text;
    made.append(...more);
    return made;
  }

  function act(text, work, quiet = true) {
    const made = make("button", text, { type: "button", className: quiet ? "button quiet small" : "button small" });
    made.addEventListener("click", work);
    return made;
  }

  const hour = (at) =>
    new Date(at).toLocaleString(document.documentElement.lang === "fr" ? "fr-FR" : "en-GB", {
      day: "numeric",
      month: "long",
      hour: "2-digit",
      minute: "2-digit",
    });

  // The browser's own storage may be forbidden: then a draft is not kept either.
  function storage(work) {
    try {
      return work();
    } catch (e) {
      return null;
    }
  }

  async function erase(entry) {
    await waiting.remove(entry.key);
    await show();
  }

  // The form as it was, to be completed with the network that is there now.
  async function complete(entry) {
    const values = {};
    for (const [name, value] of new URLSearchParams(entry.body)) {
      if (!["_csrf", "key", "wrong", "who", "rehearsal"].includes(name) && value) (values[name] ??= []).push(value);
    }
    const rehearsal = new URLSearchParams(entry.body).get("rehearsal");
    storage(() => localStorage.setItem((rehearsal ? "beffroi-rehearsed:" : "beffroi-draft:") + entry.key, JSON.stringify({ at: Date.now(), who: sheet.dataset.who ?? "", values })));
    await waiting.remove(entry.key);
    history.replaceState({ form: entry.key }, "", "/declare" + (rehearsal ? "?rehearsal=" + rehearsal : ""));
    location.reload();
  }

  function one(entry) {
    const actions = make("p", "", { className: "actions" });
    let text = say.kept.replace("{time}", hour(entry.sentAt));
    if (entry.state === "arrived") {
      text = say.arrived + " " + (entry.reference ?? "");
      const receipt = make("a", say.receipt, { href: entry.receipt + "?received", className: "button small" });
      receipt.addEventListener("click", () => waiting.remove(entry.key));
      actions.append(receipt);
    } else if (entry.state === "refused") {
      text = say.refused;
      actions.append(act(say.complete, () => complete(entry), false));
    } else if (entry.state === "sign-in") {
      text = say.signIn;
      actions.append(make("a", say.signInLink, { href: "/sign-in", className: "button small" }));
    } else {
      actions.append(act(say.again, () => attempt(), false));
    }
    actions.append(act(say.erase, () => erase(entry)));
    const kind = entry.state === "arrived" ? "notice done" : "notice warn";
    return make("div", "", { className: kind }, make("p", text), actions);
  }

  // A state is told when it changes, not each time that it is looked at.
  let shown = "";
  async function show() {
    const entries = await waiting.all();
    const now = JSON.stringify(entries.map((entry) => [entry.key, entry.state]));
    if (now === shown) return entries;
    shown = now;
    box.replaceChildren(...entries.map(one));
    const alone = entries.length > 0 && here.has("queued") && !another;
    if (hidden && !alone) sheet.hidden = false;
    hidden = alone;
    if (alone) {
      sheet.hidden = true;
      const more = act(say.another, () => {
        another = true;
        sheet.hidden = false;
        more.remove();
      });
      box.append(make("p", "", { className: "actions" }, more));
    }
    for (const entry of entries.filter((each) => each.state === "arrived")) {
      storage(() => sessionStorage.setItem("beffroi-sent:" + entry.key, entry.receipt));
    }
    return entries;
  }

  async function attempt() {
    for (const entry of (await waiting.all()).filter((each) => ["waiting", "sign-in"].includes(each.state))) await waiting.send(entry.key);
    return show();
  }

  async function watch() {
    const entries = await attempt();
    if (entries.some((entry) => entry.state === "waiting")) setTimeout(watch, AGAIN);
  }

  // From the device, the hour of the finding is that of the moment, in the zone that the form names.
  if (sheet.dataset.device) {
    const zone = sheet.elements.zone.value;
    sheet.elements.foundAt.value = new Date().toLocaleString("sv-SE", { timeZone: zone }).slice(0, 16).replace(" ", "T");
    if (!here.has("queued")) sheet.before(make("p", say.device, { className: "notice warn", id: "device" }));
  }
  // What has just been kept is no draft any longer.
  if (here.has("queued")) {
    storage(() => {
      localStorage.removeItem("beffroi-draft:" + sessionStorage.getItem("beffroi-sending"));
      sessionStorage.removeItem("beffroi-sending");
    });
  }
  if ("serviceWorker" in navigator && window.indexedDB && navigator.locks) {
    const begin = () => watch().catch(() => {});
    addEventListener("online", begin);
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && begin());
    show().then(begin, () => {});
    // After all that the page itself needs: the network may be slow.
    addEventListener("load", () => navigator.serviceWorker.register("/worker.js", { updateViaCache: "none" }).catch(() => {}));
  }
}
