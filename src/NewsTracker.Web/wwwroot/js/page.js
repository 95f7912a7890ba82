// “Copy” buttons, and the time of retrieval for a printed page.
document.addEventListener("click", async event => {
  const button = event.target.closest("[data-copy], [data-copy-link]");
  if (!button) return;
  const source = document.getElementById(button.dataset.copy);
  const text = source?.innerText ?? (button.dataset.copyLink || location.href.split("#")[0]);
  const label = button.dataset.label ??= button.textContent;
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
  } catch {
    // Not every page may write to the clipboard: then the text is marked, one key from being copied.
    if (!source) return void prompt("Copy this address", text);
    getSelection().selectAllChildren(source);
    button.textContent = "Marked: copy it";
  }
  setTimeout(() => { button.textContent = label; }, 2000);
});

// The page itself only knows when it was made, which can be long before it was fetched.
function retrieved(at) {
  const when = new Date(at);
  const day = when.toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  const time = when.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: "UTC" });
  document.querySelector("[data-retrieved]").textContent = `retrieved ${day}, ${time} UTC; `;
}

retrieved(performance.timeOrigin);
document.addEventListener("list-put", () => retrieved(Date.now()));
