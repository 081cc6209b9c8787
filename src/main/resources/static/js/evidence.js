// Files go piece by piece (tus 1.0.0), and go on where they were after the network was gone or the page was left. Without this a form sends small ones.
"use strict";
for (const form of document.querySelectorAll("form[data-upload]")) {
  const PART = 4 * 1024 * 1024;
  const LONGEST_WAIT = 30000;
  const bar = form.querySelector(".progress");
  const said = bar.dataset;
  const token = form.elements._csrf?.value;
  const headers = (more) => ({ "Tus-Resumable": "1.0.0", ...(token && { "X-XSRF-TOKEN": token }), ...more });
  const pause = (ms) => new Promise((done) => setTimeout(done, ms));
  const base64 = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
  const key = (file) => `beffroi-upload:${form.dataset.upload}:${file.name}:${file.size}:${file.lastModified}`;

  class Refused extends Error {}

  // Whatever is not an answer of the house is waited out; what it refuses is said.
  async function ask(method, address, more, body) {
    for (let wait = 1000; ; wait = Math.min(2 * wait, LONGEST_WAIT)) {
      let answer = null;
      try {
        answer = await fetch(address, { method, headers: headers(more), body });
      } catch (e) {
        answer = null;
      }
      if (answer && answer.status < 500 && answer.status !== 408) return answer;
      bar.firstChild.textContent = said.waiting;
      await pause(wait);
    }
  }

  async function refuse(answer) {
    const problem = await answer.json().catch(() => ({}));
    throw new Refused(problem.detail ?? problem.title ?? said.refused);
  }

  function remembered(name, value) {
    try {
      if (value === undefined) return localStorage.getItem(name);
      if (value === null) localStorage.removeItem(name);
      else localStorage.setItem(name, value);
    } catch (e) {
      // No storage: a file that was cut off begins anew.
    }
    return null;
  }

  async function place(file) {
    const known = remembered(key(file));
    if (known) {
      const answer = await ask("HEAD", known);
      if (answer.ok) return [known, Number(answer.headers.get("Upload-Offset"))];
    }
    const metadata = [`filename ${base64(file.name)}`, `filetype ${base64(file.type)}`, `words ${base64(form.elements.words.value)}`].join(",");
    const answer = await ask("POST", form.dataset.upload, { "Upload-Length": file.size, "Upload-Metadata": metadata });
    if (!answer.ok) await refuse(answer);
    remembered(key(file), answer.headers.get("Location"));
    return [answer.headers.get("Location"), 0];
  }

  async function send(file) {
    const [address, begun] = await place(file);
    const meter = Object.assign(document.createElement("progress"), { max: file.size, value: begun });
    bar.replaceChildren(document.createTextNode(""), meter);
    for (let offset = begun; offset < file.size; ) {
      bar.firstChild.textContent = said.sending.replace("{name}", file.name).replace("{percent}", Math.floor((100 * offset) / file.size));
      const answer = await ask("PATCH", address, { "Content-Type": "application/offset+octet-stream", "Upload-Offset": offset }, file.slice(offset, offset + PART));
      if (answer.status === 409) {
        // It arrived, and its answer was lost: the house knows how much it has.
        offset = Number((await ask("HEAD", address)).headers.get("Upload-Offset"));
      } else if (answer.ok) {
        offset = Number(answer.headers.get("Upload-Offset"));
      } else {
        await refuse(answer);
      }
      meter.value = offset;
    }
    remembered(key(file), null);
  }

  form.addEventListener("submit", async (event) => {
    const files = [...form.elements.file.files];
    if (files.length === 0) return;
    event.preventDefault();
    const button = form.querySelector("button");
    button.disabled = true;
    bar.replaceChildren(document.createTextNode(""));
    try {
      for (const file of files) await send(file);
      form.reset();
      location.hash = "evidence";
      location.reload();
    } catch (e) {
      bar.replaceChildren(document.createTextNode(e instanceof Refused ? e.message : said.refused));
      button.disabled = false;
    }
  });
}
