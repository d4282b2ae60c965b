"use strict";
(function () {
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const at = (id) => document.getElementById(id);
  const data = read("data");
  const nodes = new vis.DataSet(read("nodes"));
  const edges = new vis.DataSet(read("edges"));
  const network = new vis.Network(at("network"), { nodes, edges }, read("options"));
  const dressed = { nodes: byId(nodes.get()), edges: byId(edges.get()) }; // as they look when nothing is chosen

  // What a link to this page says: language, what is hidden, what is chosen.
  const state = { language: 0, hidden: new Set(), chosen: null };

  const narrow = window.matchMedia("(max-width: 820px)"); // as in page.css

  function byId(items) {
    return new Map(items.map((item) => [item.id, item]));
  }

  // ---- words ----

  const LANGUAGES = ["nl", "en"];

  function text(key, values = {}) {
    return data.texts[key][state.language].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  }

  function nameOf(id) {
    const node = data.nodes[id];
    if (node) return node[LANGUAGES[state.language]];
    return data.names[id] ? data.names[id][state.language] : id;
  }

  function kindOf(id) {
    return data.kinds[data.nodes[id].kind][state.language][0];
  }

  function relationOf(edge) {
    const relation = data.relations[edge.relation];
    return (edge.firm ? relation.firm : relation.names)[state.language];
  }

  function dateOf(date, length = "long") {
    if (!date) return text("undated");
    const [year, month, day] = date.split("-").map(Number);
    const locale = state.language === 0 ? "nl-NL" : "en-GB";
    return new Intl.DateTimeFormat(locale, { day: "numeric", month: length, year: "numeric", timeZone: "UTC" }).format(
      new Date(Date.UTC(year, month - 1, day)),
    );
  }

  function cut(words, room) {
    if (words.length <= room) return words;
    const kept = words.slice(0, room - 1);
    return kept.slice(0, Math.max(kept.lastIndexOf(" "), 1)).replace(/[ ,;:(]+$/, "") + " …";
  }

  // ---- names in the drawing ----

  const FACE = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
  const ruler = document.createElement("canvas").getContext("2d");

  function wide(words, size, weight = 400) {
    ruler.font = `${weight} ${size}px ${FACE}`;
    return ruler.measureText(words).width;
  }

  // Words in so many lines of a width; what doesn't fit is left off, and seen to be.
  function lined(words, width, lines, size) {
    const rows = [""];
    const parts = words.split(/\s+/).flatMap((word) => pieces(word, width, size).map((piece, index) => [index ? "" : " ", piece]));
    for (const [glue, piece] of parts) {
      const longer = rows.at(-1) ? rows.at(-1) + glue + piece : piece;
      if (wide(longer, size) <= width || !rows.at(-1)) rows[rows.length - 1] = longer;
      else rows.push(piece);
    }
    if (rows.length <= lines) return rows.join("\n");
    const kept = rows.slice(0, lines);
    let last = kept.pop();
    while (wide(`${last} …`, size) > width && last.includes(" ")) last = last.slice(0, last.lastIndexOf(" "));
    return [...kept, `${last.replace(/[ ,;:(]+$/, "")} …`].join("\n");
  }

  // A word that is too long for a line, in pieces that go on the next: behind its own hyphens, else behind one more.
  function pieces(word, width, size) {
    if (wide(word, size) <= width) return [word];
    return word.split(/(?<=[-./])/).flatMap((part) => {
      const found = [];
      let rest = part;
      while (wide(rest, size) > width && rest.length > 8) {
        let end = rest.length - 3;
        while (end > 4 && wide(`${rest.slice(0, end)}-`, size) > width) end -= 1;
        found.push(`${rest.slice(0, end)}-`);
        rest = rest.slice(end);
      }
      return [...found, rest];
    });
  }

  function label(id) {
    const node = data.nodes[id];
    if (!node.width) return " ";
    const { width, lines } = places.get(id);
    return written(id, width, lines);
  }

  function written(id, width, lines) {
    const node = data.nodes[id];
    const size = dressed.nodes.get(id).font.size;
    const room = width - (narrow.matches ? 22 : 34);
    if (!node.date || !["meeting", "paper"].includes(node.kind)) return lined(nameOf(id), room, lines, size);
    const day = dateOf(node.date, "short");
    if (lines > 1) return `${day}\n${lined(nameOf(id), room, lines - 1, size)}`;
    return lined(`${day} · ${nameOf(id)}`, room, 1, size);
  }

  // ---- places in columns: as they were laid out, or drawn in where the window is too narrow for names of a size to read ----

  const READABLE = 0.9; // a zoom at which the smallest names, of 12.5 pixels, are still over 11
  const [LEAST_GAP, GAP, LEAST_WIDTH, ROW, LINE] = [24, 44, 106, 27, 16]; // between columns; of a column; a row of one line, and each line more
  const MOST_LINES = 5;
  const laidOut = new Map(Object.entries(data.nodes).map(([id, { width, lines }]) => [id, { ...dressed.nodes.get(id), width, lines }]));
  const columns = [...new Map([...laidOut.values()].filter(({ width }) => width).map(({ x, width }) => [x, width]))].sort(([one], [other]) => one - other);
  let places = laidOut;
  const middles = new Map(columns.map(([x, width]) => [x, { x, width }])); // of columns, by where they were laid out
  let stretch = 1; // how much further apart the rows stand

  // The columns in a room: with less between them, and if that is not enough, narrower, with names on more lines.
  function drawnIn(room) {
    const widths = columns.map(([, width]) => width);
    const sum = (numbers) => numbers.reduce((one, other) => one + other, 0);
    const gaps = columns.slice(1).map(([x, width], index) => x - width / 2 - (columns[index][0] + columns[index][1] / 2));
    const spare = room - sum(widths);
    if (spare >= sum(gaps)) return { widths, gaps };
    if (spare >= GAP * gaps.length) return { widths, gaps: gaps.map((gap) => (gap * spare) / sum(gaps)) };
    const left = room - LEAST_GAP * gaps.length;
    const small = (width) => (width * left) / sum(widths) < LEAST_WIDTH;
    const rest = left - sum(widths.filter(small).map((width) => Math.min(width, LEAST_WIDTH)));
    const share = rest / sum(widths.filter((width) => !small(width)));
    return { widths: widths.map((width) => Math.min(width, small(width) ? LEAST_WIDTH : width * share)), gaps: gaps.map(() => LEAST_GAP) };
  }

  function arrange() {
    if (!columns.length) return;
    const { widths, gaps } = drawnIn((at("network").clientWidth - 28) / READABLE);
    let x = 0;
    columns.forEach(([home], index) => {
      middles.set(home, { x: Math.round(x + widths[index] / 2), width: Math.round(widths[index]) });
      x += widths[index] + (gaps[index] || 0);
    });
    const lines = (id, place) => {
      const { width } = middles.get(place.x);
      const most = Math.min(MOST_LINES, Math.ceil((place.lines * place.width) / width));
      return width < place.width ? Math.min(most, written(id, width, MOST_LINES).split("\n").length) : place.lines;
    };
    const height = (number) => ROW + LINE * (number - 1);
    const needed = new Map([...laidOut].map(([id, place]) => [id, Math.max(place.lines, lines(id, place))]));
    stretch = Math.max(1, ...[...laidOut].map(([id, place]) => height(needed.get(id)) / height(place.lines)));
    places = new Map([...laidOut].map(([id, place]) => [id, { ...middles.get(place.x), y: place.y * stretch, lines: needed.get(id) }]));
    nodes.update([...dressed.nodes.values()].map(placed));
  }

  // A node in its place; where a line meets it is a node of its own, called after it, its side and its lane.
  function placed({ id, y }) {
    const place = places.get(id);
    if (place) return { id, x: place.x, y: place.y, widthConstraint: { minimum: place.width - 16 } };
    const [node, side] = id.split("|");
    const beside = places.get(node);
    return { id, x: beside.x + Number(side) * (beside.width / 2 - 8), y: beside.y + y - laidOut.get(node).y };
  }

  // On a map names are written over the drawing, the weightiest first, wherever there is room; nearer by there is more of it.
  network.on("afterDrawing", (canvas) => {
    const near = neighbourhood();
    const scale = network.getScale();
    const minor = near || scale > 1.1 ? [] : ["commitment", "exchange", "document"]; // named when they are looked at
    const taken = [];
    const mapped = Object.entries(data.nodes).filter(([id, node]) => !node.width && !nodes.get(id).hidden && !minor.includes(node.kind) && (!near || near.nodes.has(id)));
    mapped.sort(([one, a], [other, b]) => Number(other === state.chosen) - Number(one === state.chosen) || b.weight - a.weight || (one < other ? -1 : 1));
    canvas.save();
    canvas.setTransform(window.devicePixelRatio, 0, 0, window.devicePixelRatio, 0, 0);
    canvas.textAlign = "center";
    canvas.textBaseline = "top";
    canvas.lineJoin = "round";
    for (const [id, node] of mapped) {
      if (!["cabinet", "faction"].includes(node.kind)) continue;
      const { x, y } = network.canvasToDOM(network.getPosition(id));
      const half = dressed.nodes.get(id).size * scale;
      taken.push({ left: x - half, right: x + half, top: y - half, bottom: y + half }); // no name upon a holder
    }
    for (const [id, node] of mapped) {
      const strong = id === state.chosen || ["cabinet", "faction"].includes(node.kind);
      const size = strong ? 14 : 12.5;
      const place = network.canvasToDOM(network.getPosition(id));
      const words = cut(nameOf(id), 42);
      const width = wide(words, size, strong ? 650 : 400);
      const box = { left: place.x - width / 2 - 3, right: place.x + width / 2 + 3, top: place.y + dressed.nodes.get(id).size * scale + 2 };
      box.bottom = box.top + size + 4;
      if (taken.some((other) => box.left < other.right && box.right > other.left && box.top < other.bottom && box.bottom > other.top)) continue;
      taken.push(box);
      canvas.font = `${strong ? 650 : 400} ${size}px ${FACE}`;
      canvas.strokeStyle = "rgb(251 251 250 / 90%)";
      canvas.lineWidth = 3.5;
      canvas.strokeText(words, place.x, box.top + 1);
      canvas.fillStyle = "#1d232b";
      canvas.fillText(words, place.x, box.top + 1);
    }
    canvas.restore();
  });

  // ---- elements; every text goes in as text, never as markup ----

  function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
      else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
    }
    element.append(...children.filter((child) => child !== null && child !== undefined));
    return element;
  }

  function drawing(tag, attributes, ...children) {
    const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  }

  function stroke(relation, length = 30) {
    const { colour, dashes } = data.relations[relation];
    const line = { x1: 0, x2: length, y1: 4, y2: 4, stroke: colour, "stroke-width": 2.6, "stroke-dasharray": dashes.join(" ") };
    return drawing("svg", { width: length, height: 8, "aria-hidden": "true" }, drawing("line", line));
  }

  const CORNERS = {
    square: "2,2 14,2 14,14 2,14",
    triangle: "8,1 15,14 1,14",
    triangleDown: "8,15 15,2 1,2",
    diamond: "8,0 16,8 8,16 0,8",
    hexagon: "4,1 12,1 16,8 12,15 4,15 0,8",
    star: "8,0 10,6 16,6 11,10 13,16 8,12 3,16 5,10 0,6 6,6",
  };

  function swatch(kind) {
    const { shape, color, shapeProperties } = [...dressed.nodes.values()].find((node) => node.kind === kind);
    const ink = { fill: color.background, stroke: color.border, "stroke-width": 1.3 };
    const figure =
      shape === "box" ? drawing("rect", { x: 1, y: 2.5, width: 18, height: 11, rx: Math.min(shapeProperties.borderRadius, 5.5), ...ink })
      : shape === "dot" ? drawing("circle", { cx: 8, cy: 8, r: 6, ...ink })
      : drawing("polygon", { points: CORNERS[shape], ...ink });
    return drawing("svg", { class: "swatch", width: shape === "box" ? 20 : 16, height: 16, "aria-hidden": "true" }, figure);
  }

  // ---- what is visible ----

  function edgeHidden(edge) {
    return [edge.relation, data.nodes[edge.from].kind, data.nodes[edge.to].kind].some((name) => state.hidden.has(name));
  }

  const visibleEdges = () => Object.entries(data.edges).filter(([, edge]) => !edgeHidden(edge));

  function edgesOf(id) {
    return visibleEdges().filter(([, edge]) => edge.from === id || edge.to === id);
  }

  const FAINT = { background: "#f7f8f8", border: "#e1e4e8", highlight: { background: "#f7f8f8", border: "#e1e4e8" }, hover: { background: "#f7f8f8", border: "#c5cbd3" } };

  function draw() {
    const seen = visibleEdges();
    const drawnEdges = new Set(seen.map(([id]) => id));
    const drawnNodes = new Set(seen.flatMap(([, edge]) => [edge.from, edge.to]));
    const near = neighbourhood();
    nodes.update(
      Object.entries(data.nodes).map(([id, node]) => {
        const faint = near && !near.nodes.has(id);
        const look = dressed.nodes.get(id);
        return {
          id,
          label: label(id),
          hidden: !drawnNodes.has(id),
          color: faint ? FAINT : look.color,
          font: look.font && { ...look.font, color: faint ? "#a9b0b9" : look.font.color },
          title: label(id).includes("…") || !node.width ? nameOf(id) : undefined,
        };
      }),
    );
    edges.update(
      Object.entries(data.edges).map(([id, edge]) => {
        const look = dressed.edges.get(id);
        const faint = near && !near.edges.has(id);
        return {
          id,
          hidden: !drawnEdges.has(id),
          color: { ...look.color, opacity: faint ? 0.12 : near ? 0.95 : look.color.opacity },
          title: `${nameOf(edge.from)} ${relationOf(edge)} ${cut(nameOf(edge.to), 60)}\n${counted(edge.weight)}`,
        };
      }),
    );
    tell(seen);
  }

  // What belongs to what is chosen, or to what is searched for; null when everything does.
  function neighbourhood() {
    const id = state.chosen;
    if (id === null) return null;
    if (data.edges[id]) return { nodes: new Set([data.edges[id].from, data.edges[id].to]), edges: new Set([id]) };
    const found = edgesOf(id);
    return { nodes: new Set([id, ...found.flatMap(([, edge]) => [edge.from, edge.to])]), edges: new Set(found.map(([key]) => key)) };
  }

  function tell(seen) {
    const all = Object.keys(data.edges).length;
    const told = [];
    if (seen.length === 0) told.push(text("no_lines"));
    else if (seen.length < all) told.push(text("hidden_lines", { n: all - seen.length }));
    const missing = Object.entries(data.left_out).map(([kind, n]) => `${n} ${data.kinds[kind][state.language][n === 1 ? 0 : 1]}`);
    if (missing.length) told.push(text("left_out", { kinds: missing.join(", ") }));
    at("told").textContent = told.join(" ");
    at("everything").hidden = state.hidden.size === 0;
  }

  function counted(n) {
    return `${n} ${text(n === 1 ? "quotation" : "quotations")}`;
  }

  // ---- the legend, which is the filter ----

  function legend() {
    fill("relations", Object.keys(data.relations), (name) => Object.values(data.edges).filter((edge) => edge.relation === name).length, stroke,
      (name) => data.relations[name].names);
    fill("kinds", Object.keys(data.kinds), (name) => Object.values(data.nodes).filter((node) => node.kind === name).length, swatch,
      (name, n) => data.kinds[name].map((words) => words[n === 1 ? 0 : 1]));
  }

  function fill(place, names, count, sample, words) {
    const present = names.filter((name) => count(name) > 0);
    at(place).querySelectorAll("button").forEach((button) => button.remove());
    for (const name of present) {
      at(place).append(
        make(
          "button",
          { type: "button", "data-filter": name, "aria-pressed": String(!state.hidden.has(name)), onclick: () => toggle(name), ondblclick: () => only(name, present) },
          sample(name),
          words(name, count(name))[state.language],
          make("span", { class: "count" }, String(count(name))),
        ),
      );
    }
  }

  function toggle(name) {
    if (!state.hidden.delete(name)) state.hidden.add(name);
    changed();
  }

  function only(name, present) {
    present.forEach((other) => (other === name ? state.hidden.delete(other) : state.hidden.add(other)));
    changed();
  }

  // ---- the panel ----

  function quotation(number, colour) {
    const said = data.quotations[number];
    const paper = data.papers[said.paper];
    const official = document.querySelector(`[data-paper="${CSS.escape(said.paper)}"] a`);
    const where = [paper.name, said.answer ? text("answer", { n: said.answer }) : null, dateOf(paper.date)].filter(Boolean).join(", ");
    const figure = make(
      "figure",
      {},
      make("blockquote", { lang: "nl" }, ...marked(said.text, said.cue)),
      make(
        "figcaption",
        {},
        said.told_by ? text("told_by", { holder: nameOf(said.holder), name: nameOf(said.told_by) }) + " · "
          : said.holder ? text("said_by", { name: nameOf(said.holder) }) + " · " : "",
        where,
        " · ",
        official ? make("a", { href: official.href, target: "_blank", rel: "noopener noreferrer" }, text("official")) : text("no_official"),
        make("span", { class: "id" }, said.id),
      ),
    );
    figure.style.setProperty("--colour", colour);
    return figure;
  }

  // The sentence with the words that told the relation in bold. They may stand apart, as in "sluiten … uit": each is sought after the last.
  function marked(sentence, cue) {
    const parts = [];
    const words = !cue ? [] : sentence.includes(cue) ? [cue] : cue.split(/[\s…]+/).filter(Boolean);
    let from = 0;
    for (const word of words) {
      const sought = new RegExp(`(?<![\\p{L}\\p{N}])${word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\p{L}\\p{N}])`, "u");
      const found = sentence.slice(from).search(sought);
      if (found < 0) continue;
      parts.push(sentence.slice(from, from + found), make("b", {}, word));
      from += found + word.length;
    }
    return [...parts, sentence.slice(from)];
  }

  function quotations(edge) {
    const { colour } = data.relations[edge.relation];
    const shown = edge.quotations.map((number) => quotation(number, colour));
    const more = edge.weight - edge.quotations.length;
    return more > 0 ? [...shown, make("p", { class: "soft" }, text("more_quotations", { n: more }))] : shown;
  }

  function link(id, words = nameOf(id)) {
    return make("button", { type: "button", class: "name-link", onclick: () => choose(id, true) }, words);
  }

  function tools() {
    const copy = make("button", { type: "button", onclick: () => {
      navigator.clipboard.writeText(location.href).then(() => { copy.textContent = text("copied"); }, () => { location.hash = location.hash; });
    } }, text("link"));
    return make("div", { class: "tools" }, copy, make("button", { type: "button", onclick: () => choose(null) }, text("close")));
  }

  function panel() {
    const chosen = state.chosen;
    const shown = chosen === null ? start() : data.edges[chosen] ? edgePanel(data.edges[chosen]) : nodePanel(chosen);
    at("details").replaceChildren(...shown);
    at("panel").scrollTop = 0;
  }

  function start() {
    const numbers = {
      edges: Object.keys(data.edges).length,
      quotations: data.quotations.length,
      papers: Object.keys(data.papers).length,
    };
    return [
      make(
        "div",
        { class: "start" },
        make("h2", {}, text("start_title")),
        make("p", {}, text("start_lines")),
        make("p", {}, text("start_legend"), " ", text("start_width")),
        Object.values(data.edges).some((edge) => data.relations[edge.relation].firm) ? make("p", {}, text("start_firm")) : "",
        make("p", {}, text("shown", numbers)),
        narrow.matches ? make("p", {}, at("told").textContent) : "",
        make("p", { class: "soft" }, text("start_read")),
        make("h3", {}, text("names")),
        ...names(),
      ),
    ];
  }

  function edgePanel(edge) {
    const relation = make("span", { class: "relation" }, stroke(edge.relation, 24), " ", relationOf(edge));
    relation.style.color = data.relations[edge.relation].colour;
    return [
      make("p", { class: "statement" }, link(edge.from), " ", relation, " ", link(edge.to, cut(nameOf(edge.to), 90))),
      make("p", { class: "soft" }, counted(edge.weight), data.relations[edge.relation].firm ? ". " + text(edge.firm ? "firm" : "loose") : ""),
      tools(),
      ...quotations(edge),
    ];
  }

  function nodePanel(id) {
    const node = data.nodes[id];
    const found = edgesOf(id).sort(([, one], [, other]) => other.weight - one.weight);
    const head = [
      make("h2", { class: nameOf(id).length > 90 ? "prose" : null }, nameOf(id)),
      make("p", { class: "soft" }, [kindOf(id), node.date ? dateOf(node.date) : null, counted(found.reduce((sum, [, edge]) => sum + edge.weight, 0))].filter(Boolean).join(" · ")),
      node.full ? make("p", { lang: "nl" }, node.full) : null,
      tools(),
    ];
    const groups = Object.keys(data.relations).flatMap((relation) => {
      const lines = found.filter(([, edge]) => edge.relation === relation);
      if (!lines.length) return [];
      const open = found.length <= 3;
      return lines.map(([key, edge]) => edgeLine(key, edge, id, open));
    });
    return [...head.filter(Boolean), ...groups];
  }

  function edgeLine(key, edge, from, open) {
    const outward = edge.from === from;
    const other = make("strong", {}, cut(nameOf(outward ? edge.to : edge.from), 90));
    const words = outward ? [`${relationOf(edge)} `, other] : [other, ` ${relationOf(edge)} …`];
    const line = make(
      "details",
      { class: "line", open },
      make("summary", {}, stroke(edge.relation, 20), make("span", {}, ...words), make("span", { class: "count" }, String(edge.weight))),
    );
    const unfold = () => { if (line.open && !line.querySelector("figure")) line.append(...quotations(edge)); };
    line.addEventListener("toggle", unfold);
    unfold();
    return line;
  }

  // All names in the view, by kind: what the drawing shows, for who can't see it or has no room for it.
  function names() {
    return Object.keys(data.kinds).flatMap((kind) => {
      const found = Object.keys(data.nodes).filter((id) => data.nodes[id].kind === kind);
      if (!found.length) return [];
      found.sort((one, other) => data.nodes[other].weight - data.nodes[one].weight || nameOf(one).localeCompare(nameOf(other)));
      const items = found.map((id) => make("li", {}, link(id, cut(nameOf(id), 90))));
      const words = data.kinds[kind][state.language][found.length === 1 ? 0 : 1];
      return [make("details", { class: "names" }, make("summary", {}, swatch(kind), make("span", {}, words), make("span", { class: "count" }, String(found.length))), make("ul", {}, ...items))];
    });
  }

  // ---- what folds: the panel everywhere, the legend where there is little room ----

  function unfold(id, open) {
    document.body.classList.toggle(`no-${id}`, !open);
    const button = document.querySelector(`[aria-controls="${id}"][data-fold]`);
    button.setAttribute("aria-expanded", String(open));
    nameFold();
  }

  function nameFold() {
    const open = at("quotations").getAttribute("aria-expanded") === "true";
    at("quotations").textContent = text(open ? "hide_panel" : "show_panel");
  }

  function folded() {
    unfold("panel", !narrow.matches || state.chosen !== null);
    unfold("legend", !narrow.matches);
  }

  document.querySelectorAll("[data-fold]").forEach((button) => {
    button.addEventListener("click", () => unfold(button.getAttribute("aria-controls"), button.getAttribute("aria-expanded") === "false"));
  });

  // ---- search ----

  let current = -1;
  let numbered = 0;

  // Without accents and capitals, and with as many characters as before, so that places in it are places in the words.
  const fold = (words) => [...words].map((letter) => (letter.normalize("NFD").replace(/\p{M}/gu, "") || letter).toLowerCase().slice(0, letter.length).padEnd(letter.length)).join("");

  function search() {
    const wanted = fold(at("search").value.trim());
    const rank = (id) => (fold(nameOf(id)).startsWith(wanted) ? 0 : 1);
    const found = Object.entries(data.nodes)
      .filter(([, node]) => fold(node.nl).includes(wanted) || fold(node.en).includes(wanted))
      .sort(([one], [other]) => rank(one) - rank(other) || nameOf(one).localeCompare(nameOf(other)));
    const quoted = wanted.length < 3 ? [] : quotationsWith(wanted);
    const options = [];
    if (found.length) options.push(make("div", { class: "caption" }, text("result_names")), ...found.slice(0, wanted ? 8 : 200).map(([id]) => option(id, cut(nameOf(id), 90), kindOf(id))));
    if (quoted.length) {
      options.push(make("div", { class: "caption" }, `${text("result_quotations")} (${quoted.length})`));
      options.push(...quoted.slice(0, 12).map(([id, words]) => option(id, snippet(words, wanted), nameOf(data.edges[id].from))));
    }
    if (!options.length) options.push(make("p", { class: "none" }, text("no_results")));
    at("results").replaceChildren(...options);
    at("results").hidden = false;
    at("search").setAttribute("aria-expanded", "true");
    point(wanted && at("results").querySelector("[role=option]") ? 0 : -1);
  }

  // The quotations that hold what is sought, each with the first edge that it stands behind.
  function quotationsWith(wanted) {
    const found = new Map();
    for (const [id, edge] of Object.entries(data.edges)) {
      for (const number of edge.quotations) {
        const words = data.quotations[number].text;
        if (!found.has(words) && fold(words).includes(wanted)) found.set(words, id);
      }
    }
    return [...found].map(([words, id]) => [id, words]);
  }

  // Some words of a quotation around what is sought.
  function snippet(words, wanted) {
    const found = fold(words).indexOf(wanted);
    const from = found < 36 ? 0 : words.indexOf(" ", found - 36) + 1;
    const end = found + wanted.length;
    const to = end + 40 > words.length ? words.length : words.lastIndexOf(" ", end + 40);
    const [before, after] = [from ? "… " : "", to < words.length ? " …" : ""];
    return make("span", { lang: "nl" }, before, words.slice(from, found), make("mark", {}, words.slice(found, end)), words.slice(end, Math.max(end, to)), after);
  }

  function option(id, words, aside) {
    numbered += 1;
    return make("div", { role: "option", id: `option-${numbered}`, "aria-selected": "false", onmousedown: (event) => { event.preventDefault(); take(id); }, "data-id": id }, make("span", {}, words), make("small", {}, aside));
  }

  function point(index) {
    const options = [...at("results").querySelectorAll("[role=option]")];
    current = options.length ? (index + options.length) % options.length : -1;
    if (index < 0) current = -1;
    options.forEach((element, number) => {
      element.classList.toggle("current", number === current);
      element.setAttribute("aria-selected", String(number === current));
    });
    if (current >= 0) {
      options[current].scrollIntoView({ block: "nearest" });
      at("search").setAttribute("aria-activedescendant", options[current].id);
    } else at("search").removeAttribute("aria-activedescendant");
  }

  function shut() {
    at("results").hidden = true;
    at("search").setAttribute("aria-expanded", "false");
    current = -1;
  }

  function take(id) {
    at("search").value = "";
    shut();
    choose(id, true);
    at("panel").focus();
  }

  at("search").addEventListener("input", search);
  at("search").addEventListener("focus", search);
  at("search").addEventListener("blur", shut);
  at("search").addEventListener("keydown", (event) => {
    const options = at("results").querySelectorAll("[role=option]");
    if (event.key === "ArrowDown") point(current + 1);
    else if (event.key === "ArrowUp") point(current <= 0 ? options.length - 1 : current - 1);
    else if (event.key === "Enter" && options[Math.max(current, 0)]) take(options[Math.max(current, 0)].dataset.id);
    else if (event.key === "Escape") { at("search").value = ""; shut(); at("search").blur(); }
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  // ---- choosing ----

  function choose(id, reveal = false) {
    state.chosen = id !== null && (data.nodes[id] || data.edges[id]) ? id : null;
    if (reveal && state.chosen !== null) unhide(state.chosen);
    if (state.chosen !== null) unfold("panel", true);
    changed();
  }

  // Undo the filters that hide what is asked for.
  function unhide(id) {
    const ends = data.edges[id] ? [data.edges[id].relation, data.nodes[data.edges[id].from].kind, data.nodes[data.edges[id].to].kind] : [data.nodes[id].kind];
    ends.forEach((name) => state.hidden.delete(name));
  }

  function select() {
    const id = state.chosen;
    network.setSelection({ nodes: data.nodes[id] ? [id] : [], edges: data.edges[id] ? [id] : [] }, { highlightEdges: false });
  }

  network.on("click", (event) => {
    const [node] = event.nodes;
    choose(node !== undefined ? node : event.edges.length ? event.edges[0] : null);
  });
  network.on("hoverEdge", () => { at("network").style.cursor = "pointer"; });
  network.on("blurEdge", () => { at("network").style.cursor = ""; });
  network.on("hoverNode", () => { at("network").style.cursor = "pointer"; });
  network.on("blurNode", () => { at("network").style.cursor = ""; });

  // ---- captions of groups, drawn beneath the nodes ----

  network.on("beforeDrawing", (canvas) => {
    canvas.textBaseline = "middle";
    canvas.textAlign = "center";
    canvas.fillStyle = "#56606c";
    canvas.font = "600 13px system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif";
    for (const caption of data.captions) {
      canvas.fillText(caption.text[state.language], middles.get(caption.x).x, caption.y * stretch);
    }
  });

  // ---- zoom ----

  let fitted = true; // until the reader zooms or moves the drawing

  function zoom(factor) {
    fitted = false;
    network.moveTo({ scale: Math.min(4, Math.max(0.1, network.getScale() * factor)) });
  }

  // All nodes in view, as large as they go; below stay the buttons, above the caption of the first group.
  function fit(least = 0) {
    const boxes = Object.keys(data.nodes).map((id) => network.getBoundingBox(id));
    const edge = (name, choice) => choice(...boxes.map((box) => box[name]));
    const [left, right, top, bottom] = [edge("left", Math.min), edge("right", Math.max), edge("top", Math.min), edge("bottom", Math.max)];
    const room = { width: at("network").clientWidth - (narrow.matches ? 20 : 48), height: at("network").clientHeight - (narrow.matches ? 72 : 112) };
    const whole = Math.min(1.3, room.width / (right - left), room.height / (bottom - top));
    const scale = Math.max(whole, Math.min(least, room.width / (right - left)));
    const middle = (top + bottom) / 2 + 10 / scale;
    const half = at("network").clientHeight / scale / 2;
    const highest = Math.min(top, ...data.captions.map((caption) => caption.y * stretch - 8)) - 14 / scale + half;
    const lowest = bottom + 60 / scale - half;
    network.moveTo({ scale, position: { x: (left + right) / 2, y: scale > whole ? Math.max(highest, Math.min(lowest, lookedAt())) : middle } });
    fitted = true;
    at("drag").hidden = scale === whole;
  }

  // How high what is chosen stands; the top, when nothing is.
  function lookedAt() {
    const chosen = state.chosen === null ? null : data.edges[state.chosen] ? data.edges[state.chosen].from : state.chosen;
    return chosen === null ? -Infinity : network.getPosition(chosen).y;
  }

  // As large as names must be to be read; what doesn't fit below each other is dragged into view.
  function show() {
    fit(columns.length ? READABLE : 0);
  }

  // Tells who waits for it that everything stands where it stays.
  function drawn() {
    document.body.dataset.drawn = "true";
  }

  // A window that becomes smaller would cut off the outer columns; what the reader has chosen to look at stays.
  network.on("resize", () => {
    delete document.body.dataset.drawn;
    if (!fitted) network.once("afterDrawing", drawn);
    else network.once("afterDrawing", () => { arrange(); draw(); network.once("afterDrawing", () => { show(); drawn(); }); }); // vis-network scales only after this event
  });
  network.on("zoom", () => { fitted = false; });
  network.on("dragEnd", () => { fitted = false; });

  at("larger").addEventListener("click", () => zoom(1.25));
  at("smaller").addEventListener("click", () => zoom(0.8));
  at("fit").addEventListener("click", () => fit());
  at("everything").addEventListener("click", () => { state.hidden.clear(); changed(); });
  document.addEventListener("keydown", (event) => {
    if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey) return;
    const move = { ArrowLeft: [-60, 0], ArrowRight: [60, 0], ArrowUp: [0, -60], ArrowDown: [0, 60] }[event.key];
    if (event.key === "Escape") choose(null);
    else if (event.key === "/") at("search").focus();
    else if (event.key === "+" || event.key === "=") zoom(1.25);
    else if (event.key === "-") zoom(0.8);
    else if (event.key === "0") fit();
    else if (move && event.target === at("network")) {
      fitted = false;
      const view = network.getViewPosition();
      network.moveTo({ position: { x: view.x + move[0] / network.getScale(), y: view.y + move[1] / network.getScale() } });
    } else return;
    event.preventDefault();
  });

  // ---- the address ----

  function address() {
    const parts = new URLSearchParams();
    if (state.chosen !== null) parts.set("toon", state.chosen);
    if (state.hidden.size) parts.set("zonder", [...state.hidden].sort().join(","));
    if (state.language) parts.set("taal", LANGUAGES[state.language]);
    return parts.toString();
  }

  function follow() {
    const parts = new URLSearchParams(location.hash.slice(1));
    const known = (name) => name in data.relations || name in data.kinds;
    state.language = Math.max(0, LANGUAGES.indexOf(parts.get("taal")));
    state.hidden = new Set((parts.get("zonder") || "").split(",").filter(known));
    const chosen = parts.get("toon");
    state.chosen = chosen !== null && (data.nodes[chosen] || data.edges[chosen]) ? chosen : null;
    if (state.chosen !== null) unfold("panel", true);
    arrange(); // for the room that names take in this language
    render();
  }

  function changed() {
    history.replaceState(null, "", "#" + address());
    render();
  }

  function translate() {
    document.documentElement.lang = LANGUAGES[state.language];
    document.querySelectorAll("[data-text]").forEach((element) => { element.textContent = text(element.dataset.text); });
    document.querySelectorAll("[data-label]").forEach((element) => {
      element.setAttribute("aria-label", text(element.dataset.label));
      if (element.closest(".zoom")) element.title = text(element.dataset.label);
    });
    document.querySelectorAll("[data-language]").forEach((button) => {
      button.setAttribute("aria-pressed", String(button.dataset.language === LANGUAGES[state.language]));
    });
    nameFold();
    at("search").placeholder = text("search");
    at("search").setAttribute("aria-label", text("search"));
    at("title").textContent = data.title[state.language];
    at("lead").textContent = data.lead[state.language];
    document.title = `${data.title[state.language]} – standpunt`;
  }

  function render() {
    const focused = document.activeElement && document.activeElement.dataset ? document.activeElement.dataset.filter : null;
    translate();
    legend();
    draw();
    panel();
    select();
    if (focused) document.querySelector(`[data-filter="${focused}"]`)?.focus();
  }

  document.querySelectorAll("[data-language]").forEach((button) => {
    button.addEventListener("click", () => { state.language = LANGUAGES.indexOf(button.dataset.language); arrange(); changed(); });
  });
  window.addEventListener("hashchange", follow);
  narrow.addEventListener("change", folded);
  folded();
  follow();
  network.once("afterDrawing", () => { show(); drawn(); }); // not before names have their room
  window.standpunt = { network, choose, state }; // for the console, and for tests
})();
