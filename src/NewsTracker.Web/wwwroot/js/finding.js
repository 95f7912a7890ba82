// A box to find one of many names: beside a facet and above a directory. It listens from the document, so boxes of a list that was fetched anew work too.
document.addEventListener("input", event => {
  const box = event.target.closest(".find");
  if (box) narrow(box);
});

document.addEventListener("keydown", event => {
  if (event.key === "Enter" && event.target.closest(".find")) event.preventDefault();
});

// Whoever opens “Find one of 146” is about to type.
document.addEventListener("click", event => {
  const facet = event.target.closest("[data-facet] > summary")?.parentElement;
  if (facet && !facet.open && matchMedia("(hover: hover)").matches) setTimeout(() => facet.querySelector(".find")?.focus(), 0);
});

function narrow(box) {
  const wanted = fold(box.value);
  for (const item of box.parentElement.querySelectorAll("li")) item.hidden = !fold(item.dataset.find ?? item.textContent).includes(wanted);
}

function fold(text) {
  return text.normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase().trim();
}
