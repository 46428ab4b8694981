"""A store of all-time lists beneath an article: more people and meetings to mix up, and nobody accused by them.

Every text here is true. The rows beneath are of people and meetings that a list has and a text of that day may brush against.
"""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from canonical import store as canon

from kerrcheck.build import build_in_memory
from kerrcheck.pipeline import examine
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
