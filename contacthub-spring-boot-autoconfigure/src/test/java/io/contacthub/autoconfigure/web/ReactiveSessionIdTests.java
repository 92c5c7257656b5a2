package io.contacthub.autoconfigure.web;

import java.util.Optional;

import io.contacthub.customer.SessionId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.config.EnableWebFlux;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.ServerWebExchange;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the session of a visitor as an argument of controllers of reactive
 * applications.
 */
@DisplayName("The session of a visitor of a reactive application")
class ReactiveSessionIdTests {

	private final ReactiveWebApplicationContextRunner runner = new ReactiveWebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ContactHubReactiveSessionAutoConfiguration.class))
		.withUserConfiguration(Application.class, Controller.class);

	@ParameterizedTest
	@ValueSource(strings = { "/visit", "/optional", "/nullable", "/later", "/wildcard", "/inherited",
			"/inherited-optional", "/inherited-later" })
	@DisplayName("is not made of the parameters of a request")
	void isNotMadeOfParameters(String path) {
		for (String enabled : new String[] { "true", "false" }) {
			this.runner.withPropertyValues("contacthub.web.session.enabled=" + enabled).run((context) -> {
				WebTestClient.ResponseSpec response = get(context, path + "?value=made-up");
				response.expectStatus().is5xxServerError();
				assertThat(response.returnResult().getResponseBodyContent()).asString().doesNotContain("made-up");
			});
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/visit", "/optional", "/nullable", "/later", "/wildcard", "/inherited",
			"/inherited-optional", "/inherited-later" })
	@DisplayName("is what a resolver of the application says")
	void isThatOfTheApplication(String path) {
		this.runner.withUserConfiguration(OwnSessions.class)
			.run((context) -> get(context, path + "?value=made-up").expectBody(String.class).isEqualTo("own"));
	}

	@Test
	@DisplayName("is what an annotation takes from elsewhere")
	void isThatOfAnnotations() {
		this.runner.run((context) -> get(context, "/parameter?session=s1").expectBody(String.class).isEqualTo("s1"));
	}

	@Test
	@DisplayName("is refused there only")
	void isReactive() {
		new WebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(ContactHubReactiveSessionAutoConfiguration.class))
			.run((context) -> assertThat(context).doesNotHaveBean(WebFluxConfigurer.class));
		new ReactiveWebApplicationContextRunner()
			.withClassLoader(new FilteredClassLoader("org.springframework.web.reactive"))
			.withConfiguration(AutoConfigurations.of(ContactHubReactiveSessionAutoConfiguration.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(ContactHubReactiveSessionAutoConfiguration.class));
	}

	private static WebTestClient.ResponseSpec get(ApplicationContext context, String path) {
		return WebTestClient.bindToApplicationContext(context).build().get().uri(path).exchange();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableWebFlux
	static class Application {

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnSessions implements WebFluxConfigurer, HandlerMethodArgumentResolver {

		@Override
		public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
			configurer.addCustomResolver(this);
		}

		@Override
		public boolean supportsParameter(MethodParameter parameter) {
			return new ReactiveSessionIdRefusal().supportsParameter(parameter);
		}

		@Override
		public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext context,
				ServerWebExchange exchange) {
			SessionId own = SessionId.of("own");
			if (parameter.getParameterType() == Mono.class) {
				return Mono.just(Mono.just(own));
			}
			return Mono.just((parameter.getParameterType() == Optional.class) ? Optional.of(own) : own);
		}

	}

	abstract static class LaterVisitController<V> extends VisitController<V> {

		@GetMapping("/inherited-later")
		Mono<String> inheritedLater(Mono<V> visitor) {
			return visitor.map(Object::toString);
		}

	}

	@RestController
	static class Controller extends LaterVisitController<SessionId> {

		@GetMapping("/later")
		Mono<String> later(Mono<SessionId> visitor) {
			return visitor.map(SessionId::value);
		}

		@GetMapping("/wildcard")
		Mono<String> wildcard(Mono<? extends SessionId> visitor) {
			return visitor.map(SessionId::value);
		}

	}

}
