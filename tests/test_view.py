"""Views: the strongest nodes, where they stand, and a page that needs no network, runs nothing foreign and shows the quotation."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import combinations, pairwise
from math import dist
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Dialog, Page, sync_playwright

from standpunt.assemble import terms
from standpunt.errors import QueryError
from standpunt.graph import Graph
from standpunt.view import VIEWS, Shown, page, show, write
from standpunt.view import rows as row_patterns
from standpunt.view.layout import ROOM, ROW, Column, as_map, in_columns
from standpunt.view.look import read_look
from standpunt.view.network import Edge, Node, Paper, Quotation, Tie, network, strongest
from standpunt.view.page import TEMPLATES
from standpunt.view.rows import KINDS, Pattern

CHROMIUM = shutil.which("chromium")
LOOK = read_look()


def things(*idents: str) -> dict[str, Node]:
    """Return nodes whose ids tell their kind: `faction/VVD`."""
    return {ident: Node(ident, ident.split("/")[0], ident.split("/")[1]) for ident in idents}


def tied(*ties: str) -> list[Tie]:
    """Return ties as they are said: `faction/VVD supports topic/sancties 3`."""
    return [
        Tie(source, relation, target, int(count[0]) if count else 1) for source, relation, target, *count in (tie.split() for tie in ties)
    ]


NODES = things("faction/A", "faction/B", "faction/C", "topic/x", "topic/y", "topic/z")
TIES = tied(
    "faction/A supports topic/x 1",
    "faction/A opposes topic/x 2",
    "faction/B supports topic/x 1",
    "faction/A supports topic/y 9",
    "faction/C supports topic/z 4",
)


# The strongest


@pytest.mark.parametrize(
    ("limits", "most", "kept", "left_out"),
    [
        ({}, 99, {"faction/A", "faction/B", "faction/C", "topic/x", "topic/y", "topic/z"}, {}),
        # x has two holders, y more claims of one; B and C lose their only ties or keep them with their topics.
        ({"topic": 1}, 99, {"faction/A", "faction/B", "topic/x"}, {"faction": 1, "topic": 2}),
        ({"topic": 2}, 99, {"faction/A", "faction/B", "topic/x", "topic/y"}, {"faction": 1, "topic": 1}),
        ({}, 2, {"faction/A", "topic/x"}, {"faction": 2, "topic": 2}),
    ],
)
def test_the_strongest_are_kept_and_the_others_counted(limits: dict[str, int], most: int, kept: set[str], left_out: dict[str, int]) -> None:
    left, missing = strongest(NODES, TIES, limits=limits, most=most)
    assert {end for tie in left for end in (tie.source, tie.target)} == kept
    assert missing == left_out
    assert strongest(NODES, TIES[::-1], limits=limits, most=most) == (left, missing)


def test_a_lower_rank_goes_before_strength() -> None:
    nodes = NODES | {"topic/x": replace(NODES["topic/x"], rank=1)}
    left, _ = strongest(nodes, TIES, limits={"topic": 1}, most=99)
    assert {tie.target for tie in left} == {"topic/y"}


def test_ties_to_what_cannot_be_shown_are_passed_over() -> None:
    left, missing = strongest(things("faction/A", "topic/y"), TIES, limits={}, most=99)
    assert ([tie.target for tie in left], missing) == (["topic/y"], {})


def test_claims_of_one_holder_in_one_relation_are_one_edge() -> None:
    said = Quotation("claim/1", "Zij steunen dit.", "supports", "kst-1")
    drawn = network(NODES, TIES, {TIES[0]: [said]})
    between = [edge for edge in drawn.edges if (edge.source, edge.target) == ("faction/A", "topic/x")]
    assert [(edge.relation, edge.weight, edge.quotations) for edge in between] == [("opposes", 2, ()), ("supports", 1, (said,))]
    assert {node.id: node.weight for node in drawn.nodes}["faction/A"] == 12


def test_a_line_says_is_for_only_where_claims_add_up_to_a_position(corpus: Graph) -> None:
    """Who rejects a plan that harms Ukraine's sovereignty does not reject that sovereignty."""
    positions = corpus.positions()
    directed = {(row.holder, row.direction, row.topic) for row in positions.itertuples()}
    edges = [edge for edge in show(corpus.store, "overzicht").network.edges if edge.relation in ("supports", "opposes")]
    assert {edge.firm for edge in edges} == {True, False}
    for edge in edges:
        assert edge.firm == ((edge.source, edge.relation, edge.target) in directed)


# Where they stand

COLUMNS = (Column(("topic",), 0, 300, grouped=True), Column(("faction",), 400, 120))


def test_nodes_of_a_column_stand_below_each_other_and_groups_stay_together() -> None:
    groups = {"topic/x": "one", "topic/y": "two", "topic/z": "one"}
    nodes = {ident: replace(node, group=groups.get(ident)) for ident, node in NODES.items()}
    layout = in_columns(network(nodes, TIES), COLUMNS)
    assert layout.places.keys() == nodes.keys()
    topics = sorted((layout.places[ident].y, groups[ident]) for ident in groups)
    assert all(below - above >= ROW for (above, _), (below, _) in pairwise(topics))
    assert [group for _, group in topics] in (["one", "one", "two"], ["two", "one", "one"])
    assert {caption.group for caption in layout.captions} == {"one", "two"}
    assert {layout.places[ident].x for ident in groups} == {0}


def test_edges_are_untangled() -> None:
    nodes = things(*(f"faction/{letter}" for letter in "abcdef"), *(f"topic/{letter}" for letter in "abcdef"))
    opposite = dict(zip("abcdef", "fedcba", strict=True))
    drawn = network(nodes, tied(*(f"faction/{one} supports topic/{other}" for one, other in opposite.items())))
    places = in_columns(drawn, (Column(("topic",), 0, 300), COLUMNS[1])).places
    ends = [(places[edge.source].y, places[edge.target].y) for edge in drawn.edges]
    assert sum((one[0] - other[0]) * (one[1] - other[1]) < 0 for one, other in combinations(ends, 2)) == 0


def test_what_has_no_date_stands_beside_what_it_is_about() -> None:
    dated = {"paper/a": "2022-01-13", "paper/c": "2023-04-19", "meeting/m": "2022-04-06"}
    nodes = {ident: replace(node, date=dated.get(ident)) for ident, node in things("paper/a", "paper/b", "paper/c", "meeting/m").items()}
    drawn = network(nodes, tied("paper/a discusses meeting/m", "paper/b discusses meeting/m", "paper/c discusses meeting/m"))
    places = in_columns(drawn, (Column(("paper",), 0, 200, dated=True), Column(("meeting",), 400, 200, dated=True))).places
    assert places["paper/a"].y < places["paper/b"].y < places["paper/c"].y


def test_on_a_map_nothing_lies_upon_another_and_what_one_has_alone_lies_outside() -> None:
    factions = [f"faction/{letter}" for letter in "abcd"]
    own = [f"topic/{letter}{number}" for letter in "abcd" for number in range(9)]
    shared = [f"topic/all{number}" for number in range(9)]
    drawn = network(
        things(*factions, *own, *shared),
        tied(
            *(f"faction/{topic.split('/')[1][0]} supports {topic}" for topic in own),
            *(f"{faction} supports {topic}" for faction in factions for topic in shared),
        ),
    )
    layout = as_map(drawn)
    points = {ident: (place.x, place.y) for ident, place in layout.places.items()}
    assert min(dist(one, other) for one, other in combinations(points.values(), 2)) > 0.8 * ROOM
    middle = (0.0, 0.0)
    for topic in own:
        assert dist(points[topic], middle) > dist(points[f"faction/{topic.split('/')[1][0]}"], middle)
    assert max(dist(points[topic], middle) for topic in shared) < min(dist(points[faction], middle) for faction in factions) / 2
    assert layout == as_map(drawn)


# The look


def test_all_that_can_be_drawn_has_a_look() -> None:
    own = {it.relation for it in vars(row_patterns).values() if isinstance(it, Pattern) and it.relation}
    assert set(LOOK.relations) == {*terms.EDGES, *own}
    assert set(LOOK.kinds) == set(KINDS.values())
    assert set(LOOK.titles) == set(VIEWS)


def test_stances_differ_by_dashes_too() -> None:
    stances = ("supports", "opposes", "concerned_about", "calls_for")
    assert len({LOOK.relations[stance].dashes for stance in stances}) == len(stances)


def _luminance(colour: str) -> float:
    parts = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("kind", LOOK.kinds.values(), ids=LOOK.kinds)
def test_names_can_be_read_on_their_ground(kind: Any) -> None:
    assert _contrast(kind.text, kind.fill) >= 7


@pytest.mark.parametrize("relation", LOOK.relations.values(), ids=LOOK.relations)
def test_lines_stand_out_from_the_ground(relation: Any) -> None:
    assert _contrast(relation.colour, "#fbfbfa") >= 3


def test_every_text_is_used_and_exists() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES.iterdir())
    used = set(re.findall(r'\btext\("(\w+)"|data-(?:text|label)="(\w+)"|look\.texts\.(\w+)', source))
    ternary = {word for words in re.findall(r'text\([\w. =]+ \? "(\w+)" : "(\w+)"', source) for word in words}
    assert {word for words in used for word in words if word} | ternary == set(LOOK.texts)


# The page

HOSTILE = "<script>alert(1)</script>"
BREAKOUT = "</script><img src=x onerror=alert(2)> https://example.org/a.js"


def invented(name: str = "VVD", said: str = "Zij zijn tegen toetreding.", url: str | None = "https://example.org/kst-1.html") -> Shown:
    """Return a view of one holder, two topics and three lines."""
    nodes = things("faction/VVD", "topic/toetreding", "topic/sancties")
    nodes["faction/VVD"] = replace(nodes["faction/VVD"], name=name, full="Volkspartij voor Vrijheid en Democratie")
    nodes["topic/toetreding"] = replace(nodes["topic/toetreding"], name="Toetreding van Oekraïne", name_en="Accession of Ukraine")
    quotation = Quotation("kst-1/claim/1", said, "opposes", "kst-1", holder="faction/VVD", answer=12, cue="zijn tegen")
    ties = tied("faction/VVD opposes topic/toetreding", "faction/VVD supports topic/toetreding", "faction/VVD supports topic/sancties")
    drawn = network(nodes, ties, {tie: [replace(quotation, id=f"kst-1/claim/{index}")] for index, tie in enumerate(ties)}, {"topic": 3})
    paper = Paper("kst-1", "Kamerstuk 1, nr. 1", f"Verslag {name}", "2022-01-13", url)
    return Shown("overzicht", drawn, in_columns(drawn, COLUMNS), {"kst-1": paper}, {"faction/VVD": nodes["faction/VVD"]})


# An address in an attribute of a link, and the names of W3C's namespaces: all that may look like an address.
ALLOWED = re.compile(r'href="https?://|"http://www\.w3\.org/\d{4}/\w+')


def addresses(text: str) -> list[str]:
    return re.findall(r".{20}https?://.{40}", ALLOWED.sub("", text))


@pytest.mark.parametrize("view", VIEWS)
def test_a_page_names_no_address_but_links_to_click(view: str, corpus: Graph) -> None:
    text = page(show(corpus.store, view))
    assert addresses(text) == []
    assert 'href="https://zoek.officielebekendmakingen.nl/kst-28676-3' in text
    assert "src=" not in re.sub(r"<script>.*?</script>", "", text, flags=re.DOTALL)


@pytest.mark.parametrize("view", VIEWS)
def test_two_pages_of_one_graph_are_the_same(view: str, corpus: Graph) -> None:
    assert page(show(corpus.store, view)) == page(show(corpus.store, view))


def test_an_edge_carries_the_sentences_of_all_its_claims(corpus: Graph) -> None:
    rows = corpus.query(
        "SELECT DISTINCT ?id ?holder ?speaker ?text ?paper ?answer { ?id a sp:Claim ; sp:holder ?holder ; sp:speaker ?speaker ; "
        "dcterms:isPartOf ?paper ; prov:wasDerivedFrom/oa:exact ?text OPTIONAL { ?id sp:inExchange/sp:number ?answer } }"
    )
    claims = {ident: tuple(rest) for ident, *rest in rows}
    shown = show(corpus.store, "overzicht")
    assert shown.network.edges
    for edge in shown.network.edges:
        assert edge.weight == len({quotation.id for quotation in edge.quotations})
        for said in edge.quotations:
            assert claims[said.id] == (edge.source, said.told_by or edge.source, said.text, said.paper, said.answer)
            assert said.told_by != edge.source
            assert shown.papers[said.paper].name.startswith(("Kamerstuk", "Brief", "Verslag"))


def test_a_view_says_how_many_it_leaves_out(corpus: Graph) -> None:
    every, few = show(corpus.store, "alles"), show(corpus.store, "alles", most=20)
    assert len(few.network.nodes) <= 20
    assert not every.network.left_out
    assert sum(few.network.left_out.values()) + len(few.network.nodes) == len(every.network.nodes)


def test_an_unknown_view_tells_what_there_is(corpus: Graph) -> None:
    with pytest.raises(QueryError, match="overzicht"):
        show(corpus.store, "overzich")


def test_an_address_that_runs_something_is_no_link() -> None:
    assert "javascript:" not in page(invented(url="javascript:alert(1)")).split("<script>")[0]


def test_markup_in_names_and_quotations_is_text() -> None:
    text = page(invented(name=HOSTILE, said=BREAKOUT))
    assert text.count("<script>") == page(invented()).count("<script>")
    assert "<img" not in text
    assert addresses(text) == []


# In a browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no chromium; make browser installs it")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


#: Where the drawing begins and ends in its window, in pixels from the left, and how wide that is.
ENDS = """() => {
  const { network } = standpunt;
  const boxes = network.body.data.nodes.getIds({ filter: (node) => !node.hidden }).map((id) => network.getBoundingBox(id));
  const x = (at) => network.canvasToDOM({ x: at, y: 0 }).x;
  const [left, right] = [Math.min(...boxes.map((box) => box.left)), Math.max(...boxes.map((box) => box.right))];
  return [x(left), x(right), document.getElementById("network").clientWidth];
}"""


class Opened:
    """A page that was opened from disk with the network off, and what it asked for and did."""

    def __init__(self, browser: Browser, file: Path, fragment: str = "", size: tuple[int, int] = (1440, 900)) -> None:
        context = browser.new_context(viewport={"width": size[0], "height": size[1]}, offline=True)
        self.tab: Page = context.new_page()
        self.requests: list[str] = []
        self.faults: list[str] = []
        self.dialogs: list[str] = []
        self.tab.on("request", lambda request: self.requests.append(request.url))
        self.tab.on("pageerror", lambda error: self.faults.append(str(error)))
        self.tab.on("console", lambda message: self.faults.append(message.text) if message.type == "error" else None)
        self.tab.on("dialog", self._dismiss)
        self.tab.goto(file.as_uri() + fragment)
        self.tab.wait_for_selector("body[data-drawn]")

    def _dismiss(self, dialog: Dialog) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    @contextmanager
    def redrawn(self) -> Iterator[None]:
        """Do what gives the drawing another size, and wait until everything stands where it stays."""
        self.tab.evaluate("standpunt.network.once('resize', () => { document.body.dataset.resized = 'true'; })")
        yield
        self.tab.wait_for_selector("body[data-resized][data-drawn]")
        self.tab.evaluate("delete document.body.dataset.resized")

    def resize(self, width: int, height: int) -> None:
        """Give the window another size, and wait until the drawing is drawn in it."""
        with self.redrawn():
            self.tab.set_viewport_size({"width": width, "height": height})

    def panel(self) -> str:
        return self.tab.inner_text("#details")

    def visible(self) -> set[str]:
        """Return the lines that are drawn."""
        return set(self.tab.evaluate("standpunt.network.body.data.edges.get().filter((edge) => !edge.hidden).map((edge) => edge.id)"))

    def click_line(self) -> str:
        """Click where a line lies free, in its middle; return the id of the line that was taken."""
        found = self.tab.evaluate(
            """() => {
              const { network } = standpunt;
              const box = document.getElementById("network").getBoundingClientRect();
              for (const edge of network.body.data.edges.get()) {
                const [from, to] = [network.getPosition(edge.from), network.getPosition(edge.to)];
                const at = network.canvasToDOM({ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 });
                const around = [[0, 0], [2, 0], [-2, 0], [0, 2], [0, -2]].map(([x, y]) => ({ x: at.x + x, y: at.y + y }));
                if (around.every((point) => network.getEdgeAt(point) === edge.id && network.getNodeAt(point) === undefined))
                  return { x: box.left + at.x, y: box.top + at.y };
              }
            }"""
        )
        self.tab.mouse.click(found["x"], found["y"])
        self.tab.wait_for_selector("#details figure")
        return str(self.tab.evaluate("standpunt.state.chosen"))


@pytest.fixture(scope="module")
def files(corpus: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every view of the sample corpus, and a small invented one."""
    folder = tmp_path_factory.mktemp("views")
    for name in VIEWS:
        write(corpus.store, folder / f"{name}.html", name)
    (folder / "klein.html").write_text(page(invented()), encoding="utf-8")
    return folder


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_opens_without_a_network(view: str, browser: Browser, files: Path) -> None:
    opened = Opened(browser, files / f"{view}.html")
    assert opened.visible()
    assert opened.faults == []
    assert [url for url in opened.requests if not url.startswith(("file:", "data:"))] == []


@pytest.mark.parametrize("view", ["overzicht", "alles"])
def test_a_click_on_a_line_shows_its_quotation(view: str, browser: Browser, files: Path, corpus: Graph) -> None:
    opened = Opened(browser, files / f"{view}.html")
    ident = opened.click_line()
    edge: Edge = next(edge for edge in show(corpus.store, view).network.edges if edge.id == ident)
    said = edge.quotations[0]
    assert " ".join(said.text.split()) in " ".join(opened.panel().split())
    relation = LOOK.relations[edge.relation]
    assert str(relation.firm_nl if edge.firm else relation.nl) in opened.panel()
    assert said.id in opened.panel()
    assert f"antwoord {said.answer}" in opened.panel() or said.answer is None
    assert "toon=" in opened.tab.url


def test_the_link_of_a_quotation_leads_to_the_official_publication(browser: Browser, files: Path) -> None:
    opened = Opened(browser, files / "klein.html")
    opened.click_line()
    links = opened.tab.eval_on_selector_all("#details figure a", "(links) => links.map((link) => link.href)")
    assert links == ["https://example.org/kst-1.html"]
    assert opened.tab.inner_text("#details figure a") == "Officiële publicatie"


def test_the_words_that_tell_the_relation_stand_out(browser: Browser, files: Path) -> None:
    opened = Opened(browser, files / "klein.html")
    opened.click_line()
    assert opened.tab.locator("#details blockquote b").all_inner_texts() == ["zijn tegen"]


def test_a_click_on_a_name_shows_all_around_it(browser: Browser, files: Path) -> None:
    opened = Opened(browser, files / "klein.html")
    place = opened.tab.evaluate("standpunt.network.canvasToDOM(standpunt.network.getPosition('faction/VVD'))")
    box = opened.tab.locator("#network").bounding_box()
    assert box
    opened.tab.mouse.click(box["x"] + place["x"], box["y"] + place["y"])
    opened.tab.wait_for_selector("#details h2")
    assert opened.tab.inner_text("#details h2") == "VVD"
    assert "Volkspartij voor Vrijheid en Democratie" in opened.panel()
    assert opened.tab.locator("#details figure").count() == 3
    opened.tab.keyboard.press("Escape")
    assert "toon=" not in opened.tab.url


def test_search_by_keyboard_finds_a_name_without_its_accents(browser: Browser, files: Path) -> None:
    opened = Opened(browser, files / "klein.html")
    opened.tab.keyboard.press("/")
    opened.tab.keyboard.type("van oekraine")
    opened.tab.wait_for_selector("#results [role=option]")
    opened.tab.keyboard.press("Enter")
    assert opened.tab.inner_text("#details h2") == "Toetreding van Oekraïne"


def test_search_finds_words_of_a_quotation(browser: Browser, files: Path) -> None:
    opened = Opened(browser, files / "klein.html")
    opened.tab.fill("#search", "ZIJN TEGEN")
    opened.tab.locator("#results [role=option]").click()
    assert "Zij zijn tegen toetreding." in opened.panel()


def test_a_filter_hides_lines_and_names_left_without_any(browser: Browser, files: Path) -> None:
    opened = Opened(browser, files / "overzicht.html")
    before = opened.visible()
    opened.tab.click('[data-filter="supports"]')
    after = opened.visible()
    assert after == {ident for ident in before if " supports " not in ident}
    assert 0 < len(after) < len(before)
    assert "verborgen" in opened.tab.inner_text("#told")
    drawn = {end for ident in after for end in ident.split(" ")[::2]}
    shown = opened.tab.evaluate(
        "standpunt.network.body.data.nodes.get().filter((node) => node.kind && !node.hidden).map((node) => node.id)"
    )
    assert set(shown) == drawn
    opened.tab.dblclick('[data-filter="opposes"]')  # that one alone
    assert {ident.split(" ")[1] for ident in opened.visible()} == {"opposes"}
    opened.tab.click("#everything")
    assert opened.visible() == before


def test_a_link_keeps_choice_filters_and_language(browser: Browser, files: Path) -> None:
    first = Opened(browser, files / "overzicht.html")
    first.tab.click('[data-filter="calls_for"]')
    first.tab.click('[data-language="en"]')
    ident = first.click_line()
    fragment = first.tab.url[first.tab.url.index("#") :]
    second = Opened(browser, files / "overzicht.html", fragment)
    assert second.panel() == first.panel()
    assert second.visible() == first.visible()
    assert second.tab.inner_text("h1") == LOOK.titles["overzicht"].en
    assert second.tab.evaluate("standpunt.state.chosen") == ident


def test_the_language_can_be_switched(browser: Browser, files: Path, corpus: Graph) -> None:
    opened = Opened(browser, files / "overzicht.html")
    assert "fracties" in opened.tab.inner_text("#kinds")
    opened.tab.click('[data-language="en"]')
    assert "parliamentary groups" in opened.tab.inner_text("#kinds")
    assert opened.tab.get_attribute("html", "lang") == "en"
    names = opened.tab.evaluate("standpunt.network.body.data.nodes.get().map((node) => node.label)")
    english = {node.name_en for node in show(corpus.store, "overzicht").network.nodes if node.kind == "topic"}
    assert len(english & set(names)) > 10
    dutch = {text for text, english in LOOK.texts.values() if text != english}
    assert not [text for text in dutch if text in opened.tab.inner_text("body")]


def test_what_looks_like_a_script_does_not_run(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "hostile.html"
    file.write_text(page(invented(name=HOSTILE, said=BREAKOUT)), encoding="utf-8")
    opened = Opened(browser, file)
    opened.click_line()
    assert HOSTILE in opened.panel()
    assert BREAKOUT in opened.panel()
    opened.tab.click("#papers summary")
    opened.tab.fill("#search", "script")
    assert HOSTILE in opened.tab.inner_text("#results")
    assert (opened.dialogs, opened.faults) == ([], [])
    assert [url for url in opened.requests if not url.startswith(("file:", "data:"))] == []


def test_a_page_fits_a_small_screen_and_can_be_walked_by_keyboard(browser: Browser, files: Path) -> None:
    opened = Opened(browser, files / "overzicht.html")
    for width, height in ((1280, 800), (1024, 768), (768, 1024)):
        opened.tab.set_viewport_size({"width": width, "height": height})
        assert opened.tab.evaluate("document.documentElement.scrollWidth") <= width
        assert opened.tab.evaluate("document.documentElement.scrollHeight") <= height
    opened.tab.set_viewport_size({"width": 1280, "height": 800})
    focused = []
    for _ in range(12):
        opened.tab.keyboard.press("Tab")
        focused.append(
            opened.tab.evaluate(
                "document.activeElement.id || document.activeElement.dataset.filter || document.activeElement.dataset.language"
            )
        )
    assert focused[:5] == ["search", "nl", "en", "supports", "opposes"]
    assert "network" in focused


def test_a_drawing_fills_another_window_until_the_reader_moves_it(browser: Browser, files: Path) -> None:
    opened = Opened(browser, files / "overzicht.html")
    for width, height in ((800, 700), (1600, 1000)):
        opened.resize(width, height)
        left, right, room = opened.tab.evaluate(ENDS)
        assert 0 <= left < right <= room
    assert right - left > room / 2
    opened.tab.click("#larger")
    nearer = opened.tab.evaluate("standpunt.network.getScale()")
    opened.resize(1500, 1000)
    opened.tab.click("#fit")
    assert opened.tab.evaluate("standpunt.network.getScale()") < nearer


#: The smallest letters of names that are drawn, in pixels; names that overlap; and names that are cut off at the sides of the window.
NAMES_DRAWN = """() => {
  const { network } = standpunt;
  const nodes = network.body.data.nodes.get({ filter: (node) => node.kind && !node.hidden });
  const boxes = nodes.map(({ id }) => {
    const { left, top, width, height } = network.body.nodes[id].shape;
    return { id, left, top, right: left + width, bottom: top + height };
  });
  const apart = (a, b) => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
  const x = (at) => network.canvasToDOM({ x: at, y: 0 }).x;
  return {
    letters: Math.min(...nodes.map((node) => node.font.size * network.getScale())),
    overlapping: boxes.flatMap((a, n) => boxes.slice(n + 1).filter((b) => !apart(a, b)).map((b) => [a.id, b.id])),
    outside: boxes.filter((box) => x(box.left) < 0 || x(box.right) > document.getElementById("network").clientWidth).map((box) => box.id),
  };
}"""


@pytest.mark.parametrize("size", [(800, 800), (390, 844)], ids=["tablet", "phone"])
@pytest.mark.parametrize("view", [name for name in VIEWS if name != "alles"])  # a map has names of one size at every zoom
def test_names_in_columns_can_be_read_on_a_small_screen(view: str, size: tuple[int, int], browser: Browser, files: Path) -> None:
    drawn = Opened(browser, files / f"{view}.html", size=size).tab.evaluate(NAMES_DRAWN)
    assert (drawn["overlapping"], drawn["outside"]) == ([], [])
    assert drawn["letters"] >= 10


def test_a_line_keeps_to_its_names_in_a_narrow_window(browser: Browser, files: Path) -> None:
    opened = Opened(browser, files / "overzicht.html", size=(390, 844))
    strays = opened.tab.evaluate(
        """() => standpunt.network.body.data.nodes.getIds({ filter: (node) => !node.kind }).filter((id) => {
          const box = standpunt.network.getBoundingBox(id.split("|")[0]);
          const { x, y } = standpunt.network.getPosition(id);
          return x < box.left || x > box.right || y < box.top - 12 || y > box.bottom + 12;
        })"""
    )
    assert strays == []


def test_the_panel_folds_and_opens_for_what_is_chosen(browser: Browser, files: Path) -> None:
    wide = Opened(browser, files / "overzicht.html")
    before = wide.tab.evaluate("document.getElementById('network').clientWidth")
    wide.tab.focus("#quotations")
    with wide.redrawn():
        wide.tab.keyboard.press("Enter")
    assert not wide.tab.is_visible("#panel")
    assert wide.tab.evaluate("document.getElementById('network').clientWidth") > before
    assert wide.tab.get_attribute("#quotations", "aria-expanded") == "false"
    wide.click_line()
    assert wide.tab.is_visible("#panel")


def test_a_phone_begins_with_the_drawing_and_leads_from_a_name_to_its_quotations(browser: Browser, files: Path) -> None:
    phone = Opened(browser, files / "overzicht.html", size=(390, 844))
    assert not phone.tab.is_visible("#panel")
    assert not phone.tab.is_visible("#legend")
    phone.tab.click("#filter")
    assert phone.tab.is_visible('[data-filter="supports"]')
    phone.tab.click("#quotations")
    assert "Niet in beeld" in phone.panel()
    phone.tab.click(".names summary:has-text('fracties')")
    phone.tab.click(".names .name-link:text-is('PVV')")
    assert phone.tab.inner_text("#details h2") == "PVV"
    assert phone.tab.locator("#details .line").count() > 2
    assert phone.tab.evaluate("document.documentElement.scrollWidth") <= 390


def test_written_data_is_json_that_a_program_can_read(files: Path) -> None:
    text = (files / "overzicht.html").read_text(encoding="utf-8")
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', text, re.DOTALL)
    assert found
    data = json.loads(found.group(1))
    assert data["left_out"]
    assert all(data["papers"][said["paper"]]["name"] for said in data["quotations"])
