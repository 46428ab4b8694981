"""A store of all-time lists beneath an article: more people and meetings to mix up, and nobody accused by them.

Every text here is true. The rows beneath are of people and meetings that a list has and a text of that day may brush against.
"""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from canonical import store as canon

from kerrcheck.build import build_in_memory
from kerrcheck.discourse import Discourse
from kerrcheck.pipeline import examine, lexicon_of
from kerrcheck.stack import Stack
from kerrcheck.text import Document

HEAD = "rank,mark,wind,competitor,dob,nationality,position,venue,date,result_score,discipline,type,sex,age_cat"
LISTS = {
    "male/sprints_100-metres.csv": """
1,10.03,-0.4,Donovan BAILEY,16 DEC 1967,CAN,2,"Müngersdorfer Stadion, Köln (GER)",18 AUG 1995,1200,100-metres,sprints,male,senior
""",
    "male/jumps_high-jump.csv": """
1,2.43,,Mutaz Essa BARSHIM,24 JUN 1991,QAT,1,"Boudewijnstadion, Bruxelles (BEL)",05 SEP 2014,1300,high-jump,jumps,male,senior
2,2.42,,Bohdan BONDARENKO,30 AUG 1989,UKR,1,"New York, NY (USA)",14 JUN 2014,1290,high-jump,jumps,male,senior
3,2.40,,Bohdan BONDARENKO,30 AUG 1989,UKR,2,"Boudewijnstadion, Bruxelles (BEL)",05 SEP 2014,1280,high-jump,jumps,male,senior
""",
    "male/middlelong_1500-metres.csv": """
1,3:29.21,,Yared NUGUSE,01 JUN 1999,USA,1,"Letzigrund, Zürich (SUI)",05 SEP 2024,1250,1500-metres,middlelong,male,senior
2,3:29.52,,Jakob INGEBRIGTSEN,19 SEP 2000,NOR,2,"Letzigrund, Zürich (SUI)",05 SEP 2024,1245,1500-metres,middlelong,male,senior
3,3:30.46,,Cole HOCKER,06 JUN 2001,USA,3,"Letzigrund, Zürich (SUI)",05 SEP 2024,1240,1500-metres,middlelong,male,senior
""",
    "female/middlelong_800-metres.csv": """
3,2:00.62,,Sifan HASSAN,01 JAN 1993,NED,3,"Rabat (MAR)",14 JUN 2015,1140,800-metres,middlelong,female,senior
1,1:58.60,,Sabine MICK-KIRCHMAIER,28 MAY 1970,AUT,3,"Olympiastadion, Berlin (GER)",21 AUG 1999,1100,800-metres,middlelong,female,senior
2,1:59.02,,Caster SEMENYA,07 JAN 1991,RSA,1,"IN (USA)",09 JUL 2009,1150,800-metres,middlelong,female,senior
""",
    "male/middlelong_one-mile.csv": """
1,3:45.34,,Josh KERR,08 OCT 1997,GBR,1,"Hayward Field, Eugene, OR (USA)",25 MAY 2024,1270,one-mile,middlelong,male,senior
2,3:45.60,,Jakob INGEBRIGTSEN,19 SEP 2000,NOR,2,"Hayward Field, Eugene, OR (USA)",25 MAY 2024,1265,one-mile,middlelong,male,senior
3,3:51.20,,Sam PRAKEL,29 OCT 1994,USA,1,"Oregon (USA)",25 MAY 2018,1180,one-mile,middlelong,male,senior
""",
    "male/road-running_marathon.csv": """
1,2:11:08,,Alexander YEE,18 FEB 1998,GBR,14,"London (GBR)",27 APR 2025,1100,marathon,road-running,male,senior
""",
    "male/relays_4x1500-metres-relay.csv": """
1,14:59.57,,INDIANA,,USA,3,"Philadelphia, PA (USA)",30 APR 1988,1175,4x1500-metres-relay,relays,male,senior
""",
    "male/sprints_400-metres.csv": """
1,46.50,,Quang THAT,01 MAY 1990,VIE,1,"Hanoi (VIE)",03 JUN 2015,1000,400-metres,sprints,male,senior
""",
    "female/middlelong_5000-metres.csv": """
1,14:53.20,,Elise CRANNY,09 MAY 1996,USA,1,"Hayward Field, Eugene, OR (USA)",08 JUL 2023,1180,5000-metres,middlelong,female,senior
""",
    "female/race-walks_10-kilometres-race-walk.csv": """
1,44:51,,Hong LIU,12 MAY 1987,CHN,1,"Andria (ITA)",11 MAR 2012,1150,10-kilometres-race-walk,race-walks,female,senior
""",
    "female/hurdles_100-metres-hurdles.csv": """
1,12.27,,Kendra HARRISON,18 SEP 1992,USA,1sf1,"Hayward Field, Eugene, OR (USA)",24 JUL 2022,1240,100-metres-hurdles,hurdles,female,senior
""",
    "male/relays_4x200-metres-relay.csv": """
1,1:20.10,,Michael JOHNSON RELAY,,USA,1,"Mike A. Myers Stadium, Austin, TX (USA)",04 APR 2009,1100,4x200-metres-relay,relays,male,senior
""",
}


@cache
def stacked() -> Stack:
    """The lists, compiled and laid over the canon."""
    with TemporaryDirectory() as folder:
        for name, rows in LISTS.items():
            path = Path(folder, "lists-2025", name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(HEAD + rows, "utf-8")
        return Stack([canon(), build_in_memory([Path(folder)])])


@pytest.mark.parametrize(
    ("published", "text"),
    [
        ("1995-08-19", "Donovan Bailey, who won the gold in the 100m in Gothenburg, was beaten into second place here, in 10.03."),
        (
            "2014-09-06",
            "Mutaz Essa Barshim won the high jump at the final Diamond League meeting of the year in Brussels on Friday with 2.43m.",
        ),
        ("2014-09-06", "At the last Diamond League of the year Mutaz Essa Barshim won the high jump with 2.43m."),
        ("2024-08-06", "21.10 Mick, 61, from Hull, emails: “I once ran 3:58 and was sick.”"),
        ("2004-08-29", "GOLDEN GIRL KELLY DOES IT AGAIN – AND THE RELAY BOYS JOIN IN\n\nKelly Holmes won the 1500m."),
        (
            "2014-09-06",
            (
                "Mutaz Essa Barshim won the high jump in Brussels on Friday. He had jumped 2.42m in New York in June, when he did not win."
                "\n\nThe man who did win that day was Bohdan Bondarenko, and he was Barshim’s closest rival once again."
            ),
        ),
        (
            "2024-09-06",
            (
                "Nuguse 3:29.21, Ingebrigtsen 3:29.52, Hocker 3:30.46 in the 1500m in Zurich."
                "\n\nIngebrigtsen was well over a second slower than the 3:27.83 of Lausanne."
            ),
        ),
        ("2024-08-05", "Kerr did it again over a mile in Oregon, 3:45.34 to 3:45.60. Josh Kerr beat Jakob Ingebrigtsen in May."),
        ("2025-04-28", "Alex Yee, the Olympic champion, though at something else, was 14th in the London Marathon in 2:11:08."),
        ("2022-07-25", "Tobi Amusan clocked 12.12 seconds to wipe out the 12.20 that American Keni Harrison ran in London."),
        ("2009-08-20", "Caster Semenya won her heat. In 2009, at 18, she did 1:55.45 to win the world title in Berlin."),
    ],
)
def test_what_a_list_holds_accuses_nobody(published: str, text: str) -> None:
    report = examine(Document("", text, published=published, published_from="option"), stacked())
    assert [(f.check, f.message) for f in report.findings if f.severity != "info"] == []


def test_what_a_list_holds_is_used() -> None:
    text = "Donovan Bailey ran 10.03 for second place in the 100m in Cologne on 18 August 1995."
    report = examine(Document("", text, published="1995-08-19", published_from="option"), stacked())
    assert {"result-mark"} <= {claim.kind for claim in report.claims if claim.verdict == "supported"}


@pytest.mark.parametrize(
    ("published", "text", "check", "words"),
    [
        (
            "2024-08-07",
            (
                "PARIS 2024 OLYMPIC GAMES: MEN’S 1500M\n\nNobody was talking about a kid from Indiana. Cole Hocker did not seem to mind. "
                "On Tuesday night the 32-year-old American squeezed through on the inside."
            ),
            "wrong-age",
            "32",
        ),
        (
            "2016-08-15",
            (
                "Wayde van Niekerk won the Olympic 400m in Rio in 43.03. Kirani James was second in 43.76. "
                "That’s a gap of 0.37 between first and second."
            ),
            "wrong-margin",
            "0.37",
        ),
        (
            "2023-08-27",
            (
                "Budapest 2023 World Championships\n\n"
                "Sifan Hassan, who was second in the 5,000 in 14:54.11, was bronze medallist in the 800."
            ),
            "wrong-event",
            "800",
        ),
        (
            "2021-08-07",
            (
                "Tokyo 2020 Olympic Games\n\n"
                "Liu Hong, of China, who won this in Rio de Janeiro nine years ago, took the bronze medal in the women’s 20km walk."
            ),
            "wrong-date",
            "nine",
        ),
        (
            "2024-08-07",
            "Josh Kerr, who won the world championship in Eugene a year ago, was second in the Olympic 1500m in Paris in 3:27.79.",
            "wrong-venue",
            "Eugene",
        ),
    ],
)
def test_a_list_hides_no_error(published: str, text: str, check: str, words: str) -> None:
    report = examine(Document("", text, published=published, published_from="option"), stacked())
    assert (check, words) in [(f.check, text[f.span.start : f.span.end]) for f in report.findings]


def test_a_meeting_is_not_what_a_text_reports_for_being_named_further_down() -> None:
    text = (
        "Budapest in brief: the ninth day\n\nA marathon in the morning.\n\nJAVELIN: Neeraj Chopra throws 88.17.\n\n"
        "He is the world champion.\n\nJulian Weber was fourth again, as he was in Eugene."
    )
    document = Document("", text, published="2023-08-28", published_from="option")
    assert Discourse(document, stacked(), lexicon_of(stacked())).focus == Discourse(document, canon(), lexicon_of(canon())).focus


def test_a_relay_team_of_a_list_is_nobody() -> None:
    assert not [alias for alias in stacked().aliases({"indiana"}) if alias.kind == "person"]
