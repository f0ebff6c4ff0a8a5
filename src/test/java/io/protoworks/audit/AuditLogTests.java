package io.protoworks.audit;

import static io.protoworks.testing.Refusals.assertFails;
import static io.protoworks.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.CompanyType;
import io.protoworks.identity.People;
import io.protoworks.platform.TypeId;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import io.protoworks.testing.Statements;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class AuditLogTests {
  @Autowired Api api;
  @Autowired People people;
  @Autowired Statements statements;
  @Autowired JdbcClient database;

  private static final String CHANGE =
      """
      mutation($input: ChangeCompanyInput!) {
        changeCompany(input: $input) { company { version } errors { code } }
      }
      """;

  private static final String LOGS =
      """
      query($filter: AuditLogFilter, $first: Int, $after: String) {
        auditLogs(filter: $filter, first: $first, after: $after) {
          totalCount
          pageInfo { hasNextPage endCursor }
          nodes {
            id action eventType entityType ipAddress sequence previousData newData metadata
            changeReason prevChainHash chainHash
            user { id }
            entity { id ... on Company { name } }
          }
        }
      }
      """;

  private static String globalId(UUID company) {
    return new TypeId("company", company).toString();
  }

  private GraphQlTester.Request<?> rename(GraphQlTester caller, UUID company, int version) {
    return caller
        .document(CHANGE)
        .variable(
            "input",
            Map.of(
                "id",
                globalId(company),
                "expectedVersion",
                version,
                "name",
                "Name " + version,
                "type",
                "CLIENTE"));
  }

  private long countEntries(UUID entityId) {
    return database
        .sql("select count(*) from audit.audit_logs where entity_id = ?")
        .params(entityId)
        .query(Long.class)
        .single();
  }

  private GraphQlTester.Request<?> logsOf(GraphQlTester caller, UUID company) {
    return caller.document(LOGS).variable("filter", Map.of("entityId", globalId(company)));
  }

  @Nested
  class EveryWrite {
    @Test
    void isInTheLogWithWhoAndWhat() {
      People.SignedIn admin = people.admin();
      UUID company = people.company(CompanyType.CLIENTE, "Before");
      rename(api.as(admin.token()), company, 1).execute();
      logsOf(api.as(admin.token()), company)
          .execute()
          .path("auditLogs.totalCount")
          .entity(Integer.class)
          .isEqualTo(1)
          .path("auditLogs.nodes[0]")
          .matchesJson(
              """
              {"action": "UPDATE", "eventType": "company.changed", "entityType": "Company",
               "ipAddress": "127.0.0.1", "metadata": null, "changeReason": null,
               "previousData": {"name": "Before", "version": 1, "isActive": true},
               "newData": {"name": "Name 1", "version": 2},
               "user": {"id": "%s"}, "entity": {"id": "%s", "name": "Name 1"}}
              """
                  .formatted(admin.globalId(), globalId(company)));
    }

    @Test
    void leavesNothingWhenItIsRefused() {
      UUID company = people.company(CompanyType.CLIENTE);
      assertRefused(
          rename(api.as(people.admin().token()), company, 7), "changeCompany", "STALE_VERSION");
      assertThat(countEntries(company)).isZero();
    }

    @Test
    void costsTwoStatements() {
      String admin = people.admin().token();
      UUID company = people.company(CompanyType.CLIENTE);
      assertThat(statements.during(() -> rename(api.as(admin), company, 1).execute()))
          .endsWith("AuditChainMapper.lockHead", "AuditChainMapper.append");
    }
  }

  @Nested
  class Listing {
    @Test
    void runsFromTheNewestOnPageByPage() {
      GraphQlTester admin = api.as(people.admin().token());
      UUID company = people.company(CompanyType.CLIENTE);
      for (int version = 1; version <= 3; version++) {
        rename(admin, company, version).execute();
      }
      var first = logsOf(admin, company).variable("first", 2).execute();
      first
          .path("auditLogs.nodes[*].newData.version")
          .entityList(Integer.class)
          .containsExactly(4, 3)
          .path("auditLogs.pageInfo.hasNextPage")
          .entity(Boolean.class)
          .isEqualTo(true);
      String cursor = first.path("auditLogs.pageInfo.endCursor").entity(String.class).get();
      logsOf(admin, company)
          .variable("first", 2)
          .variable("after", cursor)
          .execute()
          .path("auditLogs.nodes[*].newData.version")
          .entityList(Integer.class)
          .containsExactly(2)
          .path("auditLogs.pageInfo.hasNextPage")
          .entity(Boolean.class)
          .isEqualTo(false);
    }

    @Test
    void isNarrowedByEveryCondition() {
      People.SignedIn admin = people.admin();
      UUID company = people.company(CompanyType.CLIENTE);
      rename(api.as(admin.token()), company, 1).execute();
      Map<String, Object> all =
          Map.of(
              "entityId", globalId(company),
              "userId", admin.globalId(),
              "action", "UPDATE",
              "eventType", "company.changed",
              "from", "2020-01-01T00:00:00Z",
              "until", "2100-01-01T00:00:00Z");
      Map<String, Object> others =
          Map.of(
              "entityId", globalId(UUID.randomUUID()),
              "userId", people.admin().globalId(),
              "action", "DELETE",
              "eventType", "company",
              "from", "2100-01-01T00:00:00Z",
              "until", "2020-01-01T00:00:00Z");
      assertThat(count(admin, all)).isEqualTo(1);
      others.forEach(
          (name, value) -> {
            Map<String, Object> one = new java.util.HashMap<>(all);
            one.put(name, value);
            assertThat(count(admin, one)).as(name).isZero();
          });
    }

    private int count(People.SignedIn caller, Map<String, Object> filter) {
      return api.as(caller.token())
          .document(LOGS)
          .variable("filter", filter)
          .execute()
          .path("auditLogs.totalCount")
          .entity(Integer.class)
          .get();
    }

    @Test
    void isForWhoeverMayReadIt() {
      UUID company = people.company(CompanyType.CLIENTE);
      rename(api.as(people.admin().token()), company, 1).execute();
      assertFails(logsOf(api.anonymous(), company), "UNAUTHENTICATED");
      assertFails(logsOf(api.as(people.user(draft -> draft).token()), company), "FORBIDDEN");
      assertFails(
          api.as(people.admin().token())
              .document(LOGS)
              .variable(
                  "filter", Map.of("projectId", new TypeId("area", UUID.randomUUID()).toString())),
          "BAD_REQUEST");
    }
  }

  @Nested
  class Trail {
    private static final String TRAILS =
        """
        query($ids: [ID!]!) {
          nodes(ids: $ids) {
            ... on Company { auditTrail(first: 1) { totalCount nodes { newData } } }
          }
        }
        """;

    @Test
    void costsTheSameForOneAndForManyParents() {
      GraphQlTester admin = api.as(people.admin().token());
      List<UUID> companies =
          List.of(people.company(CompanyType.CLIENTE), people.company(CompanyType.CLIENTE));
      companies.forEach(
          company -> {
            rename(admin, company, 1).execute();
            rename(admin, company, 2).execute();
          });
      List<String> ids = companies.stream().map(AuditLogTests::globalId).toList();
      assertThat(
              statements.during(
                  () ->
                      admin
                          .document(TRAILS)
                          .variable("ids", ids)
                          .execute()
                          .path("nodes[*].auditTrail.totalCount")
                          .entityList(Integer.class)
                          .containsExactly(2, 2)
                          .path("nodes[*].auditTrail.nodes[*].newData.version")
                          .entityList(Integer.class)
                          .containsExactly(3, 3)))
          .containsOnlyOnce("AuditLogMapper.listByEntityIds", "AuditLogMapper.countByEntityIds");
    }

    @Test
    void isEmptyForWhoeverMayNotReadIt() {
      People.SignedIn technician = people.user(draft -> draft);
      rename(api.as(people.admin().token()), technician.companyId(), 1).execute();
      api.as(technician.token())
          .document(TRAILS)
          .variable("ids", List.of(globalId(technician.companyId())))
          .execute()
          .path("nodes[0].auditTrail")
          .matchesJsonStrictly("{\"totalCount\": 0, \"nodes\": []}");
    }
  }

  @Nested
  class ByGlobalId {
    @Test
    void answersTheEntryToWhoeverMayReadItOnly() {
      String admin = people.admin().token();
      UUID company = people.company(CompanyType.CLIENTE);
      rename(api.as(admin), company, 1).execute();
      String id =
          logsOf(api.as(admin), company)
              .execute()
              .path("auditLogs.nodes[0].id")
              .entity(String.class)
              .get();
      assertThat(id).startsWith("audit_log_");
      String node = "query($id: ID!) { node(id: $id) { id ... on AuditLog { eventType } } }";
      api.as(admin)
          .document(node)
          .variable("id", id)
          .execute()
          .path("node.eventType")
          .entity(String.class)
          .isEqualTo("company.changed");
      api.as(people.stranger().token())
          .document(node)
          .variable("id", id)
          .execute()
          .path("node")
          .valueIsNull();
    }
  }

  @Nested
  class Verification {
    private static final String VERIFY =
        """
        query($projectId: ID) {
          verifyAuditChain(projectId: $projectId) { holds checkedCount firstBreak { sequence reason } }
        }
        """;

    @Test
    void isForWhoeverMayReadTheChain() {
      assertFails(api.anonymous().document(VERIFY), "UNAUTHENTICATED");
      assertFails(api.as(people.stranger().token()).document(VERIFY), "FORBIDDEN");
      api.as(people.admin().token())
          .document(VERIFY)
          .execute()
          .path("verifyAuditChain.holds")
          .entity(Boolean.class)
          .isEqualTo(true)
          .path("verifyAuditChain.firstBreak")
          .valueIsNull();
    }

    @Test
    void takesTheIdOfAProjectOnly() {
      assertFails(
          api.as(people.admin().token())
              .document(VERIFY)
              .variable("projectId", new TypeId("company", UUID.randomUUID()).toString()),
          "BAD_REQUEST");
    }
  }
}
