// Single keys make the list quicker; everything they do has a link or a box of its own.
const remembered = "single-keys";
const help = document.getElementById("keys");
const box = help.querySelector("[data-keys-on]");
const opener = document.querySelector("[data-keys]");
const rows = [...document.querySelectorAll("[data-rows] .row")];
let here = -1;

box.checked = read() !== "off";
box.addEventListener("change", () => write(box.checked ? "on" : "off"));
opener.hidden = false;
opener.addEventListener("click", () => help.showModal());

// Storage can be forbidden; the keys then stay on for this page.
function read() {
  try { return localStorage.getItem(remembered); } catch { return null; }
}

function write(state) {
  try { localStorage.setItem(remembered, state); } catch { return; }
}

function go(step) {
  if (rows.length === 0) return;
  rows[here]?.classList.remove("here");
  here = Math.min(rows.length - 1, Math.max(0, here + step));
  rows[here].classList.add("here");
  rows[here].querySelector("h3 a").focus({ preventScroll: true });
  rows[here].scrollIntoView({ block: "nearest" });
}

const actions = {
  "/": () => document.getElementById("q").select(),
  j: () => go(1),
  k: () => go(-1),
  o: () => rows[here]?.querySelector("h3 a").click(),
  "?": () => help.showModal(),
};

document.addEventListener("keydown", event => {
  const target = event.target;
  const typing = target.matches("input:not([type=checkbox]), select, textarea") || target.isContentEditable;
  if (event.key === "Escape" && typing) target.blur();
  if (typing || !box.checked || help.open || event.ctrlKey || event.metaKey || event.altKey) return;
  const action = actions[event.key];
  if (!action) return;
  event.preventDefault();
  action();
});
