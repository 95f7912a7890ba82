// “Copy” buttons: shown only where the browser lets a page write to the clipboard.
if (navigator.clipboard) {
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const text = document.getElementById(button.dataset.copy).innerText;
      const label = button.textContent;
      try {
        await navigator.clipboard.writeText(text);
        button.textContent = "Copied";
      } catch {
        button.textContent = "Not allowed by the browser";
      }
      setTimeout(() => { button.textContent = label; }, 2000);
    });
  }
}
