"""Words exchanged at random: whatever nonsense an article becomes, it is read to its end."""

import random
import re
from pathlib import Path

import pytest
from canonical import judged
from marking import Article, articles

HERE = Path(__file__).parent / "articles"
SOME = [a for folder in sorted(HERE.iterdir()) for a in articles(folder)][::6]
EXCHANGED, TIMES = 25, 3
NAME, FIGURE = re.compile(r"[A-Z]\w+ [A-Z]\w+"), re.compile(r"\d+[:.,]\d[\d:.]*")


@pytest.mark.parametrize("article", SOME, ids=lambda article: article.name)
def test_an_article_with_its_words_exchanged_is_read(article: Article) -> None:
    for k in range(TIMES):
        chance = random.Random(f"{article.name} {k}")
        words = re.split(r"(\s+)", article.text)
        others = [*NAME.findall(article.text), *FIGURE.findall(article.text), *words[::2], "", ","]
        for _ in range(EXCHANGED):
            words[chance.randrange(0, len(words), 2)] = chance.choice(others)
        assert judged("".join(words)).claims
