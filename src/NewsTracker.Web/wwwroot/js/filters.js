// A box to find one of many names, and filters that apply themselves where they stand beside the list.
for (const box of document.querySelectorAll("[data-facet] > .find, [data-directory] > .find")) {
  const items = [...box.parentElement.querySelectorAll("li")];
  const names = items.map(item => fold(item.dataset.find ?? item.textContent));
  box.hidden = false;
  box.addEventListener("input", () => {
    const wanted = fold(box.value);
    items.forEach((item, index) => { item.hidden = !names[index].includes(wanted); });
  });
  box.addEventListener("keydown", event => {
    if (event.key === "Enter") event.preventDefault();
  });
}

const form = document.querySelector("[data-filters]");
const wide = matchMedia("(min-width: 60.01rem)");
form?.addEventListener("change", event => {
  if (wide.matches && event.target.matches("[type=checkbox], select")) form.requestSubmit();
});
// Empty fields have no place in an address that people share.
form?.addEventListener("formdata", event => {
  for (const [name, value] of [...event.formData]) if (value === "") event.formData.delete(name);
});

function fold(text) {
  return text.normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase().trim();
}
