const makeLive = () => {
  readBlock();
  if (!block) return;
  for (const svg of all("svg.fig")) {
    const figure = readFigure(svg);
    if (!figure) continue;
    figure.cross = svg.appendChild(draw(figure, "g", { class: "cross" }));
    svg.classList.add("live");
    svg.setAttribute("tabindex", "0");
    svg.setAttribute("aria-keyshortcuts", "ArrowLeft ArrowRight Shift+ArrowLeft Shift+ArrowRight Home End + - Escape");
    listenToMouse(figure);
    listenToTouch(figure);
    listenToKeys(figure);
    figures.push(figure);
    refine(figure);
  }
  if (!figures.length) return;
  listenForEscape();
  const follow = () => { const selection = readAddress(); if (selection) setZoom(selection); };
  addEventListener("hashchange", follow);
  matchMedia("(max-width:47rem)").addEventListener("change", () => { if (zoom) setZoom({ ...zoom }); showTime(null); });
  follow();
};
whenRead(makeLive);
