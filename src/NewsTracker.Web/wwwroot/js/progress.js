// Follows the import, or the work on the catalogue, that runs; without this module the page has a link to refresh it.
const box = document.querySelector("[data-progress]");
const bar = box.querySelector("progress");
const told = box.querySelector("[data-told]");

async function look() {
  const answer = await fetch(box.dataset.progress || "/admin/progress", { headers: { accept: "application/json" } });
  if (!answer.ok || answer.redirected) return location.reload();
  const state = await answer.json();
  if (!state.running) return location.reload();
  bar.max = Math.max(1, state.found);
  bar.value = state.done;
  told.textContent = state.told;
  setTimeout(follow, 500);
}

function follow() {
  // A server that is away for a moment is asked again.
  look().catch(() => setTimeout(follow, 2000));
}

follow();
