"use strict";
const boxes = [...document.querySelectorAll(".box")];
const cards = [...document.querySelectorAll("article[data-place]")];
const pages = document.querySelector(".pages");

function light(place) {
  for (const part of [...boxes, ...cards]) part.classList.toggle("lit", part.dataset.place === place);
}

function showBox(place) {
  const box = boxes.find((one) => one.dataset.place === place);
  if (!box) return;
  const [frame, at] = [pages.getBoundingClientRect(), box.getBoundingClientRect()];
  if (at.top < frame.top || at.bottom > frame.bottom) {
    pages.scrollTop += at.top - frame.top - frame.height / 3;
  }
}

function choose(place) {
  const card = cards.find((one) => one.dataset.place === place);
  light(place);
  showBox(place);
  if (card) { card.scrollIntoView({ block: "nearest" }); card.focus({ preventScroll: true }); }
}

for (const card of cards) {
  card.addEventListener("mouseenter", () => light(card.dataset.place));
  card.addEventListener("click", () => choose(card.dataset.place));
}
for (const box of boxes) {
  box.addEventListener("mouseenter", () => light(box.dataset.place));
  box.addEventListener("click", () => choose(box.dataset.place));
}
for (const button of document.querySelectorAll("nav button")) {
  button.addEventListener("click", () => {
    for (const other of document.querySelectorAll("nav button")) other.classList.toggle("on", other === button);
    const show = button.dataset.show;
    for (const card of cards) card.classList.toggle("hidden", show !== "all" && card.dataset.standing !== show);
  });
}
addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const seen = cards.filter((card) => !card.classList.contains("hidden"));
  const now = seen.findIndex((card) => card.classList.contains("lit"));
  const next = seen[Math.min(seen.length - 1, Math.max(0, now + step))];
  if (next) { event.preventDefault(); choose(next.dataset.place); }
});
