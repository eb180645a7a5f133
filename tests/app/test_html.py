"""The report's HTML: words from outside never become markup."""

from html.parser import HTMLParser

from hypothesis import given, strategies as st

from heedful.app.html import h, text, url

nasty = st.text(alphabet="<>&\"'/ab=; ", max_size=30)


class Reader(HTMLParser):
    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.tags, self.words, self.attributes = [], "", []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data):
        self.words += data


@given(nasty)
def test_text_comes_back_as_the_text_it_was(words):
    read = Reader(h("p", words))
    assert read.tags == ["p"] and read.words == words


@given(nasty)
def test_an_attribute_never_ends_early(words):
    read = Reader(h("img", alt=words))
    assert read.tags == ["img"] and len(read.attributes) == 1


def test_markup_is_kept_and_none_is_left_out():
    assert h("ul", h("li.a.b", "x"), None, hidden=True, title=None) == '<ul hidden><li class="a b">x</li></ul>'
    assert text("<", h("b", 1)) == "&lt;<b>1</b>"
    assert url("a b'\".mp4") == "a%20b%27%22.mp4"
