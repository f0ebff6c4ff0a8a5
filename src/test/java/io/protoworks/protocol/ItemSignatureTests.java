package io.protoworks.protocol;

import static io.protoworks.identity.CompanyType.CLIENTE;
import static io.protoworks.identity.CompanyType.GERENCIADORA;
import static io.protoworks.identity.CompanyType.MONTADORA;
import static io.protoworks.testing.Refusals.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.UserRole;
import io.protoworks.protocol.Play.Cast;
import io.protoworks.protocol.Play.Item;
import io.protoworks.protocol.Play.State;
import io.protoworks.template.ItemType;
import io.protoworks.template.ProtocolType;
import io.protoworks.template.Templates.ItemDraft;
import io.protoworks.testing.ServerTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Items that ask for a signature take that of whom their config names, and of nobody else. */
@ServerTest
class ItemSignatureTests {
  private static final Map<String, Object> SIGNED = Map.of("signature", Map.of());
  private static final Map<String, Object> OK = Map.of("checkbox", Map.of("result", "OK"));

  @Autowired Play play;

  private Cast cast;
  private State protocol;
  private GraphQlTester technician;
  private GraphQlTester client;

  @BeforeEach
  void release() {
    cast = play.cast();
    technician = cast.as(MONTADORA, UserRole.TECHNICIAN);
    client = cast.as(CLIENTE, UserRole.CLIENT);
    protocol =
        cast.release(
            cast.create(
                play.template(
                    ProtocolType.C1,
                    ItemDraft.check(),
                    ItemDraft.of(ItemType.SIGNATURE)
                        .withConfig(
                            "{\"companyTypes\": [\"CLIENTE\"], \"meaning\": \"Witnessed\"}"),
                    ItemDraft.of(ItemType.SIGNATURE).withConfig("{\"roles\": [\"MANAGER\"]}")),
                ProtocolType.C1,
                cast.equipment("P-101")));
  }

  private GraphQlTester.Request<?> filling(
      GraphQlTester caller, int index, Map<String, Object> value) {
    Item item = play.items(technician, protocol).get(index);
    return play.fill(
        caller,
        protocol,
        List.of(Map.of("id", item.id(), "expectedVersion", item.version(), "value", value)));
  }

  private List<String> problems(GraphQlTester caller, int index, Map<String, Object> value) {
    return filling(caller, index, value)
        .execute()
        .path("fillItems.results[*].errors[*].message")
        .entityList(String.class)
        .get();
  }

  @Test
  void areSignedByWhomTheyName() {
    assertThat(problems(technician, 0, OK)).isEmpty();
    assertThat(problems(technician, 1, SIGNED))
        .containsExactly("Somebody of [CLIENTE] signs this.");
    assertThat(problems(client, 1, SIGNED)).isEmpty();
    assertThat(problems(client, 2, SIGNED)).contains("Somebody of the executor signs this.");
    assertThat(problems(technician, 2, SIGNED))
        .containsExactly("Somebody in the role [MANAGER] signs this.");
    assertThat(problems(cast.as(MONTADORA, UserRole.MANAGER), 2, SIGNED)).isEmpty();
    protocol = play.look(technician, protocol.id());
    assertThat(cast.submit(ProtocolType.C1, protocol).status()).isEqualTo("SUBMITTED");
  }

  @Test
  void letNobodyElseFillOrBeginAnything() {
    assertFails(filling(client, 1, SIGNED), "FORBIDDEN");
    assertThat(play.look(client, protocol.id()).status()).isEqualTo("RELEASED");
    assertThat(problems(technician, 0, OK)).isEmpty();
    assertFails(filling(client, 0, OK), "FORBIDDEN");
    assertThat(problems(client, 0, SIGNED)).hasSize(1);
    assertThat(problems(cast.as(GERENCIADORA, UserRole.ENGINEERING), 1, SIGNED))
        .containsExactly("Somebody of [CLIENTE] signs this.");
  }
}
