/// Theme switch and tables.
extension Script {
    /// Follows the system until the reader chooses; the choice is kept where the browser lets a file keep one.
    static let themeSource = """
        const themes = ["auto", "light", "dark"];
        const kept = { get() { try { return localStorage.getItem("tearsheet-theme"); } catch { return null; } },
          set(theme) { try { localStorage.setItem("tearsheet-theme", theme); } catch { } } };
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

        """

    /// Sorts the rows of each table body by a column; group and total rows stay where they are.
    static let sortSource = """
        const plain = /^[+-]?[\\d.]+[%×]?$/;
        const keyOf = cell => {
          if (!cell) return { number: NaN, text: "" };
          const text = cell.textContent.trim();
          const bare = text.replace(/\\s/g, "").replace("\\u2212", "-");
          const number = cell.dataset.sort ?? (plain.test(bare) ? parseFloat(bare) : NaN);
          return { number: Number(number), text };
        };
        const inOrder = (a, b, sign) => {
          const [noA, noB] = [Number.isNaN(a.number), Number.isNaN(b.number)];
          if (noA && noB) return sign * (a.text < b.text ? -1 : a.text > b.text ? 1 : 0);
          return noA - noB || sign * (a.number - b.number);
        };
        const sort = (table, head, column) => {
          const sign = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
          for (const other of all("[aria-sort]", table)) other.removeAttribute("aria-sort");
          head.setAttribute("aria-sort", sign > 0 ? "ascending" : "descending");
          for (const body of table.tBodies) {
            const rows = [...body.rows].filter(row => !row.className);
            const total = [...body.rows].find(row => row.className === "total") ?? null;
            rows.map(row => ({ row, key: keyOf(row.cells[column]) }))
              .sort((a, b) => inOrder(a.key, b.key, sign))
              .forEach(({ row }) => body.insertBefore(row, total));
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

        """
}
