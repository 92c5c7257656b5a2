package io.contacthub.autoconfigure.web;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.Principal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import io.contacthub.autoconfigure.ContactHubAutoConfiguration;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.customer.SessionId;
import jakarta.servlet.Filter;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.servlet.filter.OrderedFilter;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.DefaultMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.WebApplicationContext;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what becomes of the session of a visitor who logs in.
 */
@DisplayName("The session of a visitor who logs in")
class SessionReconciliationTests {

	private static final String SESSIONS = "/hub/v1/workspaces/w1/customers/%s/sessions";

	private static final String REFUSED = """
			{"message":"session of ann@example.com is not valid","logref":"log-1","data":null,"errors":[]}""";

	@RegisterExtension
	static final WireMockExtension server = WireMockExtension.newInstance()
		.options(WireMockConfiguration.options().dynamicPort().http2PlainDisabled(true))
		.build();

	@RegisterExtension
	final LogExtension log = new LogExtension();

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(WebMvcAutoConfiguration.class, ContactHubAutoConfiguration.class,
				ContactHubSessionAutoConfiguration.class))
		.withUserConfiguration(Controller.class)
		.withPropertyValues("contacthub.web.session.enabled=true", "contacthub.workspace-id=w1",
				"contacthub.token=s3cret", "contacthub.node-id=n1", "contacthub.base-url=" + server.baseUrl(),
				"contacthub.retry.enabled=false");

	private final WebApplicationContextRunner secured = this.runner.withUserConfiguration(Security.class);

	@BeforeEach
	void accept() {
		answerPost(okJson("{\"id\":\"s1\",\"value\":\"v\"}"));
	}

	@Test
	@DisplayName("is tied to the customer once, however often the customer logs in")
	void isTied() {
		this.secured.run((context) -> {
			Browser browser = new Browser(context);
			String session = browser.visit();
			browser.login("ann");
			verifyTied("c-ann", session);
			assertThat(browser.visit()).isEqualTo(session);
			assertThat(browser.cookie("contacthub-session-owner")).matches("[-_0-9A-Za-z]{22}");
			assertThat(browser.response.getHeaders("Set-Cookie")).isEmpty();
			browser.logout();
			assertThat(browser.visit()).isEqualTo(session);
			browser.login("ann");
			assertThat(browser.visit()).isEqualTo(session);
			server.verify(1, anyRequestedFor(anyUrl()));
		});
	}

	@Test
	@DisplayName("is taken away with both cookies, and a new one is nobody's")
	void isForgotten() {
		this.secured.run((context) -> {
			Browser browser = new Browser(context);
			String session = browser.visit();
			browser.login("ann");
			browser.logout();
			assertThat(browser.perform(MockMvcRequestBuilders.post("/forget"))).isEqualTo("none");
			assertThat(browser.response.getHeaders("Set-Cookie")).hasSize(2)
				.allMatch((header) -> header.contains("Max-Age=0") && header.contains("Path=/"));
			assertThat(browser.cookie("contacthub-session")).isNull();
			assertThat(browser.cookie("contacthub-session-owner")).isNull();
			assertThat(browser.visit()).isNotEqualTo(session);
			assertThat(browser.cookie("contacthub-session-owner")).isNull();
			server.verify(1, anyRequestedFor(anyUrl()));
		});
	}

	@Test
	@DisplayName("is no longer there in the request that made it and takes it away")
	void isForgottenAtOnce() {
		this.runner.run((context) -> {
			Browser browser = new Browser(context);
			assertThat(browser.perform(MockMvcRequestBuilders.post("/regret"))).isEqualTo("none");
			assertThat(browser.cookie("contacthub-session")).isNull();
		});
	}

	@Test
	@DisplayName("is not spoken of to a browser that has none")
	void hasNothingToForget() {
		this.runner.run((context) -> {
			Browser browser = new Browser(context);
			assertThat(browser.perform(MockMvcRequestBuilders.post("/forget"))).isEqualTo("none");
			assertThat(browser.response.getHeaders("Set-Cookie")).isEmpty();
		});
	}

	@Test
	@DisplayName("stays that of its customer when another one logs in, who gets a new one")
	void isReplaced() {
		this.secured.run((context) -> {
			Browser browser = new Browser(context);
			String first = browser.visit();
			browser.login("ann");
			browser.logout();
			browser.login("bea");
			assertThat(browser.response.getHeaders("Set-Cookie")).filteredOn((header) -> header.contains("contacthub"))
				.hasSize(2);
			String second = browser.visit();
			assertThat(second).isNotEqualTo(first);
			verifyTied("c-ann", first);
			verifyTied("c-bea", second);
			server.verify(2, anyRequestedFor(anyUrl()));
		});
	}

	@Test
	@DisplayName("is a new one for another customer even if ContactHub fails, and is tied at the next login")
	void isReplacedWhenContactHubFails() {
		this.secured.run((context) -> {
			Browser browser = new Browser(context);
			String first = browser.visit();
			browser.login("ann");
			browser.logout();
			answerPost(jsonResponse(REFUSED, 503));
			browser.login("bea");
			String second = browser.visit();
			assertThat(second).isNotEqualTo(first);
			assertThat(browser.cookie("contacthub-session-owner")).isNull();
			browser.logout();
			accept();
			browser.login("bea");
			assertThat(browser.visit()).isEqualTo(second);
			server.verify(2, tied("c-bea", second));
		});
	}

	@ParameterizedTest
	@ValueSource(ints = { 401, 404, 500, 503 })
	@DisplayName("does not fail the login when ContactHub fails, which is logged without personal values")
	void doesNotFailLogin(int status) {
		answerPost(jsonResponse(REFUSED, status));
		this.secured.run((context) -> {
			Browser browser = new Browser(context);
			String session = browser.visit();
			browser.login("ann");
			assertThat(browser.visit()).isEqualTo(session);
			assertThat(browser.whoAmI()).isEqualTo("ann");
			assertThat(browser.cookie("contacthub-session-owner")).isNull();
		});
		assertThat(this.log.text()).contains(
				"WARN The session of a visitor was not tied to their customer: POST /customers/{customerId}/sessions"
						+ " failed: ERROR_STATUS, status " + status + ", logref: log-1")
			.doesNotContain("ann@", "c-ann", "s3cret");
	}

	@Test
	@DisplayName("is a new one when ContactHub refuses it, as it may when it is another customer's")
	void isRefused() {
		this.secured.run((context) -> {
			Browser browser = new Browser(context);
			String first = browser.visit();
			server
				.stubFor(post(urlMatching(".*/sessions")).withRequestBody(equalToJson("{\"value\":\"" + first + "\"}"))
					.willReturn(jsonResponse(REFUSED, 400)));
			server.stubFor(get(urlMatching(".*/sessions")).willReturn(okJson("{\"elements\":[]}")));
			browser.login("ann");
			String second = browser.visit();
			assertThat(second).isNotEqualTo(first);
			verifyTied("c-ann", second);
		});
	}

	@Test
	@DisplayName("stays when ContactHub refuses it since it is the customer's already")
	void isKnownAlready() {
		this.secured.run((context) -> {
			Browser browser = new Browser(context);
			String session = browser.visit();
			answerPost(jsonResponse(REFUSED, 400));
			server.stubFor(get(urlEqualTo(SESSIONS.formatted("c-ann")))
				.willReturn(okJson("{\"elements\":[{\"id\":\"s1\",\"value\":\"" + session + "\"}]}")));
			browser.login("ann");
			assertThat(browser.visit()).isEqualTo(session);
			assertThat(browser.cookie("contacthub-session-owner")).isNotNull();
		});
	}

	@Test
	@DisplayName("stays when ContactHub refuses any")
	void isRefusedForAnotherReason() {
		answerPost(jsonResponse(REFUSED, 400));
		server.stubFor(get(urlMatching(".*/sessions")).willReturn(okJson("{\"elements\":[]}")));
		this.secured.run((context) -> {
			Browser browser = new Browser(context);
			String session = browser.visit();
			browser.login("ann");
			assertThat(browser.visit()).isEqualTo(session);
		});
	}

	@Test
	@DisplayName("is not made by the login, but tied at once when it is made later")
	void isMadeLater() {
		this.secured.run((context) -> {
			Browser browser = new Browser(context);
			browser.login("ann");
			assertThat(browser.cookie("contacthub-session")).isNull();
			assertThat(browser.cookie("contacthub-session-owner")).isNull();
			server.verify(0, anyRequestedFor(anyUrl()));
			String session = browser.visit();
			assertThat(browser.visit()).isEqualTo(session);
			verifyTied("c-ann", session);
			server.verify(1, anyRequestedFor(anyUrl()));
		});
	}

	@Test
	@DisplayName("is not tied when the login fails, when it is no customer, and when that cannot be found out")
	void isNotTied() {
		this.secured.run((context) -> {
			Browser browser = new Browser(context);
			browser.visit();
			browser.perform(MockMvcRequestBuilders.post("/login").param("username", "ann").param("password", "wrong"));
			browser.login("admin");
			browser.logout();
			browser.login("unlucky");
			assertThat(browser.whoAmI()).isEqualTo("unlucky");
			server.verify(0, anyRequestedFor(anyUrl()));
		});
		assertThat(this.log.text())
			.contains("WARN The customer who has logged in was not found: java.lang.IllegalStateException at ")
			.doesNotContain("unlucky@example.com");
	}

	@Test
	@DisplayName("is not what somebody made up")
	void isNotMadeUp() {
		this.secured.run((context) -> {
			Browser browser = new Browser(context);
			browser.cookies.put("contacthub-session", new Cookie("contacthub-session", "../c2/sessions"));
			browser.cookies.put("contacthub-session-owner", new Cookie("contacthub-session-owner", "x"));
			browser.login("ann");
			server.verify(0, anyRequestedFor(anyUrl()));
			String session = browser.visit();
			verifyTied("c-ann", session);
			browser.cookies.put("contacthub-session-owner", new Cookie("contacthub-session-owner", "<x>"));
			browser.logout();
			browser.login("ann");
			assertThat(browser.visit()).isNotEqualTo(session);
			server.verify(2, anyRequestedFor(anyUrl()));
		});
	}

	@Test
	@DisplayName("is tied by the application where it logs users in by itself")
	void isTiedByApplication() {
		this.runner.withClassLoader(new FilteredClassLoader("org.springframework.security")).run((context) -> {
			Browser browser = new Browser(context);
			String session = browser.visit();
			assertThat(browser.enter("c-ann")).isEqualTo(session);
			assertThat(browser.enter("c-ann")).isEqualTo(session);
			verifyTied("c-ann", session);
			server.verify(1, anyRequestedFor(anyUrl()));
			String second = browser.enter("c-bea");
			assertThat(second).isNotEqualTo(session);
			verifyTied("c-bea", second);
		});
	}

	@Test
	@DisplayName("stays as it is where no application tells who the customer is, and without ContactHub")
	void isNobodys() {
		this.runner.withUserConfiguration(SecurityWithoutCustomers.class).run((context) -> {
			Browser browser = new Browser(context);
			browser.visit();
			browser.login("ann");
			server.verify(0, anyRequestedFor(anyUrl()));
		});
		this.secured.withPropertyValues("contacthub.enabled=false").run((context) -> {
			assertThat(context).doesNotHaveBean(CustomerRepository.class).doesNotHaveBean(SessionReconciliation.class);
			Browser browser = new Browser(context);
			String session = browser.visit();
			browser.login("ann");
			assertThat(browser.visit()).isEqualTo(session);
		});
	}

	@Test
	@DisplayName("is tied in a server with its filters in the order of Spring Boot")
	void isTiedInServer() throws Exception {
		try (ConfigurableApplicationContext application = new SpringApplicationBuilder(Application.class)
			.properties("server.port=0", "contacthub.web.session.enabled=true", "contacthub.workspace-id=w1",
					"contacthub.token=s3cret", "contacthub.node-id=n1", "contacthub.base-url=" + server.baseUrl(),
					"spring.main.banner-mode=off", "logging.level.root=error")
			.run()) {
			String address = "http://localhost:" + application.getEnvironment().getProperty("local.server.port");
			HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
			HttpRequest visit = HttpRequest.newBuilder(URI.create(address + "/visit")).build();
			String session = browser.send(visit, HttpResponse.BodyHandlers.ofString()).body();
			HttpResponse<String> login = browser
				.send(HttpRequest.newBuilder(URI.create(address + "/login?username=ann&password=p"))
					.POST(HttpRequest.BodyPublishers.noBody())
					.build(), HttpResponse.BodyHandlers.ofString());
			assertThat(login.statusCode()).isEqualTo(302);
			assertThat(login.headers().allValues("Set-Cookie"))
				.anyMatch((cookie) -> cookie.startsWith("contacthub-session-owner="));
			verifyTied("c-ann", session);
			assertThat(browser.send(visit, HttpResponse.BodyHandlers.ofString()).body()).isEqualTo(session);
		}
	}

	private static void answerPost(ResponseDefinitionBuilder answer) {
		server.stubFor(post(urlMatching(SESSIONS.formatted("[^/]+"))).willReturn(answer));
	}

	private static void verifyTied(String customerId, String session) {
		server.verify(1, tied(customerId, session));
	}

	private static RequestPatternBuilder tied(String customerId, String session) {
		return postRequestedFor(urlEqualTo(SESSIONS.formatted(customerId)))
			.withRequestBody(equalToJson("{\"value\":\"" + session + "\"}"));
	}

	/**
	 * Keeps cookies and the HTTP session.
	 */
	private static final class Browser {

		private final MockMvc mvc;

		private final Map<String, Cookie> cookies = new LinkedHashMap<>();

		private MockHttpSession session = new MockHttpSession();

		private MockHttpServletResponse response = new MockHttpServletResponse();

		Browser(WebApplicationContext context) {
			DefaultMockMvcBuilder mvc = MockMvcBuilders.webAppContextSetup(context);
			if (context.containsBean("springSecurityFilterChain")) {
				mvc.addFilters(context.getBean("springSecurityFilterChain", Filter.class));
			}
			this.mvc = mvc.build();
		}

		String visit() throws Exception {
			return perform(MockMvcRequestBuilders.get("/visit"));
		}

		String whoAmI() throws Exception {
			return perform(MockMvcRequestBuilders.get("/who"));
		}

		String enter(String customerId) throws Exception {
			return perform(MockMvcRequestBuilders.post("/enter").param("customer", customerId));
		}

		void login(String name) throws Exception {
			perform(MockMvcRequestBuilders.post("/login").param("username", name).param("password", "p"));
			assertThat(this.response.getRedirectedUrl()).isEqualTo("/");
		}

		void logout() throws Exception {
			perform(MockMvcRequestBuilders.post("/logout"));
			this.session = new MockHttpSession();
		}

		String cookie(String name) {
			Cookie cookie = this.cookies.get(name);
			return (cookie != null) ? cookie.getValue() : null;
		}

		String perform(MockHttpServletRequestBuilder request) throws Exception {
			request.session(this.session);
			if (!this.cookies.isEmpty()) {
				request.cookie(this.cookies.values().toArray(Cookie[]::new));
			}
			this.response = this.mvc.perform(request).andReturn().getResponse();
			for (Cookie cookie : this.response.getCookies()) {
				if (cookie.getMaxAge() == 0) {
					this.cookies.remove(cookie.getName());
				}
				else {
					this.cookies.put(cookie.getName(), cookie);
				}
			}
			return this.response.getContentAsString();
		}

	}

	@RestController
	static class Controller {

		private final SessionReconciliation reconciliation;

		Controller(ObjectProvider<SessionReconciliation> reconciliation) {
			this.reconciliation = reconciliation.getIfAvailable();
		}

		@GetMapping("/visit")
		String visit(SessionId visitor) {
			return visitor.value();
		}

		@GetMapping("/who")
		String who(Principal principal) {
			return principal.getName();
		}

		@PostMapping("/forget")
		String forget(HttpServletRequest request, HttpServletResponse response) {
			this.reconciliation.forget(request, response);
			return session(request);
		}

		@PostMapping("/regret")
		String regret(SessionId visitor, HttpServletRequest request, HttpServletResponse response) {
			return forget(request, response);
		}

		private static String session(HttpServletRequest request) {
			return new VisitorSessions(new ContactHubWebProperties.Cookie("contacthub-session", Duration.ofDays(1),
					ContactHubWebProperties.SameSite.LAX, null, true, "/", null))
				.find(request)
				.map((session) -> session.id().value())
				.orElse("none");
		}

		@PostMapping("/enter")
		String enter(@RequestParam String customer, HttpServletRequest request, HttpServletResponse response) {
			this.reconciliation.reconcile(request, response, customer);
			return session(request);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableWebSecurity
	static class SecurityWithoutCustomers {

		@Bean
		SecurityFilterChain filterChain(HttpSecurity http) {
			return http.formLogin((login) -> {
			}).csrf((csrf) -> csrf.disable()).authorizeHttpRequests((all) -> all.anyRequest().permitAll()).build();
		}

		@Bean
		UserDetailsService users() {
			InMemoryUserDetailsManager users = new InMemoryUserDetailsManager();
			for (String name : new String[] { "ann", "bea", "admin", "unlucky" }) {
				users.createUser(User.withUsername(name).password("{noop}p").build());
			}
			return users;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Security extends SecurityWithoutCustomers {

		/** There may be one for each kind of users. */
		@Bean
		@Order(Ordered.HIGHEST_PRECEDENCE)
		SessionCustomerResolver nobody() {
			return (principal) -> null;
		}

		@Bean
		SessionCustomerResolver customers() {
			return (principal) -> {
				assertThat(principal).isInstanceOf(Authentication.class);
				return switch (principal.getName()) {
					case "admin" -> null;
					case "unlucky" -> throw new IllegalStateException("unlucky@example.com");
					default -> "c-" + principal.getName();
				};
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Controller.class)
	static class Application extends Security {

		@Bean
		DelegatingFilterProxyRegistrationBean filterRegistration() {
			DelegatingFilterProxyRegistrationBean registration = new DelegatingFilterProxyRegistrationBean(
					"springSecurityFilterChain");
			// that of Spring Boot's own auto-configuration of Spring Security
			registration.setOrder(OrderedFilter.REQUEST_WRAPPER_FILTER_MAX_ORDER - 100);
			return registration;
		}

	}

}
