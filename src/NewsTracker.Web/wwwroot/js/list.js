// The list without a full reload: filters, search, order, bars and pages are fetched and put in place. Every one of them is a plain link or form
// as well, and whatever goes wrong here ends as that.
// Modules speak to each other by events: an import would not know the name that carries a file's fingerprint.
const main = document.getElementById("main");
const search = () => document.querySelector(".search");
const wide = matchMedia("(min-width: 60.01rem)");
const told = document.querySelector("[data-told-list]");
let asked = null;
let shown = location.search;

const isList = url => url.origin === location.origin && url.pathname === "/";
const onList = () => isList(location) && document.querySelector(".beside") !== null;

document.addEventListener("change", event => {
  const form = event.target.closest("[data-filters]");
  // Beside the list a tick applies itself; on a phone several are applied together.
  if (form && wide.matches && event.target.matches("[type=checkbox], select")) form.requestSubmit();
});

// Empty fields have no place in an address that people share.
document.addEventListener("formdata", event => {
  if (!event.target.matches("[data-filters], .search")) return;
  for (const [name, value] of [...event.formData]) if (value === "") event.formData.delete(name);
});

document.addEventListener("submit", event => {
  const form = event.target;
  if (event.defaultPrevented || !onList() || !form.matches("[data-filters], .search")) return;
  event.preventDefault();
  const query = new URLSearchParams(new FormData(form)).toString();
  visit(new URL(query ? `/?${query}` : "/", location.href), form === search() || !wide.matches);
});

document.addEventListener("click", event => {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || !onList()) return;
  const link = event.target.closest("a");
  if (!link || !main.contains(link)) return;
  const url = new URL(link.href.baseVal ?? link.href, location.href);
  if (!isList(url) || url.hash) return;
  event.preventDefault();
  visit(url, link.closest(".paging") !== null);
});

addEventListener("popstate", event => {
  // A step within the page (“skip to the content”) is no other list.
  if (isList(location) && location.search !== shown) put(new URL(location.href), event.state?.y ?? 0);
});

async function visit(url, fromTop) {
  history.replaceState({ ...history.state, y: scrollY }, "");
  await put(url, fromTop ? 0 : null, () => history.pushState({ y: 0 }, "", url));
}

// Fetches an address and puts its list in the place of this one.
async function put(url, y, arrived) {
  asked?.abort();
  const mine = asked = new AbortController();
  main.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(url, { signal: mine.signal, headers: { accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const next = page.getElementById("main");
    if (!isList(new URL(answer.url)) || !next) throw new Error("not a list");
    arrived?.();
    const kept = remember();
    main.replaceChildren(...next.childNodes);
    search().replaceWith(page.querySelector(".search"));
    document.title = page.title;
    shown = url.search;
    restore(kept);
    document.dispatchEvent(new Event("list-put"));
    if (y !== null) scrollTo(0, y);
    told.textContent = main.querySelector("h1")?.textContent ?? "";
  } catch {
    // A later wish has taken over, or the list cannot be fetched: then the browser goes there itself.
    if (!mine.signal.aborted) location.assign(url);
  } finally {
    if (asked === mine) main.removeAttribute("aria-busy");
  }
}

// What a person opened, typed and stood on.
function remember() {
  const focus = document.activeElement;
  return {
    open: [...main.querySelectorAll("details[data-keep][open]")].map(details => details.dataset.keep),
    typed: [...main.querySelectorAll("[data-keep] > .find")].filter(box => box.value).map(box => [box.parentElement.dataset.keep, box.value]),
    input: focus?.name && main.contains(focus) ? [focus.name, focus.value] : null,
    lost: main.contains(focus) || search().contains(focus),
  };
}

function restore(kept) {
  for (const name of kept.open) main.querySelector(`details[data-keep="${name}"]`)?.setAttribute("open", "");
  for (const [name, value] of kept.typed) {
    const box = main.querySelector(`[data-keep="${name}"] > .find`);
    if (!box) continue;
    box.value = value;
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }
  const same = kept.input && [...main.querySelectorAll("input, select")].find(field => field.name === kept.input[0] && (field.type !== "checkbox" || field.value === kept.input[1]));
  if (same && same.checkVisibility()) same.focus({ preventScroll: true });
  else if (kept.lost) main.focus({ preventScroll: true });
}
