"""Small data sets of every layout that an importer reads, made of a few true rows."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

LIST_2025 = """rank,mark,wind,competitor,dob,nationality,position,venue,date,result_score,discipline,type,sex,age_cat
1,3:27.65,,Cole HOCKER,06 JUN 2001,USA,1,"Stade de France, Paris (FRA)",06 AUG 2024,1277,1500-metres,middlelong,male,senior
2,3:27.79,,Josh KERR,08 OCT 1997,GBR,2,"Stade de France, Paris (FRA)",06 AUG 2024,1275,1500-metres,middlelong,male,senior
3,3:31.46,,Josh KERR,08 OCT 1997,GBR,3,"Letzigrund, Zürich (SUI)",05 SEP 2024,1225,1500-metres,middlelong,male,senior
4,3:33.60,,Josh KERR,08 OCT 1997,GBR,1,"Husky Stadium, Seattle, WA (USA)",15 JUN 2019,1194,1500-metres,middlelong,male,senior
5,3:35.83,,Josh KERR,08 OCT 1997,GBR,2h1,"Stade de France, Paris (FRA)",02 AUG 2024,1161,1500-metres,middlelong,male,senior
"""
LIST_2023 = """"",Rank,Mark,Competitor,DOB,Nat,Pos,Venue,Date,Results Score
0,1,3:26,Hicham EL GUERROUJ,14 SEP 1974,MAR,1.0,"Stadio Olimpico, Roma (ITA)",14 JUL 1998,1302
1,2,3:29.1,Josh KERR,08 OCT 1997,GBR,3sf2,"Olympic Stadium, Tokyo (JPN)",05 AUG 2021,1255
"""
FEED = """date,event_name,stage,gender,participant_name,participant_type,participant_country_code,participant_country,rank,result,result_IRM
2024-08-06T20:50:00+02:00,Men's 1500m,Final,M,HOCKER Cole,Person,USA,United States,1.0,3:27.65,
2024-08-06T20:50:00+02:00,Men's 1500m,Final,M,KERR Josh,Person,GBR,Great Britain,2.0,3:27.79,
2024-08-02T11:05:00+02:00,Men's 1500m,Round 1 - Heat 1,M,KERR Josh,Person,GBR,Great Britain,2.0,3:35.83,
"""
MEDALS = """Gender,Event,Location,Year,Medal,Name,Nationality,Result
M,1500M Men,Rio,2016,G,Matthew CENTROWITZ,USA,3:50.00
M,1500M Men,Rio,2016,S,Taoufik MAKHLOUFI,ALG,3:50.11
"""
RECORDS = """Code;Type;Discipline;Class;Result;Wind;Venue;Venue Country;Environment;Date;Firstname;Lastname;Nation;YOB;Sex
NR;GBR;1K5;M;3:27.79;;Paris;FRA;Outdoor;2024-08-06;Josh;Kerr;GBR;1997;Male
NR;NOR;1K5;M;3:26.73;;Monaco;MON;Outdoor;2024-07-12;Jakob;Ingebrigtsen;NOR;2000;Male
"""
OURS = """Athlete,Born,Country,Event,Sex,Round,Heat,Rank,Time,Date,Town
Josh Kerr,1997-10-08,GBR,1500m,M,final,,1,3:34.53,2020-07-31,Newberg
"""
MAPPING = """
source = "our-desk"
title = "Results of our desk"
complete_to = 2020-12-31

[columns]
name = "Athlete"
born = "Born"
nation = "Country"
event = "Event"
sex = "Sex"
round = "Round"
heat = "Heat"
place = "Rank"
mark = "Time"
day = "Date"
city = "Town"

[constants]
country = "USA"
"""
ROUNDS = {
    "city": "Paris", "country": "FRA", "events": [
        {"name": "1500 m Men", "gender": "M", "date": "2024-08-06", "round": "FINAL", "roundName": None, "result": [
            {"rank": "1", "performance": "3:27.65", "givenName": "Cole", "familyName": "Hocker", "country": "USA"},
            {"rank": "2", "performance": "3:27.79", "givenName": "Josh", "familyName": "Kerr", "country": "GBR", "recordFlags": ["NR"]},
            {"performance": "DNF", "givenName": "Narve", "familyName": "Nordas", "country": "NOR"},
        ]},
    ],
}  # fmt: skip

TEXTS = {
    "lists-2025/male/1500-metres.csv": LIST_2025,
    "lists-2023/men/1500-metres.csv": LIST_2023,
    "feed/results.csv": FEED,
    "medals/medallists.csv": MEDALS,
    "records/national.csv": RECORDS,
    "desk/results.csv": OURS,
}


def laid(folder: Path, name: str, change: Callable[[str], bytes] = str.encode) -> Path:
    """One of the tables as a file, changed; with its mapping where it needs one."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(change(TEXTS[name]))
    if name.startswith("desk/"):
        path.with_name("results.toml").write_text(MAPPING, "utf-8")
    return path


def rounds(folder: Path) -> Path:
    """The sheets of a competition as a file."""
    path = folder / "rounds.json"
    path.write_text(json.dumps(ROUNDS), "utf-8")
    return path


def shuffled(text: str) -> bytes:
    """A table with its columns in another order."""
    delimiter = ";" if ";" in text.partition("\n")[0] else ","
    rows = [row[::-1] for row in csv.reader(io.StringIO(text), delimiter=delimiter)]
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return out.getvalue().encode()
