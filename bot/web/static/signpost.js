// Asks without leaving the page. Without this script the same form posts and the whole page comes back.
import { createAll, SkipLink } from "./vendor/govuk-frontend-6.6.0/govuk-frontend.min.js";

const PATIENCE_MS = 30000;
const form = document.getElementById("ask");
const conversation = document.getElementById("conversation");
const problem = document.getElementById("problem");
const status = document.getElementById("status");
let waiting = false;

document.body.classList.add("js-enabled", "govuk-frontend-supported");
createAll(SkipLink);

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  if (waiting) return;
  const pressed = event.submitter?.name === "reply" ? event.submitter.value : null;
  setWaiting(true);
  try {
    const reply = await post(question(pressed ?? form.elements.text.value));
    const html = fragment(await reply.text());
    if (reply.ok) showAnswer(html, pressed);
    else showProblem(html.querySelector("[data-problem]") ?? failure());
  } catch {
    showProblem(failure());
  } finally {
    setWaiting(false);
  }
});

function question(text) {
  return { text, history: JSON.parse(form.elements.history.value || "[]"), area: form.elements.area.value || null };
}

function post(body) {
  return fetch("/conversation", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
}

function fragment(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
}

function failure() {
  return document.getElementById("failure").content.firstElementChild.cloneNode(true);
}

function showAnswer(html, pressed) {
  const carrier = html.querySelector("[data-history]");
  form.elements.history.value = carrier.dataset.history;
  carrier.remove();
  // a follow-up asks about the newest answer, so older cards no longer offer it
  conversation.querySelectorAll("[data-latest-only]").forEach((old) => old.remove());
  document.querySelector(".sp-999")?.remove(); // every card opens with this line
  const card = html.querySelector("[data-card]");
  const title = card.querySelector("[data-answer-title]");
  conversation.append(html);
  problem.replaceChildren();
  if (pressed === null) form.elements.text.value = "";
  form.querySelector("label[for=text]").textContent = "What else do you need to know?";
  // the 999 line stands above the title, so the card is brought into view rather than the title
  title.focus({ preventScroll: true });
  card.scrollIntoView({ block: "start" });
}

function showProblem(element) {
  problem.replaceChildren(element);
  element.focus();
}

function setWaiting(on) {
  waiting = on;
  status.textContent = on ? "Looking up where to refer. In danger, ring 999 without waiting." : "";
  conversation.setAttribute("aria-busy", String(on));
  document.querySelectorAll("button[form=ask], #send").forEach((button) => button.setAttribute("aria-disabled", String(on)));
  if (on) status.scrollIntoView({ block: "nearest" });
}

document.addEventListener("click", (event) => {
  const copy = event.target.closest("[data-copy]");
  if (copy) copyNote(copy);
  const mark = event.target.closest("a.sp-mark");
  if (mark) openAround(document.querySelector(mark.hash));
});

function openAround(source) {
  source?.closest("details")?.setAttribute("open", "");
}

async function copyNote(button) {
  const note = document.getElementById(button.dataset.copy);
  const told = button.parentElement.querySelector("[data-copied]");
  try {
    await navigator.clipboard.writeText(note.value);
    told.textContent = "Decision note copied.";
  } catch {
    // over plain HTTP a browser gives no clipboard: show the text, selected, to copy by hand
    const details = button.parentElement.querySelector("[data-note]");
    details.classList.remove("sp-no-script");
    details.open = true;
    note.focus();
    note.select();
    told.textContent = "The note is selected below. Copy it from there.";
  }
}

window.addEventListener("beforeprint", () => {
  document.querySelectorAll("main details:not([open]):not([data-note])").forEach((folded) => {
    folded.open = true;
    folded.dataset.folded = "";
  });
});
window.addEventListener("afterprint", () => {
  document.querySelectorAll("details[data-folded]").forEach((opened) => {
    opened.open = false;
    delete opened.dataset.folded;
  });
});
