// Declarations that wait on this device for a network. Shared by the page and its worker.
// An entry: key, body (the form as it was sent), sentAt (when «send» was pressed), state: waiting, refused, sign-in, arrived (receipt, reference).
"use strict";
const waiting = {
  // Every wait has an end: a network may be there and lead nowhere.
  PATIENCE: 20000,

  open() {
    return new Promise((done, failed) => {
      const asked = indexedDB.open("beffroi", 1);
      asked.onupgradeneeded = () => asked.result.createObjectStore("declarations", { keyPath: "key" });
      asked.onsuccess = () => done(asked.result);
      asked.onerror = () => failed(asked.error);
    });
  },

  async use(mode, work) {
    const base = await waiting.open();
    try {
      return await new Promise((done, failed) => {
        const change = base.transaction("declarations", mode);
        const asked = work(change.objectStore("declarations"));
        change.oncomplete = () => done(asked.result);
        change.onerror = change.onabort = () => failed(change.error);
      });
    } finally {
      base.close();
    }
  },

  async all() {
    const entries = await waiting.use("readonly", (store) => store.getAll());
    return entries.sort((one, other) => one.sentAt - other.sentAt);
  },
  get: (key) => waiting.use("readonly", (store) => store.get(key)),
  put: (entry) => waiting.use("readwrite", (store) => store.put(entry)),
  remove: (key) => waiting.use("readwrite", (store) => store.delete(key)),

  // Whoever was signed in is asked for again: what an account declared must not arrive as a stranger's.
  async own(body) {
    const page = await (await fetch("/declare", { signal: AbortSignal.timeout(waiting.PATIENCE) })).text();
    const value = (name) => page.match(new RegExp(`name="${name}" value="([^"]*)"`))?.[1];
    if (value("who") !== body.get("who")) return false;
    body.set("_csrf", value("_csrf") ?? "");
    return true;
  },

  // One after the other, whichever page or worker begins.
  send(key) {
    return navigator.locks.request("beffroi-send", async () => {
      const entry = await waiting.get(key);
      if (!entry || entry.state === "arrived") return entry;
      try {
        const state = await waiting.hand(entry);
        if (await waiting.get(key)) await waiting.put(Object.assign(entry, state));
      } catch (e) {
        // Still no network.
      }
      return entry;
    });
  },

  async hand(entry) {
    const body = new URLSearchParams(entry.body);
    const account = body.has("who");
    if (account && !(await waiting.own(body))) return { state: "sign-in" };
    body.set("sentAt", new Date(entry.sentAt).toISOString());
    const answer = await fetch("/declare", {
      method: "POST",
      body,
      credentials: account ? "same-origin" : "omit",
      signal: AbortSignal.timeout(waiting.PATIENCE),
    });
    if (answer.redirected && answer.ok) {
      const reference = (await answer.text()).match(/(?:BEF|EXE)-\d{4}-\d{6,}-[0-9A-Z]/)?.[0];
      return { state: "arrived", receipt: new URL(answer.url).pathname, reference, body: "" };
    }
    return answer.status === 422 || answer.status === 409 ? { state: "refused" } : {};
  },
};
