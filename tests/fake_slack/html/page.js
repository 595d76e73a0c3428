// Shows what has changed, without losing what is being typed.
const live = () => document.querySelector("#live");

function toEnd() { if (live()) live().scrollTop = live().scrollHeight; }

async function refresh() {
  const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
  const fresh = page.querySelector("#live"), modal = page.querySelector("#modal");
  const busy = live()?.contains(document.activeElement) && /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName);
  if (fresh && live() && !busy && fresh.innerHTML !== live().innerHTML) { live().replaceWith(fresh); toEnd(); }
  const shown = document.querySelector("#modal");
  if (modal.dataset.key !== shown.dataset.key) { shown.replaceWith(modal); document.querySelector(".columns").inert = modal.dataset.key !== ""; modal.querySelector("input:not([type=hidden]), textarea, select")?.focus(); }
  return page.body.dataset.version;
}

async function watch() {
  let version = document.body.dataset.version;
  for (;;) {
    try {
      const changed = await (await fetch(`/page/changes?since=${version}`)).json();
      if (String(changed.version) !== version) version = await refresh();
    } catch {
      await new Promise((again) => setTimeout(again, 1000)); // the stand-in is being restarted
    }
  }
}

document.addEventListener("click", (event) => {
  const question = event.target.closest("[data-confirm]")?.dataset.confirm;
  if (question && !confirm(question)) event.preventDefault();
});
document.querySelector("#as").addEventListener("change", (event) => event.target.form.submit());
document.querySelector("#text")?.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey) { event.preventDefault(); event.target.form.requestSubmit(); }
});
toEnd();
watch();
