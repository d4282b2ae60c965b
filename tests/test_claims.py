"""Claims of single sentences: holder, negation, question, condition, reported view."""

import pytest

from standpunt import resources
from standpunt.build import analyse
from standpunt.model import CABINET
from standpunt.relate import proof

VVD = "faction/VVD"


def found(text: str, speaker: str = VVD, *, repeats_questions: bool = False) -> set[tuple[str, str]]:
    """Return (holder, relation) of the claims in a sentence."""
    return {(claim.holder, claim.relation) for claim in proof.claims_in(text, speaker, repeats_questions=repeats_questions)}


def test_every_cue_fires_where_its_row_says_and_only_there() -> None:
    assert [str(fault) for fault in proof.faults()] == []


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("De leden van de D66-fractie steunen de inzet van het kabinet.", {("faction/D66", "supports")}),
        ("De aangekondigde verlaging keuren deze leden ten zeerste af.", {(VVD, "opposes")}),
        ("Nederland en Duitsland zijn voorstander van dit voorstel.", {(CABINET, "supports"), ("country/DE", "supports")}),
        ("Frankrijk en Italië zijn beducht voor afhankelijkheid.", {("country/FR", "concerned_about"), ("country/IT", "concerned_about")}),
        (
            "Zij scharen zich achter Polen en Italië, die op uitstel aandringen.",
            {(VVD, "supports"), ("country/PL", "calls_for"), ("country/IT", "calls_for")},
        ),
        ("De Deense regering veroordeelt de aanval.", {("country/DK", "opposes")}),
        ("De maatregelen moeten eraan bijdragen dat Rusland afziet van geweld.", {(VVD, "calls_for")}),
        ("Deze leden vinden het van belang dat Rusland afziet van geweld.", {(VVD, "supports")}),
        ("«Deze man mag niet aan de macht blijven», zei de Amerikaanse president.", set()),
        ("NAVO-land Turkije steunt dit besluit.", {("country/TR", "supports")}),
        ("Voorkomen moet worden dat het verdrag een papieren tijger wordt.", {(VVD, "calls_for")}),
        ("Deze leden kennen het standpunt van Polen dat dit onwenselijk is.", {("country/PL", "opposes")}),
        ("Rusland zou dit voorstel steunen.", set()),
        ("Ik zou graag zien dat dit sneller gaat, maar dat kan niet.", {(VVD, "calls_for")}),
        ("Mevrouw Postma wil dat dit sneller gaat, maar dat kan niet.", {("person/Postma", "calls_for"), (VVD, "opposes")}),
        ("Een aantal NAVO-bondgenoten steunt Oekraïne met trainingen.", {("org/NAVO", "supports")}),
        ("Met het lid van de BIJ1-fractie maakt het kabinet zich zorgen over de zorg.", {(CABINET, "concerned_about")}),
    ],
)
def test_the_holder_is_the_subject_not_whoever_else_is_named(text: str, claims: set[tuple[str, str]]) -> None:
    assert found(text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Deze leden zijn niet langer voorstander van dit verdrag.", {(VVD, "opposes")}),
        ("Zij onderschrijven echter niet de stelling van het kabinet.", {(VVD, "opposes")}),
        ("Deze leden steunen niet alleen Oekraïne, maar ook Moldavië.", {(VVD, "supports")}),
        ("Deze leden maken zich hierover geen zorgen.", set()),
        ("De leden van de VVD-fractie steunen het voorstel om geen besluit te nemen.", {(VVD, "supports")}),
        ("Het besluit om daar niet te bouwen getuigt van moed.", {(VVD, "supports")}),
        ("Dit besluit getuigt van weinig wijsheid.", {(VVD, "opposes")}),
        ("Op dit voorstel valt niets af te dingen.", {(VVD, "supports")}),
        ("Deze leden zijn van mening dat reclame hier niet thuishoort.", {(VVD, "opposes")}),
    ],
)
def test_a_negation_turns_a_position_and_nothing_else(text: str, claims: set[tuple[str, str]]) -> None:
    assert found(text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Hoe beoordeelt de Minister deze kans?", {(VVD, "asks_about")}),
        ("Kan de Minister aangeven welke maatregelen wenselijk zijn?", {(VVD, "asks_about")}),
        ("Is de Minister bereid om dit tijdens de Raad in te brengen?", {(VVD, "asks_about"), (VVD, "calls_for")}),
        ("Kan de Minister toezeggen dat hij dit onderwerp opbrengt?", {(VVD, "asks_about"), (VVD, "calls_for")}),
        ("Deelt de Minister de mening van deze leden dat samenwerking van belang is?", {(VVD, "asks_about"), (VVD, "supports")}),
        ("Is de Minister het met deze leden eens dat deze voorstellen onacceptabel zijn?", {(VVD, "asks_about"), (VVD, "opposes")}),
        ("De leden van de VVD-fractie vragen of het kabinet dit wenselijk acht.", {(VVD, "asks_about")}),
        ("Delen de overige lidstaten het oordeel dat dit onwenselijk is?", {(VVD, "asks_about")}),
    ],
)
def test_a_question_asks_and_holds_only_what_it_says_it_holds(text: str, claims: set[tuple[str, str]]) -> None:
    assert found(text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Volgens de leden van de PVV-fractie is dit voorstel onwenselijk.", {("faction/PVV", "opposes")}),
        ("Dit voorstel is onverstandig, aldus de leden van de fractie van Volt.", {("faction/Volt", "opposes")}),
        ("Voor het kabinet is deze gang van zaken onaanvaardbaar.", {(CABINET, "opposes")}),
        ("Volgens de leden noemt Duitsland het akkoord een papieren tijger.", {("country/DE", "opposes")}),
        ("Tot ongenoegen van Duitsland is het besluit uitgesteld.", {("country/DE", "opposes")}),
        ("De woningbouwvereniging noemt het akkoord een papieren tijger.", set()),
        ("Deze leden lezen dat uitbreiding wenselijk is.", set()),
        ("De inval wordt breed veroordeeld.", set()),
        ("Dat voorstel spreekt mij zeer aan, al zien zij bezwaren.", {(VVD, "supports")}),
        ("De aanval is door Frankrijk veroordeeld.", {("country/FR", "opposes")}),
        ("Of dat wenselijk is, beoordeelt de rechter.", set()),
        ("Indien dat wenselijk is, komt er een tweede ronde.", set()),
    ],
)
def test_a_view_belongs_to_whom_it_is_ascribed(text: str, claims: set[tuple[str, str]]) -> None:
    assert found(text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Nederland zal zich blijven inzetten voor een kernwapenvrije wereld.", {(CABINET, "commits_to")}),
        ("Uw Kamer wordt hierover voor de zomer geïnformeerd.", {(CABINET, "commits_to")}),
        ("Uw Kamer is hierover op 8 maart geïnformeerd.", set()),
        ("Hierbij zend ik u de antwoorden op de vragen.", set()),
        ("Rusland zal de kosten voelen.", set()),
        ("Op de uitkomst wil ik niet vooruitlopen.", {(CABINET, "declines_to_answer")}),
        ("Het kabinet doet geen uitspraken over de plannen van bondgenoten.", {(CABINET, "declines_to_answer")}),
        ("De suggestie uit het rapport geef ik door aan de korpschef.", {(CABINET, "commits_to")}),
        ("De regeling verleng ik met een jaar.", {(CABINET, "commits_to")}),
        ("De regeling verlengde ik met een jaar.", set()),
        ("De regeling kan ik met een jaar verlengen.", set()),
        ("De gemeente verlengt de regeling met een jaar.", set()),
        ("Het plan heb ik laten doorrekenen.", set()),
        ("Of dat toereikend is, laat ik vandaag in het midden.", {(CABINET, "declines_to_answer")}),
        ("De provincie heeft de staat gedagvaard, en daarom zwijg ik vandaag.", {(CABINET, "declines_to_answer")}),
        ("De Commissie wil daar niet op vooruitlopen.", set()),
        ("Het kabinet wil de huurtoeslag afschaffen.", {(CABINET, "commits_to")}),
        ("Het vorige kabinet wilde de huurtoeslag afschaffen.", set()),
        ("Aan het lid Yilmaz (D66) is toegezegd dat ik schriftelijk terugkom op de kosten.", {(CABINET, "commits_to")}),
        ("Het lid Yilmaz (D66) is toegezegd dat er een overzicht komt.", set()),
        ("Door Duitsland is toegezegd de brug te herstellen.", {("country/DE", "commits_to")}),
    ],
)
def test_the_cabinet_promises_and_declines(text: str, claims: set[tuple[str, str]]) -> None:
    assert found(text, CABINET) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("constaterende dat de Staatssecretaris niet wilde vooruitlopen op het besluit;", {(CABINET, "declines_to_answer")}),
        ("Mijn fractie loopt daar nog niet op vooruit.", set()),
        ("Het kabinet verlaagt de norm.", set()),
    ],
)
def test_of_the_cabinet_others_tell_what_it_withholds_but_not_what_it_does(text: str, claims: set[tuple[str, str]]) -> None:
    assert found(text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Gemeenten die zelfstandig willen blijven, moeten daar de ruimte voor krijgen.", {(VVD, "calls_for")}),
        ("De korting volgt uit de regel dat een bed bezet moet zijn.", set()),
        ("De PVV wil een nachtsluiting.", {("faction/PVV", "calls_for")}),
        ("De PVV wil een nachtsluiting bespreken.", set()),
        ("Deze leden verzoeken om een noodfonds.", {(VVD, "calls_for")}),
        ("Komt er een verbod, zoals Duitsland vorige week bepleitte?", {(VVD, "asks_about"), ("country/DE", "calls_for")}),
        ("Is de Staatssecretaris genegen deze termijn te verlengen?", {(VVD, "asks_about"), (VVD, "calls_for")}),
        ("Bij gemeenten leeft de vrees dat het geld op is.", set()),
    ],
)
def test_a_demand_is_somebodys_and_no_rule_that_is_explained(text: str, claims: set[tuple[str, str]]) -> None:
    assert found(text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Dat Duitsland dit toelaat, vervult ons met onrust.", {(VVD, "concerned_about")}),
        ("Deze leden zien met lede ogen aan hoe de wachtlijst groeit.", {(VVD, "concerned_about")}),
        ("De vrees van Polen voor een inval is bekend.", {("country/PL", "concerned_about")}),
        ("Ligt u er ook weleens wakker van dat jongeren dit missen?", {(VVD, "asks_about"), (VVD, "concerned_about")}),
    ],
)
def test_a_worry_is_whose_it_befalls(text: str, claims: set[tuple[str, str]]) -> None:
    assert found(text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Het kabinet wil dat dit stopt, en daar houd ik mijn hart voor vast.", {(CABINET, "calls_for"), (VVD, "concerned_about")}),
        ("Mevrouw Ter Stege weet dat mijn fractie met de wietproef nooit gelukkig is geweest.", {(VVD, "opposes")}),
        ("De Hoge Vertegenwoordiger heeft Israël gevraagd het besluit te herroepen.", {("org/HogeVertegenwoordiger", "calls_for")}),
        ("De burgemeester heeft Rusland opgeroepen het geweld te staken.", set()),
        ("Dat de regering schrijft dat burgers dit kunnen, getuigt van weinig wijsheid.", {(VVD, "opposes")}),
        ("De VNG laat weten dat deze maatregel onaanvaardbaar is.", {("org/VNG", "opposes")}),
        ("De vleesindustrie sputtert tegen dat zij haar lijnen moet stilleggen.", set()),
        ("Duitsland geeft aan dat landen de afspraak moeten naleven.", {("country/DE", "calls_for")}),
        ("De minister, die dit voorstel onwenselijk vindt, stuurt een brief.", {(CABINET, "opposes")}),
        ("Het standpunt van de SP-fractie dat dit onwenselijk is, verrast ons.", {("faction/SP", "opposes")}),
        ("De bewering dat dit onwenselijk is, verrast ons.", set()),
        ("Het verwijt dat ouderen buitenspel staan, snijdt geen hout.", {(VVD, "opposes")}),
    ],
)
def test_who_reports_is_told_from_who_holds(text: str, claims: set[tuple[str, str]]) -> None:
    assert found(text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Voorkomen moet worden dat dit een papieren tijger wordt.", {(VVD, "calls_for")}),
        ("Ontpoldering is slechts aan de orde wanneer herstel ontoereikend is.", set()),
        ("Dat aanbieders moeten bijdragen, is een gegeven.", set()),
        ("Het was een instrument dat onmisbaar zou zijn.", set()),
        ("Rusland zou dit voorstel steunen.", set()),
        ("Zij brengen de motie in herinnering, waarin de regering is gevraagd of dit kan.", set()),
        ("De Kamer vroeg zich vorig jaar af of dit klopt.", set()),
        ("Het vraagt zich af of dit klopt.", {(VVD, "asks_about")}),
    ],
)
def test_what_is_prevented_supposed_or_told_of_others_is_no_claim(text: str, claims: set[tuple[str, str]]) -> None:
    assert found(text) == claims


def test_a_question_retold_in_an_answer_counts_where_the_paper_lacks_the_question_itself() -> None:
    retold = "De leden van de SP-fractie vragen hoeveel mensen dit treft."
    assert found(retold, CABINET) == {("faction/SP", "asks_about")}
    assert found(retold, CABINET, repeats_questions=True) == set()
    answered = "Op de vraag van de leden van de SP-fractie naar de kosten kan ik antwoorden dat deze zijn geraamd."
    assert found(answered, CABINET) == {("faction/SP", "asks_about")}
    assert found("Op de vraag naar de kosten kan ik antwoorden dat deze zijn geraamd.", CABINET) == set()


@pytest.mark.parametrize("subject", ["deze leden", "zij", "de leden van de SP-fractie", "de leden van de fractie van de ChristenUnie"])
@pytest.mark.parametrize("joining", ["", "ook ", "dan ook ", "in dit verband "])
@pytest.mark.parametrize(
    ("verb", "rest", "relation"),
    [
        ("rekenen", "erop dat het kabinet dit regelt", "calls_for"),
        ("hechten", "aan een evaluatie binnen drie jaar", "supports"),
        ("vinden", "dat die archieven open moeten", "calls_for"),
        ("achten", "het van belang dat de hoogoven behouden blijft", "supports"),
        ("achten", "dat onwenselijk", "opposes"),
        ("vragen", "op welke manier de aanbevelingen worden overgenomen", "asks_about"),
    ],
)
def test_the_order_of_words_and_small_words_change_no_claim(subject: str, joining: str, verb: str, rest: str, relation: str) -> None:
    as_told = found(f"{subject[0].upper()}{subject[1:]} {verb} {joining}{rest}.")
    assert {claimed for _, claimed in as_told} == {relation}
    assert found(f"Daarom {verb} {subject} {joining}{rest}.") == as_told


@pytest.mark.parametrize(
    ("text", "speaker", "claims"),
    [
        ("De leden van de ChristenUnie vragen waarop dit is gebaseerd.", CABINET, {("faction/ChristenUnie", "asks_about")}),
        (
            "De leden van de PvdA- en de SP-fractie vragen waarin de aanpak tekortschiet.",
            VVD,
            {("faction/PvdA", "asks_about"), ("faction/SP", "asks_about")},
        ),
        ("Dan zal Nederland de Commissie verzoeken om consultaties te openen.", CABINET, {(CABINET, "calls_for"), (CABINET, "commits_to")}),
        ("Of ratificatie voor de top haalbaar is, valt niet te zeggen.", CABINET, set()),
        ("Deelt u de mening dat toegankelijkheid geen sluitpost mag zijn?", VVD, {(VVD, "asks_about"), (VVD, "supports")}),
        ("Mijn fractie houdt vast aan de koppeling.", VVD, {(VVD, "supports")}),
        ("Ik houd vast aan de koppeling.", CABINET, {(CABINET, "commits_to")}),
        ("Hongarije heeft publiekelijk verklaard geen voorstander te zijn.", CABINET, {("country/HU", "opposes")}),
    ],
)
def test_names_joined_ending_in_a_vowel_or_next_to_each_other_are_read_as_they_stand(
    text: str, speaker: str, claims: set[tuple[str, str]]
) -> None:
    assert found(text, speaker) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("De Commissie zal in het voorjaar met een voorstel komen.", set()),
        ("Uw Kamer ontvangt voor het kerstreces een brief.", {(CABINET, "commits_to")}),
        ("De Raad nam conclusies aan waarin Rusland wordt opgeroepen de gevangenen vrij te laten.", set()),
        ("De minister van Buitenlandse Zaken van Estland riep op tot sancties.", {("country/EE", "calls_for")}),
        ("Er bestaat in Duitsland weerstand tegen het plan.", {("country/DE", "opposes")}),
        ("Deze leden roepen de regering op zich niet te verzetten tegen het voorstel.", {(VVD, "calls_for")}),
        ("De Kamer verzoekt de minister af te zien van het voorstel.", {("org/TweedeKamer", "calls_for")}),
        ("Zoals toegezegd stuur ik u hierbij het rapport.", set()),
        ("De leden van de SGP-fractie hebben geen behoefte aan het stellen van vragen.", set()),
        ("Volgens belangenorganisaties schiet de wet tekort.", set()),
        ("In het rapport wordt gepleit voor een onafhankelijke toezichthouder.", set()),
        ("Uit het rapport blijkt dat de aanpak onvoldoende werkt.", set()),
        ("De indieners van de motie vinden dat de regering te weinig doet.", set()),
        ("De Russische eisen zijn voor de NAVO onacceptabel.", {("org/NAVO", "opposes")}),
        ("De leden van de SP-fractie vragen wat de Minister gaat doen om dit te voorkomen.", {("faction/SP", "asks_about")}),
        ("De provincie is van mening dat de school moet ingrijpen.", set()),
        ("De gemeenten gaven aan dat zij geen voorstander zijn van dit plan.", set()),
        ("De VNG heeft aangegeven dat zij geen voorstander is van dit plan.", {("org/VNG", "opposes")}),
        ("In het rapport staat dat de inspectie strenger moet optreden.", set()),
        ("In het advies van de SER wordt gepleit voor een hogere bijdrage.", {("org/SER", "calls_for")}),
        ("Voor Duitsland is het van belang dat de grens open blijft.", {("country/DE", "supports")}),
        ("Naar verwachting zal de Commissie in maart met een nieuw voorstel komen.", set()),
        ("Ik verwacht de Kamer hierover in het tweede kwartaal te kunnen berichten.", {(CABINET, "commits_to")}),
        ("Er zijn mij geen signalen bekend dat scholen in de problemen komen.", set()),
        ("De vakbonden zijn verheugd over het akkoord.", set()),
        ("De inspectie beveelt de minister aan om het toezicht te versterken.", set()),
        ("In het rapport wordt de regering aanbevolen om de inspectie uit te breiden.", set()),
        ("De gemeente Amsterdam heeft de minister verzocht om de regels te verruimen.", set()),
        ("Verschillende gemeenten hebben het kabinet gevraagd om meer geld.", set()),
        ("De commissie-Van Ark adviseerde het kabinet de wet aan te passen.", set()),
        ("De commissie adviseert het kabinet om de wet te wijzigen.", set()),
        ("De Commissie adviseert de lidstaten om de wet te wijzigen.", {("org/EuropeseCommissie", "calls_for")}),
        ("Het kabinet heeft de inspectie verzocht het toezicht te versterken.", {(CABINET, "calls_for")}),
        (
            "De motie Van Kent verzoekt de regering dit te bevriezen en daarmee ben ik het niet eens.",
            {("person/VanKent", "calls_for"), (CABINET, "opposes")},
        ),
        ("In 2024 is het kabinet gestart met de uitvoering van het programma.", set()),
        ("Dit jaar start het kabinet met de uitvoering van het programma.", {(CABINET, "commits_to")}),
        ("Het kabinet draagt daar actief aan bij.", {(CABINET, "commits_to")}),
        ("Nog dit jaar komt het kabinet met een actieplan.", {(CABINET, "commits_to")}),
        ("Het kabinet presenteert voor de zomer een toekomstvisie.", {(CABINET, "commits_to")}),
        ("Het kabinet presenteerde voor de zomer een toekomstvisie.", set()),
        ("Het wetsvoorstel wordt in mei in internetconsultatie gebracht.", {(CABINET, "commits_to")}),
        ("Het wetsvoorstel werd in mei in internetconsultatie gebracht.", set()),
        ("Ik spreek de sector hierop aan.", {(CABINET, "commits_to")}),
        ("De motie beschouw ik hiermee als uitgevoerd.", set()),
        ("De burgemeester kan een gebiedsverbod opleggen als dat noodzakelijk is.", set()),
        ("De sector heeft toegezegd voor de zomer met een plan te komen.", set()),
        ("Na het zomerreces bied ik u het rapport aan.", {(CABINET, "commits_to")}),
        ("De antwoorden treft u bijgaand aan.", set()),
        ("De antwoorden verwacht ik in mei met uw Kamer te kunnen delen.", {(CABINET, "commits_to")}),
        ("De beantwoording van de overige vragen volgt zo spoedig mogelijk.", {(CABINET, "commits_to")}),
        ("Het kabinet heeft daarom besloten tot een verbod.", {(CABINET, "commits_to")}),
        ("Daar ga ik mee door.", {(CABINET, "commits_to")}),
        ("Dat zal ik niet doen.", {(CABINET, "opposes")}),
        ("Ik heb er vertrouwen in dat gemeenten dit oppakken.", {(CABINET, "supports")}),
        ("De evaluatie zal uitwijzen of de maatregel effectief is.", set()),
        ("De motie voer ik uit.", {(CABINET, "commits_to")}),
        ("Het is de inzet van de regering om de lasten te beperken.", {(CABINET, "commits_to")}),
        ("De branche heeft aangegeven positief te staan tegenover de proef.", set()),
        ("Het kabinet heeft aangegeven positief te staan tegenover de proef.", {(CABINET, "supports")}),
        ("Uit gesprekken met gemeenten blijkt dat zij positief zijn over de regeling.", set()),
        ("Patiënten geven aan dat zij ontevreden zijn over de bereikbaarheid.", set()),
        ("De vaste commissie voor VWS heeft mij gevraagd te reageren op de brief.", set()),
        ("Het kabinet wil de positie van huurders versterken.", {(CABINET, "commits_to")}),
        ("De sector wil de samenwerking verbeteren.", set()),
        ("De regering beoogt hiermee de rechtszekerheid te vergroten.", {(CABINET, "commits_to")}),
        ("Het Rijk stelt hiervoor 30 miljoen euro beschikbaar.", {(CABINET, "commits_to")}),
        ("Scholen moeten vanaf 1 augustus voldoen aan de nieuwe eisen.", set()),
        ("Daarvoor moet eerst de wet worden gewijzigd.", set()),
        ("Deze aanpak moet ervoor zorgen dat minder jongeren uitvallen.", set()),
        ("De bonden hebben afgesproken plannen in te dienen om te laten zien hoe zij dit doen.", set()),
        ("Iedereen moet zich veilig kunnen voelen op straat.", {(CABINET, "calls_for")}),
        ("Het kabinet ziet geen mogelijkheden om de norm te verlagen.", {(CABINET, "opposes")}),
        ("Ik ben niet voor een algeheel verbod.", {(CABINET, "opposes")}),
        ("Ik ben niet voor de zomer klaar met het verbod.", set()),
        ("De NVWA is onafhankelijk in haar oordeel; ik treed daar niet in.", {(CABINET, "declines_to_answer")}),
    ],
)
def test_in_the_cabinets_papers_others_act_too(text: str, claims: set[tuple[str, str]]) -> None:
    assert found(text, CABINET) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Deelt de minister het standpunt van Rusland dat de NAVO zich terugtrekt?", {(VVD, "asks_about")}),
        ("Onderschrijft de minister de conclusie van de Algemene Rekenkamer dat het beleid faalt?", {(VVD, "asks_about")}),
        ("Deelt de minister de vrees van ondernemers dat de prijzen stijgen?", {(VVD, "asks_about")}),
        ("Deelt de minister de mening van deze leden dat dit onwenselijk is?", {(VVD, "asks_about"), (VVD, "opposes")}),
        ("Waarom kiest de minister niet voor een verbod?", {(VVD, "asks_about")}),
        ("De minister wordt gevraagd de termijn te verlengen.", {(VVD, "calls_for")}),
        ("Daarom wordt de regering dringend verzocht om van deze bezuiniging af te zien.", {(VVD, "calls_for")}),
        ("De minister wordt aangespoord om vaart te maken.", {(VVD, "calls_for")}),
        ("De minister wordt gevraagd om dit toe te lichten.", {(VVD, "asks_about")}),
        ("De minister wordt door de sector gevraagd om de termijn te verlengen.", set()),
        ("De minister werd gevraagd om de termijn te verlengen.", set()),
        ("In de motie wordt de regering verzocht de termijn te verlengen.", set()),
        ("De ouders vinden dat de regering wordt verzocht om te betalen.", set()),
        ("Zij verwachten dat de minister zich in Brussel inzet voor een akkoord.", {(VVD, "calls_for")}),
        ("De SP vindt dat bedrijven zelf moeten betalen.", {("faction/SP", "calls_for")}),
        ("De heer Klaver zegt dat hij voorstander is van een hoger minimumloon.", {("person/Klaver", "supports")}),
        ("De commissie-Remkes adviseerde om de uitstoot te halveren.", set()),
        ("Dank voor de vraag van de heer Kwint.", set()),
        ("De leden van de SP-fractie zijn van mening dat de lasten te hoog zijn.", {("faction/SP", "opposes")}),
    ],
)
def test_a_group_holds_what_is_its_own_and_no_more(text: str, claims: set[tuple[str, str]]) -> None:
    assert found(text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Zij vragen of de minister de mening deelt dat dit onwenselijk is.", {(VVD, "asks_about"), (VVD, "opposes")}),
        ("Zij vernemen graag of de minister deze mening deelt.", {(VVD, "asks_about")}),
        ("Zij vragen of de minister het met hen eens is dat kleine scholen moeten blijven.", {(VVD, "asks_about"), (VVD, "supports")}),
        ("Zij vragen de minister of zij bereid is de termijn te verlengen.", {(VVD, "asks_about"), (VVD, "calls_for")}),
        ("Zij vragen hoe de minister dit ziet en of hij kan toezeggen dat de norm blijft.", {(VVD, "asks_about"), (VVD, "calls_for")}),
        ("Zij vragen of de minister zich wil inzetten voor een verbod.", {(VVD, "asks_about"), (VVD, "calls_for")}),
        ("Zij vragen of de minister wil ingaan op de kosten.", {(VVD, "asks_about")}),
        ("Zij vragen of Duitsland bereid is mee te betalen.", {(VVD, "asks_about")}),
        ("Zij vragen of de minister weet of Duitsland bereid is mee te betalen.", {(VVD, "asks_about")}),
        ("Zij vragen of de minister het standpunt van Rusland deelt dat de NAVO zich terugtrekt.", {(VVD, "asks_about")}),
        ("Zij vragen of de minister het onwenselijk vindt dat kinderen wachten.", {(VVD, "asks_about")}),
        ("Wil de minister hierop ingaan?", {(VVD, "asks_about")}),
        ("Zou u willen toelichten waarom dit zo is?", {(VVD, "asks_about")}),
        ("Zij vragen of de minister mogelijkheden ziet om dit te versnellen.", {(VVD, "asks_about"), (VVD, "calls_for")}),
    ],
)
def test_an_indirect_question_holds_what_the_direct_one_does(text: str, claims: set[tuple[str, str]]) -> None:
    assert found(text) == claims


def test_what_the_cabinet_is_asked_in_the_passive_it_does_not_ask_itself() -> None:
    for text in ("De minister wordt gevraagd de termijn te verlengen.", "Ook wordt gevraagd om de termijn te verlengen."):
        assert found(text, CABINET) == set()


def test_what_an_answer_repeats_of_an_indirect_question_is_held_no_second_time() -> None:
    retold = "De leden van de SP-fractie vragen of ik bereid ben de boete te schrappen."
    assert found(retold, CABINET) == {("faction/SP", "asks_about"), ("faction/SP", "calls_for")}
    assert found(retold, CABINET, repeats_questions=True) == set()


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Frankrijk en Duitsland gaven aan dat zij het voorstel steunen.", {("country/FR", "supports"), ("country/DE", "supports")}),
        ("Zowel Frankrijk als Duitsland gaf aan dat zij tegen het plan zijn.", {("country/FR", "opposes"), ("country/DE", "opposes")}),
        ("De Commissie liet Frankrijk en Polen weten dat zij zich zorgen maken.", set()),
        ("De Commissie meldde dat zij geen voorstander is van een quotum.", {("org/EuropeseCommissie", "opposes")}),
        ("Italië meldde dat het geen voorstander is van een quotum.", {("country/IT", "opposes")}),
        ("Waar Frankrijk pleit voor hulp, kiest Duitsland voor rust.", {("country/FR", "calls_for"), ("country/DE", "supports")}),
        ("In Denemarken kiest men voor een verbod.", {("country/DK", "supports")}),
        ("In België maken ze zich zorgen over de stikstof.", {("country/BE", "concerned_about")}),
        ("In Nederland kiest men voor een verbod.", set()),
        ("De ministers verwelkomden de conclusies.", set()),
        ("De ministers van Financiën steunden het akkoord.", set()),
        ("De ministers van Financiën en van Sociale Zaken steunen het akkoord.", {(CABINET, "supports")}),
        ("De ministers van Frankrijk en Polen pleitten voor uitstel.", {("country/FR", "calls_for"), ("country/PL", "calls_for")}),
        ("De EU-lidstaten veroordeelden de aanval.", {("org/EU", "opposes")}),
        ("Nederland biedt veroordeelden de mogelijkheid in beroep te gaan.", set()),
        ("VNO-NCW en MKB-Nederland steunen het akkoord.", {("org/VNO-NCW", "supports"), ("org/MKB-Nederland", "supports")}),
    ],
)
def test_who_is_meant_by_zij_men_and_de_ministers_is_told_by_the_sentence(text: str, claims: set[tuple[str, str]]) -> None:
    assert found(text, CABINET) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Spanje, daarin gesteund door Portugal, pleit voor een uitzondering.", {("country/ES", "calls_for"), ("country/PT", "supports")}),
        ("Gesteund door de sector pleitte Duitsland voor een lagere drempel.", {("country/DE", "calls_for")}),
        ("Met steun van Hongarije pleitte Polen voor uitstel.", {("country/PL", "calls_for")}),
        ("Nederland heeft, met steun van Zweden, de Commissie opgeroepen tot spoed.", {(CABINET, "calls_for"), ("country/SE", "supports")}),
        ("Het voorstel kan rekenen op de steun van Portugal.", {("country/PT", "supports")}),
        ("Nederland pleit samen met Polen voor een verbod.", {(CABINET, "calls_for"), ("country/PL", "calls_for")}),
        ("Net als Denemarken is Zweden voorstander van een verbod.", {("country/SE", "supports"), ("country/DK", "supports")}),
        ("De VNG is, evenals het IPO, kritisch op het voorstel.", {("org/VNG", "opposes"), ("org/IPO", "opposes")}),
        ("Nederland steunt Oekraïne, net als Moldavië.", {(CABINET, "supports")}),
        ("Nederland heeft gepleit voor uitstel en heeft zich, evenals Zweden, verzet.", {(CABINET, "calls_for")}),
        (
            "Meerdere lidstaten, waaronder Nederland en Zweden, pleitten voor een lagere norm.",
            {("org/EU", "calls_for"), (CABINET, "calls_for"), ("country/SE", "calls_for")},
        ),
        ("Een groep landen, waaronder Noorwegen, steunt het voorstel.", {("country/NO", "supports")}),
        ("De sancties treffen landen, waaronder Iran, die Rusland steunen.", set()),
        ("Er is brede steun voor het voorstel van Spanje.", set()),
        ("Er bestaat veel weerstand tegen de plannen.", set()),
        ("Er is ook in Duitsland weerstand tegen het verdrag.", {("country/DE", "opposes")}),
        ("Iran ontkent te streven naar een kernwapen.", set()),
        ("Rwanda ontkent dat het M23 steunt.", set()),
        ("De minister spreekt tegen dat hij het voorstel steunt.", set()),
        ("Het kabinet bestrijdt dat de maatregel onevenredig is.", {(CABINET, "opposes")}),
        ("De minister ontkent niet dat dit onwenselijk is.", {(CABINET, "opposes")}),
    ],
)
def test_support_and_resistance_are_whose_they_are_said_to_be(text: str, claims: set[tuple[str, str]]) -> None:
    assert found(text, CABINET) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Zij vragen, evenals de leden van de CDA-fractie, wat dit kost.", {(VVD, "asks_about"), ("faction/CDA", "asks_about")}),
        ("Samen met de leden van de D66-fractie pleiten zij voor een verbod.", {(VVD, "calls_for"), ("faction/D66", "calls_for")}),
        ("Deze leden, en met hen de leden van de SGP-fractie, steunen dit.", {(VVD, "supports"), ("faction/SGP", "supports")}),
        ("Zij vinden, net als de leden van de SP-fractie, dat dit onwenselijk is.", {(VVD, "opposes"), ("faction/SP", "opposes")}),
        ("Net als de VVD vindt het kabinet dat de lasten te hoog zijn.", {(CABINET, "opposes")}),
        ("De leden van de SP-fractie zijn, anders dan de leden van de PVV-fractie, voorstander.", {("faction/SP", "supports")}),
        ("Deze leden steunen het plan van de SP, net als de leden van Volt.", {(VVD, "supports"), ("faction/Volt", "supports")}),
        ("Zij sluiten zich aan bij de vragen van de leden van de CDA-fractie over het register.", {(VVD, "asks_about")}),
        ("Ik sluit mij aan bij alle vragen van collega Van Dijk.", {(VVD, "asks_about")}),
        ("De antwoorden sluiten aan bij de vragen.", set()),
        ("Het kabinet pleit, net als andere bondgenoten, voor een dialoog.", {(CABINET, "calls_for")}),
        ("Het kabinet streeft, net als de NAVO, naar een kernwapenvrije wereld.", {(CABINET, "commits_to")}),
    ],
)
def test_who_asks_or_holds_it_too_is_told_beside_the_subject(text: str, claims: set[tuple[str, str]]) -> None:
    assert found(text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("De minister stelt een heffing voor, waar deze leden tegen zijn.", {(VVD, "opposes")}),
        ("Het is een plan waar de SP al jaren voor is.", {("faction/SP", "supports")}),
        ("Dat is een maatregel waar deze leden niet voor zijn.", {(VVD, "opposes")}),
        ("Dat is geen maatregel waar deze leden voor zijn.", set()),
        ("Polen is er tegen en Hongarije is ervoor.", {("country/PL", "opposes"), ("country/HU", "supports")}),
        ("Dat is een taak waar de minister verantwoordelijk voor is.", set()),
        ("Deze leden vragen waar de minister nu voor is.", {(VVD, "asks_about")}),
        ("De vergunning is hier tegen betaling verkrijgbaar.", set()),
    ],
)
def test_for_and_against_may_stand_at_the_end_without_a_noun(text: str, claims: set[tuple[str, str]]) -> None:
    assert found(text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("De SP dient een motie in om de huren te bevriezen.", {("faction/SP", "calls_for")}),
        ("Daarom dienen de leden van de SP-fractie een motie in om dit te voorkomen.", {("faction/SP", "calls_for")}),
        ("D66 heeft een amendement ingediend dat de eigen bijdrage verlaagt.", {("faction/D66", "calls_for")}),
        ("Door het CDA is een amendement ingediend om het budget te verhogen.", {("faction/CDA", "calls_for")}),
        ("De leden van Volt overwegen een motie in te dienen om dit te regelen.", {("faction/Volt", "calls_for")}),
        ("Deze leden dienen geen motie in om de minister naar huis te sturen.", set()),
        ("Om dat te onderstrepen dien ik de volgende motie in.", set()),
        ("De gemeente dient een plan in om de uitstoot te verlagen.", set()),
    ],
)
def test_a_motion_is_the_call_of_who_moves_it(text: str, claims: set[tuple[str, str]]) -> None:
    assert found(text) == claims


@pytest.mark.parametrize("speaker", [VVD, CABINET])
@pytest.mark.parametrize(
    "text",
    [
        "Wat de leden van de SP-fractie betreft gaat de regering hiermee aan de slag.",
        "Wat de SP betreft komt de minister snel met een plan.",
        "Als het aan de SP ligt, gaat het kabinet hier meteen mee aan de slag.",
    ],
)
def test_what_ought_to_be_in_ones_view_is_ones_call_and_nobodys_promise(text: str, speaker: str) -> None:
    assert found(text, speaker) == {("faction/SP", "calls_for")}


def test_a_paper_that_gives_its_own_number_cites_nothing() -> None:
    paper = resources.path("data", "gold") / "written" / "d2-kamervragen-energie.txt"
    citing = [claim.text for claim in analyse(paper).claims if claim.relation == "refers_to"]
    assert not any("2022Z11873" in text for text in citing)
    assert any("Kamerstuk 29 023, nr. 312" in text for text in citing)


@pytest.mark.parametrize(
    ("text", "speaker", "claims"),
    [
        ("Gezien de beperkte capaciteit acht ik dat niet uitvoerbaar.", CABINET, {(CABINET, "opposes")}),
        ("Daarom vind ik dat niet verstandig.", CABINET, {(CABINET, "opposes")}),
        ("Ik juich dat ook toe.", CABINET, {(CABINET, "supports")}),
        ("Dat neemt niet weg dat ik het onwenselijk vind wanneer gemeenten dit doen.", CABINET, {(CABINET, "opposes")}),
        ("Dat laat onverlet dat ik het begrijpelijk vind wanneer gemeenten dit doen.", CABINET, {(CABINET, "supports")}),
        ("De leden van de VVD-fractie geven aan het onbegrijpelijk te vinden dat de handhaving wordt opgeschort.", VVD, {(VVD, "opposes")}),
        ("De leden van de VVD-fractie zijn van mening dat de aanpak zorgwekkend is.", VVD, {(VVD, "concerned_about")}),
        ("Deelt u de mening dat het zorgelijk is dat de regeling stopt?", VVD, {(VVD, "concerned_about"), (VVD, "asks_about")}),
        ("Met de leden van de SP-fractie ben ik van mening dat dit niet mag.", CABINET, {(CABINET, "supports")}),
        ("Zij lezen dat het kabinet kiest voor een afwachtende opstelling.", VVD, set()),
        ("Nederland kiest voor een gerichte aanpak.", CABINET, {(CABINET, "supports")}),
        ("Dat stelt mij niet gerust.", VVD, {(VVD, "concerned_about")}),
        ("Deelt u de mening dat het goed is dat de regeling stopt?", VVD, {(VVD, "supports"), (VVD, "asks_about")}),
    ],
)
def test_a_judgement_is_found_wherever_its_adjective_and_verb_stand(text: str, speaker: str, claims: set[tuple[str, str]]) -> None:
    assert found(text, speaker) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Eerder heeft de sector het kabinet opgeroepen de wet te wijzigen.", set()),
        ("Vorig jaar heeft de politie de minister gevraagd om uitstel.", set()),
        ("Eerder heeft de Kamer het kabinet opgeroepen de wet te wijzigen.", {("org/TweedeKamer", "calls_for")}),
        ("Daarom heeft het kabinet de lidstaten opgeroepen de wet te wijzigen.", {(CABINET, "calls_for")}),
        ("In juni vroeg ik de minister al om een overzicht.", set()),
        ("Wij hebben de minister gevraagd of dit klopt.", set()),
        ("Graag ontvangen deze leden een overzicht van alle vaccins die Nederland heeft geleverd.", {(VVD, "asks_about")}),
        ("Het voorstel wordt gesteund door de Duitse regering.", {("country/DE", "supports")}),
        ("Zij zijn positief over het doel, maar kritisch over de uitvoering.", {(VVD, "supports"), (VVD, "opposes")}),
        ("Deze leden steunen dat voorstel van de Commissie niet.", {(VVD, "opposes")}),
        ("Het kabinet neemt dat advies niet over.", {(CABINET, "opposes")}),
        ("Het kabinet onderschrijft dat standpunt ook.", {(CABINET, "supports")}),
        ("Deze leden vinden dat dit niet kan.", {(VVD, "opposes")}),
        ("De VNG vindt dat het Rijk moet bijspringen, omdat gemeenten geen behoefte hebben aan leningen.", {("org/VNG", "calls_for")}),
        ("De Verenigde Naties steunen het voorstel.", {("org/VN", "supports")}),
        ("Dat is de reden dat deze leden een ruimere regeling voorstaan.", {(VVD, "supports")}),
        ("Daarom zien deze leden van het voorstel af.", {(VVD, "opposes")}),
    ],
)
def test_who_asks_or_holds_it_is_told_in_whatever_order(text: str, claims: set[tuple[str, str]]) -> None:
    assert found(text, VVD) == claims
