// An incident's forms are sent one by one. What was typed into the others is kept in this tab meanwhile, and put back.
"use strict";
const page = document.querySelector("[data-case]");
const words = page.dataset;
const OWN = `beffroi-case:${words.who}:${words.case}:`;
const SENT = OWN + "sent";

// Storage that is full or forbidden keeps nothing; the page does all the same.
function quietly(work) {
  try {
    return work();
  } catch (e) {
    return null;
  }
}

function name(form) {
  const of = form.elements.declaration;
  return OWN + new URL(form.action).pathname + (of && of.type === "hidden" ? "#" + of.value : "");
}

function fields(form) {
  return [...form.elements].filter((field) => field.name && field.type !== "hidden" && field.type !== "submit");
}

const chosen = (field) => (field.type !== "radio" && field.type !== "checkbox") || field.checked;

function keep(form) {
  const said = fields(form).filter(chosen).map((field) => [field.name, field.value]);
  quietly(() => sessionStorage.setItem(name(form), JSON.stringify(said)));
}

function putBack(form) {
  const said = quietly(() => JSON.parse(sessionStorage.getItem(name(form))));
  if (!said || !fields(form).length) return;
  for (const field of fields(form)) {
    const values = said.filter((one) => one[0] === field.name).map((one) => one[1]);
    if (field.type === "radio" || field.type === "checkbox") field.checked = values.includes(field.value);
    else if (values.length) field.value = values[0];
  }
  for (let around = form.closest("details"); around; around = around.parentElement.closest("details")) around.open = true;
  const line = Object.assign(document.createElement("p"), { className: "unsaved muted small", textContent: words.unsaved + " " });
  line.setAttribute("role", "status");
  const erase = Object.assign(document.createElement("button"), { type: "button", className: "aslink", textContent: words.erase });
  erase.addEventListener("click", () => {
    quietly(() => sessionStorage.removeItem(name(form)));
    form.reset();
    line.remove();
  });
  line.append(erase);
  form.prepend(line);
}

quietly(() => {
  const sent = sessionStorage.getItem(SENT);
  sessionStorage.removeItem(SENT);
  if (sent && words.done === "true") sessionStorage.removeItem(sent);
});
for (const form of page.querySelectorAll("form")) {
  putBack(form);
  form.addEventListener("input", () => keep(form));
  form.addEventListener("submit", () => fields(form).length && quietly(() => sessionStorage.setItem(SENT, name(form))));
}
