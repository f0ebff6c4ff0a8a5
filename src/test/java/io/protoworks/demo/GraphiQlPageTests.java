package io.protoworks.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.protoworks.testing.Api;
import io.protoworks.testing.Browser;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** GraphiQL in a real browser, as a developer on a site without internet uses it. */
@DemoTest
class GraphiQlPageTests {
  private static Browser browser;

  @Autowired Api api;

  private final List<String> elsewhere = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private Page page;

  @BeforeAll
  static void openBrowser() {
    browser = new Browser();
  }

  @AfterAll
  static void closeBrowser() {
    browser.close();
  }

  @BeforeEach
  void openPage() {
    page = browser.newPage();
    String origin = api.uri("/").toString();
    page.onRequest(
        request -> {
          if (request.url().startsWith("http") && !request.url().startsWith(origin)) {
            elsewhere.add(request.url());
          }
        });
    page.onPageError(complaints::add);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    page.navigate(api.uri("/graphiql").toString());
  }

  @AfterEach
  void stayedAtHomeWithoutComplaint() {
    page.close();
    assertThat(elsewhere).as("requests to other hosts").isEmpty();
    assertThat(complaints).as("errors in the console").isEmpty();
  }

  @Test
  void showsThePlantToWhoeverSignsIn() {
    signIn();
    openTab("PlantHierarchy");
    run();
    assertThat(response()).containsText("areas");
    assertThat(response()).containsText("U-100");
  }

  @Test
  void refusesAWrongPasswordInWords() {
    page.getByTestId("sign-in").click();
    page.getByTestId("sign-in-email").fill("nobody@montadora.example");
    page.getByTestId("sign-in-password").fill("wrong");
    page.getByTestId("sign-in-submit").click();
    assertThat(page.getByTestId("sign-in-refusal")).not().isEmpty();
  }

  @Test
  void buildsQueriesInTheExplorerAndExplainsTypes() {
    signIn();
    page.getByRole(AriaRole.BUTTON, name("Show GraphiQL Explorer")).click();
    assertThat(page.locator(".graphiql-explorer-root")).containsText("equipment");
    page.getByRole(AriaRole.BUTTON, name("Show Documentation Explorer")).click();
    assertThat(page.locator(".graphiql-doc-explorer")).containsText("Query");
  }

  @Test
  void findsAnEquipmentByItsTag() {
    signIn();
    openTab("EquipmentByTag");
    run();
    assertThat(response()).containsText("P-1001A");
    assertThat(response()).containsText("DEMO");
  }

  @Test
  void signsOutForGood() {
    signIn();
    page.getByTestId("sign-out").click();
    assertThat(page.getByTestId("sign-in")).isVisible();
  }

  private void signIn() {
    page.getByTestId("sign-in").click();
    page.getByTestId("sign-in-email").fill("manager@gerenciadora.example");
    page.getByTestId("sign-in-password").fill("protoworks");
    page.getByTestId("sign-in-submit").click();
    assertThat(page.getByTestId("viewer-name")).isVisible();
  }

  private void openTab(String name) {
    page.locator(".graphiql-tabs")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }

  private void run() {
    page.locator(".graphiql-execute-button").click();
  }

  private Locator response() {
    return page.locator(".graphiql-response .view-lines");
  }

  private static Page.GetByRoleOptions name(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
