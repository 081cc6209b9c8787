// Opens the declaration without a network, and keeps what is sent then until there is one. ${version}
"use strict";
importScripts("/js/queue.js");
const CACHE = "beffroi-${version}";
const PAGES = { fr: "/declare?lang=fr", en: "/declare?lang=en" };
const FILES = ["/js/declare.js", "/js/queue.js", "/js/offline.js", "/css/print.css", "/img/beffroi.svg", "/img/favicon.svg"];
const DOORS = ["/", "/declare", "/declarer", "/declare/must"];
const PATIENCE = 10000;

// As a guest: nothing of an account stays on the device.
async function keep() {
  const cache = await caches.open(CACHE);
  for (const address of [...Object.values(PAGES), ...FILES]) {
    const answer = await fetch(address, { credentials: "omit", cache: "no-cache" });
    if (!answer.ok) throw new Error(address);
    await cache.put(address, answer);
  }
}

addEventListener("install", (event) => event.waitUntil(keep().then(() => skipWaiting())));

addEventListener("activate", (event) =>
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name.startsWith("beffroi-") && name !== CACHE).map((name) => caches.delete(name))))
      .then(() => clients.claim()),
  ),
);

// Of a rehearsal, whose form is not to be taken for the real one, whatever happens.
const code = (said) => said.get("rehearsal")?.match(/^[A-Z0-9]{1,20}$/)?.[0] ?? "";
const home = (said, more) => "/declare?" + new URLSearchParams({ ...(code(said) && { rehearsal: code(said) }), ...more });

// The page as it was kept, with a key of its own; queue and hour are the page's affair.
async function kept(url) {
  if (url.pathname !== "/declare") return Response.redirect("/declare" + (url.pathname === "/declarer" ? "?lang=fr" : ""), 302);
  const spoken = (await self.cookieStore?.get("lang"))?.value ?? navigator.language;
  const wished = url.searchParams.get("lang") ?? spoken;
  const answer = await (await caches.open(CACHE)).match(PAGES[wished.startsWith("en") ? "en" : "fr"]);
  const rehearsal = code(url.searchParams);
  const marked = (page) => (rehearsal ? page.replace('name="rehearsal" value="', "$&" + rehearsal).replace('<div id="rehearsal" hidden', '<div id="rehearsal"') : page);
  const page = marked(await answer.text())
    .replace(/(name="key" value=")[^"]*/, "$1" + crypto.randomUUID())
    .replace('id="declaration"', 'id="declaration" data-device="true"');
  const headers = {};
  for (const name of ["content-type", "content-security-policy", "referrer-policy"]) headers[name] = answer.headers.get(name) ?? "";
  return new Response(page, { headers });
}

async function page(request, url) {
  try {
    return await fetch(request, { signal: AbortSignal.timeout(PATIENCE) });
  } catch (e) {
    return kept(url);
  }
}

async function post(request) {
  const body = await request.clone().text();
  try {
    return await fetch(request, { signal: AbortSignal.timeout(waiting.PATIENCE) });
  } catch (e) {
    const said = new URLSearchParams(body);
    if (said.has("look")) return Response.redirect(home(said, {}), 303);
    if (said.has("lang")) return Response.redirect(home(said, { lang: said.get("lang") }), 303);
    await waiting.put({ key: said.get("key"), body, sentAt: Date.now(), state: "waiting" });
    await registration.sync?.register("declarations").catch(() => {});
    return Response.redirect(home(said, { queued: "" }), 303);
  }
}

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.mode === "navigate" && request.method === "GET" && DOORS.includes(url.pathname)) {
    event.respondWith(page(request, url));
  } else if (request.mode === "navigate" && request.method === "POST" && url.pathname === "/declare") {
    event.respondWith(post(request));
  } else if (request.method === "GET" && FILES.includes(url.pathname)) {
    event.respondWith(fetch(request).catch(() => caches.match(url.pathname)));
  }
});

// Where the browser offers it, what waits is sent even though the page was closed.
addEventListener("sync", (event) => {
  if (event.tag !== "declarations") return;
  event.waitUntil(
    waiting.all().then(async (entries) => {
      for (const { key } of entries.filter((one) => one.state === "waiting")) {
        const entry = await waiting.send(key);
        if (entry?.state === "waiting") throw new Error("no network yet");
      }
    }),
  );
});
