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
  window.tearsheetColumns = svg => {
    const figure = figures.find(one => one.svg === svg);
    if (!figure) return null;
    const shown = figure.panels.flatMap(panel => panel.series).map(one => column(one.key));
    const rows = figure.times.map(time => [isoTime(time, block.separator ?? " "), ...shown.map(one => {
      const index = lastAtOrBefore(one.times, time);
      return one.times[index] === time ? one.values[index] : "";
    })].join("\t"));
    return ["time", ...shown.map(one => one.name)].join("\t") + "\n" + rows.join("\n") + "\n";
  };
  listenForEscape();
  const follow = () => { const selection = readAddress(); if (selection) setZoom(selection); };
  addEventListener("hashchange", follow);
  matchMedia("(max-width:47rem)").addEventListener("change", () => { if (zoom) setZoom({ ...zoom }); showTime(null); });
  follow();
};
whenRead(makeLive);
