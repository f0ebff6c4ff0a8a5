package io.protoworks.identity;

import io.protoworks.platform.TypeId;
import io.protoworks.testing.Api;
import io.protoworks.testing.Fixture;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Users with a password for tests, and what getting in takes. */
@Fixture
class Accounts {
  static final String PASSWORD = "correct horse battery";

  static final String LOGIN =
      """
      mutation($input: LoginInput!) {
        login(input: $input) {
          accessToken refreshToken expiresAt
          viewer { id company { id } }
          errors { __typename message code path ... on TooManyAttempts { retryAfterSeconds } }
        }
      }
      """;

  static final String REFRESH =
      """
      mutation($input: RefreshInput!) {
        refresh(input: $input) { accessToken refreshToken expiresAt errors { code path } }
      }
      """;

  private final People people;
  private final JdbcClient database;
  private final AccessTokens tokens;
  private final String passwordHash;

  Accounts(People people, JdbcClient database, AccessTokens tokens, Passwords passwords) {
    this.people = people;
    this.database = database;
    this.tokens = tokens;
    this.passwordHash = passwords.hash(PASSWORD);
  }

  /** What a login gave. */
  record Tokens(String access, String refresh) {}

  /** A user who can log in with {@link #PASSWORD}. */
  People.SignedIn user() {
    People.SignedIn user = people.user(draft -> draft);
    givePassword(user.id());
    return user;
  }

  void givePassword(UUID userId) {
    database
        .sql("update identity.users set password_hash = ? where id = ?")
        .params(passwordHash, userId)
        .update();
  }

  /** A host address that nobody else's failures count for. */
  static String address() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return "2001:db8:%x:%x::1".formatted(random.nextInt(0xffff), random.nextInt(0xffff));
  }

  static GraphQlTester.Request<?> login(GraphQlTester client, String email, String password) {
    return client.document(LOGIN).variable("input", Map.of("email", email, "password", password));
  }

  static GraphQlTester.Request<?> refresh(GraphQlTester client, String token) {
    return client.document(REFRESH).variable("input", Map.of("refreshToken", token));
  }

  static Tokens tokens(GraphQlTester.Response response, String mutation) {
    return new Tokens(
        response.path(mutation + ".accessToken").entity(String.class).get(),
        response.path(mutation + ".refreshToken").entity(String.class).get());
  }

  Tokens login(Api api, People.SignedIn user) {
    return tokens(login(api.anonymousFrom(address()), user.email(), PASSWORD).execute(), "login");
  }

  /** The row of the session that an access token is of. */
  UUID sessionOf(String accessToken) {
    return tokens.check(accessToken).sessionId();
  }

  String sessionIdOf(String accessToken) {
    return new TypeId("session", sessionOf(accessToken)).toString();
  }

  /** The codes of a refusal; empty when it was none. */
  static List<String> codes(GraphQlTester.Response response, String mutation) {
    return response.path(mutation + ".errors[*].code").entityList(String.class).get();
  }

  /** Does the same in so many threads at once. */
  static <T> List<T> atOnce(int threads, Callable<T> action) {
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      List<Future<T>> running =
          Stream.generate(() -> executor.submit(action)).limit(threads).toList();
      return running.stream().map(Accounts::result).toList();
    }
  }

  private static <T> T result(Future<T> running) {
    try {
      return running.get();
    } catch (ExecutionException failure) {
      throw new AssertionError(failure);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopping);
    }
  }
}
