package io.protoworks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What {@link SqlBoundaryTests} sees of a statement. */
class SqlPlacesTests {
  @Test
  void everyPlaceOfAListIsRead() {
    assertThat(
            SqlPlaces.of(
                    """
                    select a.x, b.y from a.one a, lateral (select 1 from c.three, d.four) s, b.two as b
                      join e.five on e.five.x = a.x, f.six
                     where a.x in (select g.x, 1 from g.seven g) order by a.x, b.y
                    """)
                .read())
        .containsExactly("a.one", "b.two", "c.three", "d.four", "e.five", "f.six", "g.seven");
  }

  @Test
  void whatIsWrittenIsToldFromWhatIsRead() {
    SqlPlaces places =
        SqlPlaces.of(
            """
            with gone as (delete from a.one using b.two, c.three where true returning *),
                 changed as (update only d.four x set y = 1, z = 2 from e.five, f.six returning x.y, x.z)
            insert into g.seven (x, y) select x, y from gone, h.eight on conflict (x) do update set y = 1
            """);
    assertThat(places.written()).containsExactly("a.one", "d.four", "g.seven");
    assertThat(places.read()).containsExactly("b.two", "c.three", "e.five", "f.six", "h.eight");
    assertThat(SqlPlaces.of("merge into a.one x using b.two y on true").written())
        .containsExactly("a.one");
    assertThat(SqlPlaces.of("truncate table a.one, b.two").written())
        .containsExactly("a.one", "b.two");
  }

  @Test
  void wordsThatLeadNowhereAreNotTaken() {
    SqlPlaces places =
        SqlPlaces.of(
            """
            begin
              -- from a comment, update a.comment
              select extract(epoch from x.at), substring(x.name from 2) into found from unnest(ids) as x (id)
               where x.id is distinct from 1 and x.name <> ' from a.text ' for no key update of x;
              raise exception using errcode = 'PW001', message = 'no';
            end
            """);
    assertThat(places.read()).isEmpty();
    assertThat(places.written()).isEmpty();
  }

  @Test
  void whatHasNoSchemaIsRead() {
    assertThat(SqlPlaces.of("with mine as (select 1) select * from mine, other").read())
        .containsExactly("other");
  }

  @Test
  void functionsAndTypesAreUsed() {
    assertThat(
            SqlPlaces.of("select a.count(x), 'A'::b.kind from c.rows(1), array[]::d.kind[]").used())
        .containsExactly("a", "b", "c", "d");
  }
}
