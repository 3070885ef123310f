/// Crosshair and zoom.
extension Script {
    /// Panels of time, and how a place in them reads as date and value.
    static let figureSource =
        readingSource + numberSource + crosshairSource + axisSource + zoomSource + pointerSource

    private static let readingSource = """
        const unit = \(Int(FixedPoint.tenths.unitsPerPoint));
        let zoom = null;
        const pointsOf = path => {
          const points = [];
          let x = 0, y = 0, command = "", pair = [];
          for (const [token] of path.getAttribute("d").matchAll(/[a-z]|-?\\d+/gi)) {
            if (/[a-z]/i.test(token)) { command = token; pair = []; continue; }
            pair.push(Number(token));
            if (command === "h") x += pair[0];
            else if (command === "v") y += pair[0];
            else if (pair.length < 2) continue;
            else if (command === "M") [x, y] = pair;
            else { x += pair[0]; y += pair[1]; }
            pair = [];
            points.push([x, y]);
          }
          return points;
        };
        const readPanel = group => {
          const data = group.dataset;
          const [x0, y0, x1, y1] = data.plot.split(" ").map(value => value * unit);
          const series = all("[data-part=series]", group).filter(part => part.querySelector("path")).map(part => {
            const path = part.querySelector("path");
            const ink = [...path.classList].find(name => name.startsWith("s-"));
            return { label: part.dataset.label ?? "", points: pointsOf(path), ink: ink ? "f" + ink.slice(1) : "f-ink" };
          });
          return { x0, y0, x1, y1, from: +data.xMin, to: +data.xMax, low: +data.yMin, high: +data.yMax,
            log: data.yKind === "log", format: data.yFormat ?? "number2", series,
            marks: all("[data-part=marks]", group), moved: null };
        };
        const shown = panel => {
          if (!zoom) return [panel.from, panel.to];
          const [from, to] = [Math.max(zoom[0], panel.from), Math.min(zoom[1], panel.to)];
          return to > from ? [from, to] : [panel.from, panel.to];
        };
        const timeAt = (panel, x) => {
          const [from, to] = shown(panel);
          return from + (x - panel.x0) / (panel.x1 - panel.x0) * (to - from);
        };
        const placeOf = (panel, time) => {
          const [from, to] = shown(panel);
          return panel.x0 + (time - from) / (to - from) * (panel.x1 - panel.x0);
        };
        const unzoomed = (panel, x) => panel.from + (x - panel.x0) / (panel.x1 - panel.x0) * (panel.to - panel.from);
        const valueAt = (panel, y) => {
          const share = (panel.y1 - y) / (panel.y1 - panel.y0);
          return panel.log ? panel.low * (panel.high / panel.low) ** share
            : panel.low + (panel.high - panel.low) * share;
        };
        const nearest = (panel, points, time) => {
          const x = panel.x0 + (time - panel.from) / (panel.to - panel.from) * (panel.x1 - panel.x0);
          let low = 0, high = points.length - 1;
          while (high - low > 1) { const middle = low + high >> 1; if (points[middle][0] <= x) low = middle; else high = middle; }
          const best = x - points[low][0] <= points[high][0] - x ? low : high;
          return Math.abs(points[best][0] - x) < 4 * unit ? points[best] : null;
        };

        """

    /// As the writers set numbers: true minus, thin spaces; never more decimals than the drawing resolves.
    private static let numberSource = """
        const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
        const two = number => String(number).padStart(2, "0");
        const dateOf = (time, hours) => {
          const date = new Date(Math.round(time * 1440) * 6e4);
          const day = date.getUTCDate() + " " + months[date.getUTCMonth()] + " " + date.getUTCFullYear();
          return hours ? day + ", " + two(date.getUTCHours()) + ":" + two(date.getUTCMinutes()) : day;
        };
        const wording = (panel, y) => {
          const [, kind, digits] = /^([a-z]+)(\\d)$/.exec(panel.format) ?? ["", "number", "2"];
          const factor = kind === "percent" ? 100 : 1;
          const value = valueAt(panel, y) * factor;
          const step = Math.abs(valueAt(panel, y + 1) * factor - value);
          const wanted = Math.max(+digits, kind === "percent" ? 1 : 0);
          const places = Math.max(0, Math.min(wanted, Math.floor(-Math.log10(step || 1))));
          const [whole, rest] = Math.abs(value).toFixed(places).split(".");
          const text = whole.replace(/\\B(?=(\\d{3})+$)/g, "\\u202f") + (rest ? "." + rest : "");
          const sign = value < 0 && /[1-9]/.test(text) ? "\\u2212" : "";
          return sign + text + (kind === "percent" ? "\\u202f%" : kind === "multiple" ? "×" : "");
        };

        """

    private static let crosshairSource = """
        const figures = [];
        const draw = (figure, tag, attributes, text) => {
          const made = document.createElementNS(figure.svg.namespaceURI, tag);
          for (const name in attributes) made.setAttribute(name, attributes[name]);
          if (text) made.textContent = text;
          return made;
        };
        const crossPanel = (figure, panel, time, heading) => {
          const x = placeOf(panel, time);
          const right = x > (panel.x0 + panel.x1) / 2;
          const lines = heading ? [[heading, "f-ink"]] : [];
          const made = [draw(figure, "path",
            { class: "s-muted x", "stroke-width": 6, d: `M${x} ${panel.y0}V${panel.y1}` })];
          for (const series of panel.series) {
            const point = nearest(panel, series.points, time);
            if (!point) continue;
            lines.push([series.label + " " + wording(panel, point[1]), series.ink]);
            made.push(draw(figure, "circle", { class: series.ink, cx: placeOf(panel, unzoomed(panel, point[0])), cy: point[1], r: 22 }));
          }
          lines.forEach(([text, ink], row) => made.push(draw(figure, "text",
            { class: ink + (right ? " e" : ""), x: x + (right ? -60 : 60), y: panel.y0 + 75 + row * 92 }, text)));
          return made;
        };
        const cross = time => {
          for (const figure of figures) {
            figure.cross.replaceChildren();
            if (time === null || !figure.svg.getClientRects().length) continue;
            let heading = dateOf(time, zoom && zoom[1] - zoom[0] < 20);
            for (const panel of figure.panels) {
              const [from, to] = shown(panel);
              if (time < from || time > to) continue;
              figure.cross.append(...crossPanel(figure, panel, time, heading));
              heading = "";
            }
          }
        };

        """

    /// Ticks of a zoomed axis: round dates, at most eight.
    private static let axisSource = """
        const steps = [[1 / 24, 0], [1 / 8, 0], [1 / 4, 0], [1 / 2, 0], [1, 0], [2, 0], [7, 0], [14, 0],
          [30, 1], [61, 2], [91, 3], [182, 6], [365, 12], [730, 24], [1826, 60]];
        const ticks = (from, to) => {
          const [step, count] = steps.find(([days]) => (to - from) / days <= 8) ?? [3652, 120];
          const found = [];
          if (!count) {
            for (let time = Math.ceil(from / step) * step; time <= to; time += step) found.push(time);
            return [found, step];
          }
          const first = new Date(from * 864e5);
          let month = Math.floor((first.getUTCFullYear() * 12 + first.getUTCMonth()) / count) * count;
          for (; ; month += count) {
            const time = Date.UTC(Math.floor(month / 12), month % 12, 1) / 864e5;
            if (time > to) return [found, step];
            if (time >= from) found.push(time);
          }
        };
        const tickText = (time, step) => {
          const date = new Date(Math.round(time * 1440) * 6e4);
          const month = months[date.getUTCMonth()], year = date.getUTCFullYear();
          if (step >= 365) return String(year);
          if (step >= 30) return date.getUTCMonth() ? month : String(year);
          const clock = two(date.getUTCHours()) + ":" + two(date.getUTCMinutes());
          return step < 1 && clock !== "00:00" ? clock : date.getUTCDate() + " " + month;
        };
        const showAxis = figure => {
          figure.axis.replaceChildren();
          for (const part of figure.axes) part.setAttribute("visibility", zoom ? "hidden" : "visible");
          const panel = figure.panels[0], sample = figure.axes[0]?.querySelector("text");
          if (!zoom || !sample) return;
          const [times, step] = ticks(...shown(panel));
          for (const time of times) figure.axis.append(draw(figure, "text",
            { class: "m n", x: placeOf(panel, time), y: sample.getAttribute("y") }, tickText(time, step)));
        };

        """

    /// Stretches what the panels show in x: long paths by rewriting their data, dots and labels by moving them.
    private static let zoomSource = """
        const stretch = (data, scale, shift) => {
          let result = "", command = "", index = 0;
          for (const [token] of data.matchAll(/[a-z]|-?[\\d.]+/gi)) {
            if (/[a-z]/i.test(token)) { command = token; index = 0; result += token; continue; }
            const isX = command === "h" || command !== "v" && index % 2 === 0;
            const value = isX ? token * scale + (command === "M" ? shift : 0) : +token;
            result += " " + Math.round(value * 10) / 10;
            index += 1;
          }
          return result;
        };
        const remember = panel => panel.marks.flatMap(group => all("path,text", group)).map(mark => {
          if (mark.tagName === "text") return { mark, center: +mark.getAttribute("x"), turn: mark.getAttribute("transform") ?? "" };
          const box = mark.getBBox();
          const isDot = box.width < 9 * unit && box.height < 9 * unit;
          return { mark, data: mark.getAttribute("d"), center: isDot ? box.x + box.width / 2 : null, turn: "" };
        });
        const showZoom = panel => {
          if (!zoom && !panel.moved) return;
          panel.moved ??= remember(panel);
          const [from, to] = shown(panel);
          const scale = (panel.to - panel.from) / (to - from);
          const start = (from - panel.from) / (panel.to - panel.from) * (panel.x1 - panel.x0);
          const shift = panel.x0 - scale * (panel.x0 + start);
          for (const { mark, data, center, turn } of panel.moved) {
            if (center === null) mark.setAttribute("d", zoom ? stretch(data, scale, shift) : data);
            else mark.setAttribute("transform", `translate(${scale * center + shift - center}) ${turn}`);
          }
        };
        const setZoom = range => {
          if (!range && !zoom) return;
          zoom = range;
          for (const figure of figures.filter(one => !zoom || one.svg.getClientRects().length)) {
            figure.panels.forEach(showZoom);
            showAxis(figure);
            figure.reset.hidden = !zoom;
          }
          cross(null);
        };

        """

    private static let pointerSource = """
        const locate = (figure, event) => {
          const matrix = figure.svg.getScreenCTM();
          if (!matrix) return null;
          const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
          const panel = figure.panels.find(one => point.y >= one.y0 && point.y <= one.y1) ?? figure.panels[0];
          if (point.x < panel.x0 || point.x > panel.x1 || point.y < figure.panels[0].y0 || point.y > figure.panels.at(-1).y1)
            return null;
          return { x: point.x, panel, time: timeAt(panel, point.x) };
        };
        const showDrag = (figure, place) => {
          figure.cross.replaceChildren(...figure.panels.map(panel => draw(figure, "rect",
            { class: "f-accent", "fill-opacity": .14, x: Math.min(place.x, figure.drag.x), y: panel.y0,
              width: Math.abs(place.x - figure.drag.x), height: panel.y1 - panel.y0 })));
        };
        const endDrag = (figure, place) => {
          const drag = figure.drag;
          figure.drag = null;
          root.classList.remove("drag");
          if (drag && place && Math.abs(place.x - drag.x) > 8 * unit)
            setZoom([drag.time, place.time].sort((a, b) => a - b));
        };
        const listen = figure => {
          const svg = figure.svg;
          svg.addEventListener("pointermove", event => {
            const place = locate(figure, event);
            if (figure.drag && place) showDrag(figure, place); else cross(place ? place.time : null);
          });
          svg.addEventListener("pointerleave", () => { endDrag(figure, null); cross(null); });
          svg.addEventListener("pointerdown", event => {
            const place = event.pointerType === "mouse" && event.button === 0 && figure.zooms ? locate(figure, event) : null;
            figure.drag = place;
            if (place) root.classList.add("drag");
          });
          svg.addEventListener("pointerup", event => endDrag(figure, locate(figure, event)));
          svg.addEventListener("dblclick", () => setZoom(null));
          svg.addEventListener("keydown", event => {
            const panel = figure.panels[0], [from, to] = shown(panel);
            const move = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
            if (event.key === "Escape") { setZoom(null); cross(null); }
            if (!move) return;
            event.preventDefault();
            figure.at = Math.min(to, Math.max(from, (figure.at ?? to) + move * (to - from) / (event.shiftKey ? 10 : 100)));
            cross(figure.at);
          });
          svg.addEventListener("blur", () => cross(null));
        };
        const makeLive = () => {
          for (const svg of all("svg.fig")) {
            const panels = all("[data-part=panel][data-x-kind=time]", svg).map(readPanel);
            if (!panels.length) continue;
            const figure = { svg, panels, axes: all("[data-part=x-axis]", svg), drag: null };
            figure.zooms = figure.axes.length > 0 && panels.every(panel => panel.marks.length);
            figure.axis = svg.appendChild(draw(figure, "g", {}));
            figure.cross = svg.appendChild(draw(figure, "g", { class: "cross" }));
            figure.reset = button("reset", "Reset zoom", () => setZoom(null));
            figure.reset.hidden = true;
            svg.after(figure.reset);
            svg.classList.add("live");
            svg.setAttribute("tabindex", "0");
            listen(figure);
            figures.push(figure);
          }
          matchMedia("(max-width:40rem)").addEventListener("change", () => setZoom(null));
        };

        """
}
