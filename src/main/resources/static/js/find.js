// From every page of the desk: the key «/» goes to where one searches.
"use strict";
// On a telephone the menu is one line: where one is must be seen.
document.querySelector(".nav [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input:not([type=checkbox]):not([type=radio]), select, textarea");
  if (event.key !== "/" || typing || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  // On the queue, the key belongs to the queue's own filter.
  const field = document.querySelector(".seek #q") ?? (document.querySelector("details.filterbox #q") ? null : document.getElementById("find"));
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
});
