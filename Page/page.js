// What every page has with a script: the theme switch, and tables that sort and that can be copied.
const root = document.documentElement;
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const make = (tag, className, text) => {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
};
const button = (name, text, act) => {
  const made = make("button", name, text);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
};

// Follows the system until the reader chooses; the choice is kept where the browser lets a file keep one.
const themes = ["auto", "light", "dark"];
const kept = {
  get() { try { return localStorage.getItem("tearsheet-theme"); } catch { return null; } },
  set(theme) { try { localStorage.setItem("tearsheet-theme", theme); } catch { } },
};
let theme = themes.includes(kept.get()) ? kept.get() : "auto";
const showTheme = () => {
  if (theme === "auto") delete root.dataset.theme; else root.dataset.theme = theme;
};
showTheme();
const addThemeSwitch = () => {
  const label = () => "Theme: " + theme;
  const control = button("theme", label(), () => {
    theme = themes[(themes.indexOf(theme) + 1) % 3];
    kept.set(theme);
    showTheme();
    control.textContent = label();
  });
  document.body.prepend(control);
  document.body.prepend(document.querySelector(".skip"));
};

// What changes is said to readers who do not see it.
let announcer = null;
const announce = text => {
  announcer ??= document.querySelector("main").appendChild(make("p", "vh"));
  announcer.setAttribute("aria-live", "polite");
  announcer.textContent = text;
};

// A cell's number: `1 234.5`, `−12.3 %`, `1.54×`.
const plain = /^[+-]?[\d.]+[%×]?$/;
const bare = text => text.trim().replace(/[\s\u202f\u2009\u00a0]/g, "").replace("−", "-");
// What a cell says; where its number stands in a language of the reader's, as programs write it.
const saidBy = cell => (cell.dataset.plain ?? cell.textContent).trim();
const keyOf = cell => {
  if (!cell) return { number: NaN, text: "" };
  const text = saidBy(cell);
  const number = cell.dataset.sort ?? (plain.test(bare(text)) ? parseFloat(bare(text)) : NaN);
  return { number: Number(number), text };
};
const inOrder = (a, b, sign) => {
  const [noA, noB] = [Number.isNaN(a.number), Number.isNaN(b.number)];
  if (noA && noB) return sign * (a.text < b.text ? -1 : a.text > b.text ? 1 : 0);
  return noA - noB || sign * (a.number - b.number);
};

// Sorts the rows of each table body by a column; group and total rows stay where they are. The first click sorts up,
// the second down, the third restores the order of the report.
const sort = (table, head, column) => {
  const next = { none: "ascending", ascending: "descending", descending: "none" };
  const order = next[head.getAttribute("aria-sort") ?? "none"];
  for (const other of all("[aria-sort]", table)) other.removeAttribute("aria-sort");
  if (order !== "none") head.setAttribute("aria-sort", order);
  const sign = order === "descending" ? -1 : 1;
  for (const body of table.tBodies) {
    body.reportOrder ??= [...body.rows].filter(row => !row.className);
    const total = [...body.rows].find(row => row.className === "total") ?? null;
    const rows = body.reportOrder.map(row => ({ row, key: keyOf(row.cells[column]) }));
    if (order !== "none") rows.sort((a, b) => inOrder(a.key, b.key, sign));
    rows.forEach(({ row }) => body.insertBefore(row, total));
  }
};
const makeSortable = () => {
  for (const table of all("table[data-sortable]")) {
    for (const head of all("thead th", table)) {
      const control = button("", head.textContent, () => sort(table, head, head.cellIndex));
      head.replaceChildren(control);
    }
  }
};

// A table as lines of cells with tabs between them; numbers as a spreadsheet reads them.
const cellText = cell => {
  const text = saidBy(cell).replace(/\s+/g, " ");
  return plain.test(bare(text)) ? bare(text).replace("×", "") : text.replace(/−(?=\d)/g, "-").replace(/[\u202f\u00a0]/g, " ");
};
const tableText = table =>
  [...table.rows].filter(row => !row.hidden).map(row => [...row.cells].map(cellText).join("\t")).join("\n") + "\n";
const copyText = async text => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.body.appendChild(make("textarea", "vh"));
    field.value = text;
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  }
};
const makeCopyable = () => {
  for (const table of all(".table > table")) {
    const control = button("copy", "Copy", async () => {
      const done = await copyText(tableText(table));
      control.textContent = done ? "Copied" : "Not copied";
      announce(done ? "Table copied" : "The browser does not let this page copy");
      setTimeout(() => { control.textContent = "Copy"; }, 1500);
    });
    const name = table.caption?.firstChild?.textContent.trim() || table.dataset.table.replace(/-/g, " ");
    control.setAttribute("aria-label", "Copy table: " + name);
    if (!table.caption) control.classList.add("bare");
    const frame = make("div", "frame");
    table.parentElement.before(frame);
    frame.append(control, table.parentElement);
  }
};

// Boxes that scroll sideways can be reached by keyboard and show that there is more; others are no stops on the way.
const watchScrollers = () => {
  for (const box of all(".table,.scroll")) {
    const look = () => {
      const scrolls = box.scrollWidth > box.clientWidth + 1;
      if (scrolls) box.setAttribute("tabindex", "0"); else box.removeAttribute("tabindex");
      box.classList.toggle("more", scrolls && box.scrollLeft + box.clientWidth < box.scrollWidth - 2);
    };
    box.addEventListener("scroll", look, { passive: true });
    new ResizeObserver(look).observe(box);
    look();
  }
};

const whenRead = act => {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", act); else act();
};
whenRead(() => { addThemeSwitch(); makeSortable(); makeCopyable(); watchScrollers(); });
