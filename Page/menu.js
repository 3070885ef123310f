// What leaves a figure, which of its series are shown, and what a number is made of.
const bubble = make("div", "bubble");
const hideBubble = () => bubble.remove();
const showBubble = (node, lines) => {
  bubble.replaceChildren(...lines.filter(line => line).map((line, index) => make("p", index ? "" : "strong", line)));
  document.body.append(bubble);
  const box = node.getBoundingClientRect(), width = document.documentElement.clientWidth;
  bubble.style.left = Math.max(8, Math.min(box.left, width - bubble.offsetWidth - 8)) + scrollX + "px";
  bubble.style.top = box.bottom + scrollY + 6 + "px";
};
// A click on a number of a table opens its name, formula and convention; the next click, or Escape, closes it.
const explain = cell => {
  const name = cell.closest("tr,dl > div").querySelector("th,dt");
  showBubble(cell, [(name?.textContent ?? "") + (cell === name ? "" : " " + cell.textContent), name === cell ? "" : name?.title, ...conventionOf(cell).split("\n")]);
};
// A benchmark's number has the convention of the run's beside it.
const conventionOf = cell => cell.title || cell.previousElementSibling?.title || "";
document.addEventListener("click", event => {
  const cell = event.target.closest("td[title],tbody th[title],dd[title],td[title]:not(:has(~td[title]))~td");
  hideBubble();
  if (cell) explain(cell);
});
document.addEventListener("keydown", event => { if (event.key === "Escape") hideBubble(); });

// Bars and cells by keyboard: the arrows go from value to value.
const readValues = svg => {
  const values = all("path > title", svg).map(title => title.parentNode);
  if (!values.length || svg.classList.contains("live")) return;
  let at = -1;
  svg.setAttribute("tabindex", "0");
  svg.addEventListener("keydown", event => {
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -1e9, End: 1e9 }[event.key];
    if (!step) return;
    event.preventDefault();
    at = Math.max(0, Math.min(at + step, values.length - 1));
    showBubble(values[at], [values[at].textContent]);
    announce(values[at].textContent);
  });
  svg.addEventListener("blur", hideBubble);
};

// A figure as a file of its own: what the style sheet says is written into it.
const dressed = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "font-size", "font-weight", "text-anchor", "display", "opacity"];
const standalone = svg => {
  const copy = svg.cloneNode(true), originals = [svg, ...all("*", svg)];
  [copy, ...all("*", copy)].forEach((node, index) => {
    const style = getComputedStyle(originals[index]);
    for (const name of dressed) node.setAttribute(name, style.getPropertyValue(name));
    node.removeAttribute("class");
  });
  all("g[display=none]", copy).forEach(node => node.remove());
  const [, , width, height] = svg.getAttribute("viewBox").split(" ");
  const page = document.createElementNS(svg.namespaceURI, "rect");
  for (const [name, value] of [["width", width], ["height", height], ["fill", getComputedStyle(root).backgroundColor]]) page.setAttribute(name, value);
  copy.prepend(page);
  for (const [name, value] of [["xmlns", svg.namespaceURI], ["width", width / 10], ["height", height / 10], ["font-family", "Inter,sans-serif"]]) copy.setAttribute(name, value);
  return new XMLSerializer().serializeToString(copy);
};
const save = (name, address) => {
  const link = make("a");
  link.href = address;
  link.download = name;
  link.click();
};
const saveImage = (name, text) => {
  const image = new Image();
  image.onload = () => {
    const canvas = make("canvas");
    [canvas.width, canvas.height] = [image.width * 2, image.height * 2];
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    save(name, canvas.toDataURL("image/png"));
  };
  image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(text);
};
// Exact values of a figure over time; of bars and cells what they say.
const linesOf = svg => {
  const shown = window.tearsheetColumns?.(svg);
  if (shown) return shown;
  return all("path > title", svg).map(title => title.textContent.replace(/: (?!.*: )/, "\t")).join("\n") + "\n";
};
// A series can be put aside, and comes back.
const toggles = figure => {
  const partsOf = () => all("[data-part=series][data-label]", figure), labels = [...new Set(partsOf().map(part => part.dataset.label))];
  return labels.length < 2 ? [] : labels.map(label => {
    const control = button("", label, () => {
      const hides = control.getAttribute("aria-pressed") === "true";
      control.setAttribute("aria-pressed", String(!hides));
      for (const part of partsOf()) if (part.dataset.label === label) part.classList.toggle("hush", hides);
    });
    control.setAttribute("aria-pressed", "true");
    return control;
  });
};
const addMenu = figure => {
  const svg = all("svg.fig", figure).find(one => one.getClientRects().length) ?? figure.querySelector("svg.fig");
  if (!svg) return;
  const name = figure.dataset.figure, menu = make("details", "menu"), head = make("summary", "", "More");
  head.setAttribute("aria-label", "More of the figure: " + svg.getAttribute("aria-label"));
  const close = () => { menu.open = false; };
  menu.append(head, button("", "PNG", () => { saveImage(name + ".png", standalone(svg)); close(); }),
    button("", "SVG", () => { save(name + ".svg", "data:image/svg+xml;charset=utf-8," + encodeURIComponent(standalone(svg))); close(); }));
  if (linesOf(svg).trim()) {
    menu.append(button("", "TSV", async () => { announce(await copyText(linesOf(svg)) ? "Values copied" : "Not copied"); close(); }));
  }
  menu.append(...toggles(figure));
  figure.append(menu);
};
whenRead(() => { for (const figure of all("figure[data-figure]")) addMenu(figure); all("svg.fig").forEach(readValues); });
