package lurewatch.indexer.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is wrong with a query, where, and what would be right.
class QueryErrorTest {
    private static final QueryLanguage LANGUAGE =
            new QueryLanguage(
                    SamplePostings::read,
                    InstantSource.fixed(Instant.parse("2026-11-01T00:00:00Z")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            textBlock =
                    """
                    # query                | caret | part of the message              | corrected form
                    ``                     | 0     | empty                            | *
                    foo AND                | 4     | 'AND' has nothing on its right   | foo
                    OR foo                 | 0     | 'OR' has nothing on its left     | foo
                    foo AND OR bar         | 8     | 'OR' has nothing on its left     | foo AND bar
                    foo NOT                | 4     | 'NOT' has nothing on its right   | foo
                    foo NOT NOT bar        | 8     | another negation                 | foo bar
                    NOT NOT lang:ko        | 4     | another negation                 | lang:ko
                    NOT NOT NOT lang:ko    | 4     | another negation                 | NOT lang:ko
                    foo -!bar              | 5     | another negation                 | foo bar
                    (foo OR bar            | 0     | never closed                     | (foo OR bar)
                    ((foo) bar             | 0     | never closed                     | ((foo) bar)
                    foo)                   | 3     | never opened                     | foo
                    foo () bar             | 5     | nothing between                  | -
                    (foo OR)               | 5     | 'OR' has nothing on its right    | (foo )
                    foo (                  | 4     | opens nothing                    | -
                    foo "bar baz           | 4     | quote is never closed            | foo "bar baz"
                    title:"bar             | 6     | quote is never closed            | title:"bar"
                    score:[1 TO 2          | 6     | range is never closed            | score:[1 TO 2]
                    nosuch:x               | 0     | unknown field 'nosuch'           | "nosuch:x"
                    +sgnal:x foo           | 1     | did you mean 'signal'            | +signal:x foo
                    foo sgnal:x            | 4     | did you mean 'signal'            | foo signal:x
                    coutnry:KH             | 0     | did you mean 'country'           | country:KH
                    sit:x                  | 0     | did you mean 'site'              | site:x
                    salary:[800 TO 2500]   | 0     | did you mean 'pay'               | pay:[800 TO 2500]
                    language:ko            | 0     | did you mean 'lang'              | lang:ko
                    weixin:sample_wx       | 0     | did you mean 'wechat'            | wechat:sample_wx
                    kakao:sample_kt        | 0     | did you mean 'kakaotalk'         | kakaotalk:sample_kt
                    ig:sample_ig           | 0     | did you mean 'instagram'         | instagram:sample_ig
                    insta:sample_ig        | 0     | did you mean 'instagram'         | instagram:sample_ig
                    tt:sample_tt           | 0     | did you mean 'tiktok'            | tiktok:sample_tt
                    date:>2026-01-01       | 0     | times are posted, first, last    | -
                    x country:KH,MM y      | 10    | is no country                    | x (country:KH OR country:MM) y
                    class:lure,review      | 6     | one of lure, review, low         | (class:lure OR class:review)
                    lang:ko,zh -lang:en    | 5     | takes one value                  | (lang:ko OR lang:zh) -lang:en
                    -signal:a_b;c_d        | 8     | takes one value                  | -(signal:a_b OR signal:c_d)
                    pay:1000-3000 free     | 4     | US dollars a month               | pay:1000..3000 free
                    score:80-90            | 6     | wants a number, not '80-90'      | score:80..90
                    first:2026/08          | 6     | is no time                       | first:2026-08
                    last>=2026/8/5         | 6     | is no time                       | last>=2026-08-05
                    country:Cambodai       | 8     | is no country                    | country:KH
                    score:                 | 6     | has no value                     | -
                    score>=high            | 7     | wants a number, not 'high'       | -
                    score:[70 TO x]        | 13    | wants a number, not 'x'          | -
                    score:[70,100]         | 6     | [a TO b]                         | -
                    score:[90 TO 10]       | 7     | ends before it starts            | -
                    score:NaN              | 6     | wants a number                   | -
                    score:..               | 6     | no end                           | -
                    score>=1..2            | 5     | behind ':'                       | -
                    last:2026-13           | 5     | is no time                       | -
                    last:tomorrow          | 5     | yesterday, 12h, 7d, 4w, 6mo, 1y  | -
                    seen:30m               | 5     | write 30mo for months or 12h     | -
                    first:7d..1M           | 10    | write 1mo for months or 12h      | -
                    last:2026-08..x        | 14    | is no time                       | -
                    last:2026-08..2026-07  | 5     | ends before it starts            | -
                    pay>=30000baht         | 5     | US dollars a month               | -
                    pay:[1k TO x]          | 11    | US dollars a month               | -
                    pay:3000..1000         | 4     | ends before it starts            | -
                    like>p1                | 4     | cannot be compared by >          | -
                    class:guilty           | 6     | one of lure, review, low         | -
                    context:victim         | 8     | victim_report                    | -
                    urgent:maybe           | 7     | one of true, false               | -
                    country:Atlantis       | 8     | is no country                    | -
                    country:XX             | 8     | is no country                    | -
                    route:TH               | 6     | is no route                      | -
                    route:..               | 6     | is no route                      | -
                    route:TH..Atlantis     | 10    | 'Atlantis' is no country         | -
                    route:KH..KH           | 6     | from one country to another      | -
                    route>TH..KH           | 5     | cannot be compared by >          | -
                    lang>ko                | 4     | cannot be compared by >          | -
                    lang:[a TO b]          | 5     | has no ranges                    | -
                    title:(a OR b)         | 6     | parentheses cannot stand         | -
                    signal:(a OR b)        | 7     | parentheses cannot stand         | -
                    contact:(a OR b)       | 8     | parentheses cannot stand         | -
                    email:*@gmail.test     | 6     | stands for no letters here       | -
                    domain:*.test free     | 7     | stands for no letters here       | domain:test free
                    site:*.alba.test       | 5     | stands for no letters here       | site:alba.test
                    site:*alba             | 5     | stands for no letters here       | -
                    free telegram:ab_*_kh  | 17    | stands for no letters here       | free telegram:ab_*
                    telegram:sample_??_kh  | 16    | stands for no letters here       | telegram:sample_*
                    signal:*passport*      | 7     | stands for no letters here       | -
                    url:*gyomin*           | 4     | stands for no letters here       | -
                    text:vi*a              | 7     | stands for no letters here       | text:vi*
                    *foo                   | 0     | can only end a word              | foo
                    foo k*mboja            | 5     | can only end a word              | -
                    f*                     | 0     | at least 2 letters               | -
                    t.me-x/a*              | 0     | completes one word               | -
                    abc~                   | 0     | at least 4 letters               | -
                    signal>+855961234567   | 6     | cannot be compared by >          | -
                    "a b"~999              | 5     | at most ~50                      | -
                    foo & bar              | 4     | no letters or digits             | -
                    !!!                    | 1     | another negation                 | -
                    foo score >= 70        | 10    | no letters or digits             | foo score>=70
                    class: lure free       | 6     | has no value                     | class:lure free
                    first: 7d              | 6     | has no value                     | first:7d
                    """)
    void pointsAtTheMistake(String query, int caret, String message, String correction) {
        QueryException wrong =
                catchThrowableOfType(QueryException.class, () -> LANGUAGE.parse(query));
        assertThat(wrong).as(query).isNotNull().hasMessageContaining(message);
        assertThat(wrong.position()).as("caret in " + query).isEqualTo(caret);
        if (correction != null) {
            assertThat(wrong.correction()).contains(correction);
        }
    }

    /// What is no query itself, or the same again, helps nobody; nor does a name that is unlike.
    @Test
    void correctsOnlyToWhatCanBeRead() {
        assertThat(wrong("\"").correction()).isEmpty();
        assertThat(wrong("has:contact")).hasMessageContaining("as text, put it in quotes");
        assertThat(wrong("C:\\foo")).hasMessageContaining("as text, put it in quotes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    class:lure or class:low  | what joins is written OR
                    free and visa            | what joins is written AND
                    k?mboja                  | how it starts
                    /kam.*/                  | how it starts
                    cambodia^2               | how it starts
                    class :lure              | did you mean class:lure
                    p9849                    | id:p9849
                    c5467d22                 | campaign:c5467d22
                    0900 000 000             | known by its country
                    0900000000               | known by its country
                    zalo 0900000000          | known by its country
                    phone:"(096) 123-4567"   | known by its country
                    @one_a,@two_b;@three_c   | @one_a OR @two_b OR @three_c
                    visa,passport            | ``
                    board.example/view?no=1  | ``
                    board.test:81/view?no=1  | ``
                    pay>=1000 usd            | pay is in US dollars: pay>=1000
                    "this or that"           | ``
                    free visa                | ``
                    visa?                    | ``
                    https://a.example/b?c=d  | ``
                    2026-08                  | ``
                    """)
    void doubtsWhatFoundNothing(String query, String doubt) {
        if (doubt.isEmpty()) {
            assertThat(LANGUAGE.doubts(query)).as(query).isEmpty();
        } else {
            assertThat(LANGUAGE.doubts(query)).as(query).singleElement().asString().contains(doubt);
        }
    }

    @Test
    void refusesWhatIsTooLongTooDeepOrTooMuch() {
        assertThat(wrong("a".repeat(4001))).hasMessageContaining("4001 characters");
        assertThat(wrong("(".repeat(5000))).hasMessageContaining("4");
        assertThat(wrong("(".repeat(21) + "a" + ")".repeat(21)))
                .hasMessageContaining("nested deeper");
        assertThat(wrong("a ".repeat(201))).hasMessageContaining("more than 200 things");
        assertThat(wrong("\"" + "가나 ".repeat(250) + "\""))
                .hasMessageContaining("may have 200 words");
    }

    @Test
    void takesWhatOtherParsersChokeOn() throws QueryException {
        for (String query :
                new String[] {
                    "/a{1,100000}/",
                    "a^1e999",
                    "foo\\",
                    "foo\\:bar",
                    "[a",
                    "a]",
                    "{}x",
                    "~x",
                    "^x",
                    "a/b",
                    "10:30",
                    "텔레:abc",
                    "a'b",
                    "C++",
                    "통*장",
                    "“smart quotes”",
                    "a\u0000b",
                    "\ud800x",
                    "…텔레"
                }) {
            assertThat(LANGUAGE.parse(query)).as(query).isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    a b OR c             | (a AND (b OR c))
                    a AND b OR c         | ((a AND b) OR c)
                    a OR b AND c         | (a OR (b AND c))
                    a -b                 | (a AND NOT b)
                    -a                   | NOT a
                    NOT (a OR b) c       | (NOT (a OR b) AND c)
                    a OR -b              | (a OR NOT b)
                    @name_1              | (contact:name_1 OR "@name_1")
                    t.me/name_1          | (contact:telegram:name_1 OR "t.me/name_1")
                    score>=70 "x y"~2    | (score>=70 AND "x y"~2)
                    first:7d             | first>=2026-10-25T00:00:00Z
                    -last<2026-08        | NOT last<2026-08-01T00:00:00Z
                    first:2026-08        | (first>=2026-08-01T00:00:00Z AND first<2026-09-01T00:00:00Z)
                    country:Cambodia     | country:KH
                    lang:Korean          | lang:ko
                    class:LURE           | class:LURE
                    site:a.example       | (site:a.example OR domain:a.example)
                    phone:0961234567     | (contact:phone:+855961234567 OR contact:phone:0961234567)
                    title:vis*           | title:vis*
                    url:hxxp://a[.]b/c   | url:a.b/c
                    """)
    void explainsHowItJoins(String query, String explained) throws QueryException {
        assertThat(LANGUAGE.parse(query).explained()).isEqualTo(explained);
    }

    private static QueryException wrong(String query) {
        return catchThrowableOfType(QueryException.class, () -> LANGUAGE.parse(query));
    }
}
