// A field above a table that leaves the rows which have what it says: words, and conditions such as `sharpe>=1`.
// A column is named by the beginning of its head, without spaces and signs; numbers are those that the column shows.
const nameOf = text => text.toLowerCase().replace(/[^a-z0-9]/g, "");
const holds = {
  "<": (a, b) => a < b, ">": (a, b) => a > b, "<=": (a, b) => a <= b, ">=": (a, b) => a >= b, "=": (a, b) => a === b,
};
const conditionOf = (word, heads) => {
  const parts = /^(.+?)(<=|>=|<|>|=)(.+)$/.exec(word);
  if (!parts) return null;
  const [name, number] = [nameOf(parts[1]), parseFloat(bare(parts[3]).replace(root.dataset.decimal, "."))];
  const column = heads.findIndex(head => name && head.startsWith(name));
  if (column < 0 || Number.isNaN(number)) return null;
  return row => holds[parts[2]](parseFloat(row.cells[column] ? bare(saidBy(row.cells[column])) : ""), number);
};
const testOf = (text, heads) => {
  const tests = text.trim().split(/\s+/).filter(word => word).map(word => {
    const plainWord = word.toLowerCase();
    return conditionOf(word, heads) ?? (row => (row.said ??= row.textContent.toLowerCase()).includes(plainWord));
  });
  return row => tests.every(test => test(row));
};
const makeFilterable = () => {
  for (const table of all("table[data-filterable]")) {
    const heads = all("thead tr > *", table).map(head => nameOf(head.textContent));
    const rows = [...table.tBodies].flatMap(body => [...body.rows]);
    const field = make("input", "filter");
    field.type = "search";
    field.placeholder = "Filter: words, sharpe>1";
    field.setAttribute("aria-label", "Filter the rows: words, and conditions such as sharpe>1");
    const count = make("span", "small");
    const show = () => {
      const test = testOf(field.value, heads);
      let shown = 0;
      for (const row of rows) {
        row.hidden = !test(row);
        if (!row.hidden) shown += 1;
      }
      count.textContent = shown === rows.length ? rows.length + " rows" : shown + " of " + rows.length + " rows";
    };
    field.addEventListener("input", show);
    field.addEventListener("change", () => announce(count.textContent));
    const bar = make("p", "filters");
    bar.append(field, " ", count);
    (table.closest(".frame") ?? table.parentElement).before(bar);
    show();
  }
};
whenRead(makeFilterable);
