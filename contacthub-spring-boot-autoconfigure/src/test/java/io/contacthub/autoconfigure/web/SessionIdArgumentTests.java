package io.contacthub.autoconfigure.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.contacthub.customer.SessionId;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the session of a visitor as an argument of controllers.
 */
@DisplayName("The session of a visitor")
class SessionIdArgumentTests {

	private static final String KNOWN = "6f1c0c34-9d0e-4c8e-8f8f-0f5a0c1b2d3e";

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(WebMvcAutoConfiguration.class, ContactHubSessionAutoConfiguration.class))
		.withUserConfiguration(Controller.class)
		.withPropertyValues("contacthub.web.session.enabled=true");

	@Test
	@DisplayName("is a new one that the visitor keeps in a cookie")
	void isNew() {
		this.runner.run((context) -> {
			MockHttpServletResponse response = perform(context, get("/visit"));
			String id = response.getContentAsString();
			assertThat(UUID.fromString(id).version()).isEqualTo(4);
			assertThat(response.getHeaders(HttpHeaders.SET_COOKIE)).singleElement()
				.asString()
				.startsWith("contacthub-session=" + id + "; Path=/; Max-Age=31536000; Expires=")
				.endsWith("; HttpOnly; SameSite=Lax");
			assertThat(perform(context, get("/visit")).getContentAsString()).isNotEqualTo(id);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "/visit", "/optional", "/nullable", "/inherited", "/inherited-optional" })
	@DisplayName("is not made of the parameters of a request where sessions are not kept")
	void isNotMadeOfParameters(String path) {
		this.runner.withPropertyValues("contacthub.web.session.enabled=false")
			.run((context) -> assertThatExceptionOfType(ServletException.class)
				.isThrownBy(() -> perform(context, get(path).param("value", KNOWN)))
				.withMessageContaining("set contacthub.web.session.enabled=true"));
	}

	@Test
	@DisplayName("is what a resolver of the application says where sessions are not kept")
	void isThatOfTheApplication() {
		this.runner.withPropertyValues("contacthub.web.session.enabled=false")
			.withUserConfiguration(OwnSessions.class)
			.run((context) -> assertThat(perform(context, get("/visit")).getContentAsString()).isEqualTo("own"));
	}

	@Test
	@DisplayName("is sent back over HTTPS only when the request came that way")
	void isSecure() {
		this.runner
			.run((context) -> assertThat(perform(context, get("/visit").secure(true)).getHeader(HttpHeaders.SET_COOKIE))
				.contains("; Secure"));
	}

	@Test
	@DisplayName("is that of the cookie, which is not set again")
	void isKept() {
		this.runner.run((context) -> {
			MockHttpServletResponse response = perform(context,
					get("/visit").cookie(new Cookie("other", "x"), new Cookie("contacthub-session", KNOWN)));
			assertThat(response.getContentAsString()).isEqualTo(KNOWN);
			assertThat(response.getHeaders(HttpHeaders.SET_COOKIE)).isEmpty();
		});
	}

	static String[] hostile() {
		return new String[] { "", " ", "x", "null", KNOWN + KNOWN, KNOWN + " ", KNOWN.replace('0', 'z'),
				"<script>alert(1)</script>", "../../customers", "a".repeat(100_000), KNOWN + "\r\nSet-Cookie: a=b",
				"\u0660f1c0c34-9d0e-4c8e-8f8f-0f5a0c1b2d3e", "{" + KNOWN + "}" };
	}

	@ParameterizedTest
	@MethodSource("hostile")
	@DisplayName("is not what somebody made up")
	void isNotMadeUp(String value) {
		this.runner.run((context) -> {
			Cookie cookie = new Cookie("contacthub-session", value);
			MockHttpServletResponse response = perform(context, get("/visit").cookie(cookie));
			String id = response.getContentAsString();
			assertThat(UUID.fromString(id)).hasToString(id).isNotEqualTo(UUID.fromString(KNOWN));
			assertThat(response.getHeaders(HttpHeaders.SET_COOKIE)).singleElement()
				.asString()
				.startsWith("contacthub-session=" + id + ";");
			assertThat(perform(context, get("/optional").cookie(cookie)).getContentAsString()).isEqualTo("none");
			assertThat(perform(context, get("/visit").cookie(cookie, new Cookie("contacthub-session", KNOWN)))
				.getContentAsString()).isEqualTo(KNOWN);
		});
	}

	@Test
	@DisplayName("is one in a request, however many arguments ask for it")
	void isOneInARequest() {
		this.runner.run((context) -> {
			MockHttpServletResponse response = perform(context, get("/several"));
			assertThat(response.getContentAsString().split(" ")).hasSize(4)
				.containsOnly(response.getCookie("contacthub-session").getValue());
			assertThat(response.getHeaders(HttpHeaders.SET_COOKIE)).hasSize(1);
		});
	}

	@ParameterizedTest
	@CsvSource({ "/optional", "/nullable" })
	@DisplayName("may be missing, and then no cookie is set")
	void mayBeMissing(String path) {
		this.runner.run((context) -> {
			MockHttpServletResponse response = perform(context, get(path));
			assertThat(response.getContentAsString()).isEqualTo("none");
			assertThat(response.getHeaders(HttpHeaders.SET_COOKIE)).isEmpty();
			assertThat(perform(context, get(path).cookie(new Cookie("contacthub-session", KNOWN))).getContentAsString())
				.isEqualTo(KNOWN);
		});
	}

	@Test
	@DisplayName("is not what an annotation takes from elsewhere")
	void isNotOfAnnotations() {
		this.runner.run((context) -> {
			MockHttpServletResponse response = perform(context, get("/parameter").param("session", "s1"));
			assertThat(response.getContentAsString()).isEqualTo("s1");
			assertThat(response.getHeaders(HttpHeaders.SET_COOKIE)).isEmpty();
		});
	}

	@Test
	@DisplayName("has a cookie with all the attributes that are set")
	void isConfigured() {
		this.runner
			.withPropertyValues("contacthub.web.session.cookie.name=visit", "contacthub.web.session.cookie.max-age=30d",
					"contacthub.web.session.cookie.same-site=strict", "contacthub.web.session.cookie.secure=true",
					"contacthub.web.session.cookie.http-only=false", "contacthub.web.session.cookie.path=/shop",
					"contacthub.web.session.cookie.domain=example.com")
			.run((context) -> assertThat(perform(context, get("/visit")).getHeader(HttpHeaders.SET_COOKIE))
				.matches("visit=[-0-9a-f]{36}; Path=/shop; Domain=example.com; Max-Age=2592000; Expires=[^;]*; Secure;"
						+ " SameSite=Strict"));
		this.runner
			.withPropertyValues("contacthub.web.session.cookie.same-site=omitted",
					"contacthub.web.session.cookie.secure=false")
			.run((context) -> assertThat(perform(context, get("/visit").secure(true)).getHeader(HttpHeaders.SET_COOKIE))
				.doesNotContain("SameSite", "Secure"));
	}

	@ParameterizedTest
	@CsvSource({ "max-age=0s, 'max-age is PT0S: it must be at least 1s'", "max-age=-1d, 'it must be at least 1s'",
			"name=my cookie, 'name ''my cookie'''", "path=/a;b, path '/a;b'", "domain=-x, domain '-x'",
			"same-site=none, same-site is 'none' and secure is 'false'",
			"path=shop, 'path is ''shop'': it must begin with a slash'",
			"name=__Host-visitor, name is '__Host-visitor': browsers take it" })
	@DisplayName("has no cookie that browsers would not take")
	void isRefused(String property, String message) {
		this.runner
			.withPropertyValues("contacthub.web.session.cookie." + property,
					"contacthub.web.session.cookie.secure=false")
			.run((context) -> assertThat(context).getFailure()
				.hasStackTraceContaining("contacthub.web")
				.hasStackTraceContaining(message));
	}

	@Test
	@DisplayName("is there when it is asked for only, and where there are servlets")
	void isOptIn() {
		new WebApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(WebMvcAutoConfiguration.class, ContactHubSessionAutoConfiguration.class))
			.run((context) -> assertThat(context).doesNotHaveBean(VisitorSessions.class)
				.doesNotHaveBean(ContactHubWebProperties.class));
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(ContactHubSessionAutoConfiguration.class))
			.withPropertyValues("contacthub.web.session.enabled=true")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(VisitorSessions.class));
		new ReactiveWebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(ContactHubSessionAutoConfiguration.class))
			.withPropertyValues("contacthub.web.session.enabled=true")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(VisitorSessions.class));
		for (String missing : new String[] { "jakarta.servlet", "org.springframework.web.servlet",
				"org.springframework.security" }) {
			new ApplicationContextRunner().withClassLoader(new FilteredClassLoader(missing))
				.withConfiguration(AutoConfigurations.of(ContactHubSessionAutoConfiguration.class,
						ContactHubProblemDetailsAutoConfiguration.class))
				.withPropertyValues("contacthub.web.session.enabled=true",
						"contacthub.web.problem-details.enabled=true")
				.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(VisitorSessions.class));
		}
	}

	@Test
	@DisplayName("needs no Spring Security")
	void needsNoSecurity() {
		this.runner.withClassLoader(new FilteredClassLoader("org.springframework.security"))
			.run((context) -> assertThat(perform(context, get("/visit")).getHeaders(HttpHeaders.SET_COOKIE))
				.hasSize(1));
	}

	private static MockHttpServletRequestBuilder get(String path) {
		return MockMvcRequestBuilders.get(path);
	}

	private static MockHttpServletResponse perform(WebApplicationContext context, MockHttpServletRequestBuilder request)
			throws Exception {
		MockMvc mvc = MockMvcBuilders.webAppContextSetup(context).build();
		MockHttpServletResponse response = mvc.perform(request).andReturn().getResponse();
		assertThat(response.getStatus()).isEqualTo(200);
		return response;
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnSessions implements WebMvcConfigurer, HandlerMethodArgumentResolver {

		@Override
		public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
			resolvers.add(this);
		}

		@Override
		public boolean supportsParameter(MethodParameter parameter) {
			return parameter.getParameterType() == SessionId.class;
		}

		@Override
		public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
				NativeWebRequest request, @Nullable WebDataBinderFactory binderFactory) {
			return SessionId.of("own");
		}

	}

	@RestController
	static class Controller extends VisitController<SessionId> {

		@GetMapping("/several")
		String several(SessionId first, Optional<SessionId> second, @Nullable SessionId third, SessionId fourth) {
			return first + " " + second.orElseThrow() + " " + third + " " + fourth;
		}

	}

}
