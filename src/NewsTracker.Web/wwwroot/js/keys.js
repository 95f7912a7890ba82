// Single keys make the list quicker; everything they do has a link or a box of its own.
const remembered = "single-keys";
const help = document.getElementById("keys");
const box = help.querySelector("[data-keys-on]");

box.checked = read() !== "off";
box.addEventListener("change", () => write(box.checked ? "on" : "off"));
document.querySelector("[data-keys]").addEventListener("click", () => help.showModal());

// Storage can be forbidden; the keys then stay on for this page.
function read() {
  try { return localStorage.getItem(remembered); } catch { return null; }
}

function write(state) {
  try { localStorage.setItem(remembered, state); } catch { return; }
}

// Asked for each time: the list can have been put in place anew.
const rows = () => [...document.querySelectorAll("[data-rows] .row")];
const here = () => document.querySelector("[data-rows] .row.here");

function leave() {
  here()?.querySelector("h3 a").blur();
  here()?.classList.remove("here");
}

function go(step) {
  const all = rows();
  if (all.length === 0) return;
  const at = Math.min(all.length - 1, Math.max(0, all.indexOf(here()) + step));
  here()?.classList.remove("here");
  all[at].classList.add("here");
  all[at].querySelector("h3 a").focus({ preventScroll: true });
  all[at].scrollIntoView({ block: "nearest" });
}

const actions = {
  "/": () => document.getElementById("q").select(),
  j: () => go(1),
  k: () => go(-1),
  o: () => here()?.querySelector("h3 a").click(),
  "?": () => help.showModal(),
  Escape: leave,
};

document.addEventListener("keydown", event => {
  const target = event.target;
  const typing = target.matches("input:not([type=checkbox]), select, textarea") || target.isContentEditable;
  if (event.key === "Escape" && typing) target.blur();
  if (typing || !box.checked || help.open || event.ctrlKey || event.metaKey || event.altKey) return;
  const action = actions[event.key];
  if (!action) return;
  if (event.key !== "Escape") event.preventDefault();
  action();
});
