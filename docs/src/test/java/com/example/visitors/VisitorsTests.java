package com.example.visitors;

import java.time.Duration;
import java.util.Map;

import com.example.AbstractEmulatorTests;
import io.contacthub.autoconfigure.ContactHubAutoConfiguration;
import io.contacthub.autoconfigure.web.ContactHubSessionAutoConfiguration;
import io.contacthub.customer.Customer;
import io.contacthub.event.Event;
import io.contacthub.event.EventFilter;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.EventType;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The page on visitors")
class VisitorsTests extends AbstractEmulatorTests {

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(WebMvcAutoConfiguration.class, ContactHubAutoConfiguration.class,
				ContactHubSessionAutoConfiguration.class))
		.withUserConfiguration(Shop.class)
		.withPropertyValues("contacthub.web.session.enabled=true", "contacthub.base-url=" + EMULATOR.baseUrl(),
				"contacthub.workspace-id=" + EMULATOR.workspaceId(), "contacthub.token=" + EMULATOR.token(),
				"contacthub.node-id=" + EMULATOR.nodeId());

	private String customerId;

	@BeforeEach
	void store() {
		this.customerId = NODE.customers()
			.insert(Customer.of(Map.of("base", Map.of("contacts", Map.of("email", "ann@example.com")))))
			.id();
	}

	@Test
	@DisplayName("tracks visitors who have agreed, and gives their events to the customer who logs in")
	void tracks() {
		this.runner.run((context) -> {
			assertThat(perform(context, MockMvcRequestBuilders.get("/products/1")).getCookies()).isEmpty();
			Cookie session = perform(context, MockMvcRequestBuilders.post("/visit")).getCookie("contacthub-session");
			perform(context, MockMvcRequestBuilders.get("/products/2").cookie(session));
			assertThat(context.getBean(EventPublisher.class).flush(Duration.ofSeconds(10))).isTrue();
			MockHttpServletResponse login = perform(context,
					MockMvcRequestBuilders.post("/login").param("name", "ann").param("password", "x").cookie(session));
			Cookie owner = login.getCookie("contacthub-session-owner");
			assertThat(owner).isNotNull();
			assertThat(NODE.events().stream(EventFilter.ofCustomer(this.customerId))).singleElement()
				.extracting(Event::type)
				.isEqualTo(EventType.VIEWED_PAGE);
			assertThat(perform(context, MockMvcRequestBuilders.post("/visit/end").cookie(session, owner)).getCookies())
				.extracting(Cookie::getMaxAge)
				.containsExactly(0, 0);
		});
	}

	@Test
	@DisplayName("ties a session that is made after the login, too")
	void tiesLater() {
		this.runner.run((context) -> {
			MockHttpServletRequestBuilder agreed = MockMvcRequestBuilders.post("/visit")
				.principal(() -> "ann")
				.session(new MockHttpSession());
			assertThat(perform(context, agreed).getCookie("contacthub-session-owner")).isNotNull();
			assertThat(NODE.customers().sessions(this.customerId).findAll()).hasSize(1);
		});
	}

	private static MockHttpServletResponse perform(AssertableWebApplicationContext context,
			MockHttpServletRequestBuilder request) throws Exception {
		MockMvc mvc = MockMvcBuilders.webAppContextSetup(context.getSourceApplicationContext()).build();
		return mvc.perform(request).andReturn().getResponse();
	}

	/**
	 * The application of the page.
	 */
	@Configuration(proxyBeanMethods = false)
	@Import({ LoginConfiguration.class, ProductController.class, VisitController.class })
	static class Shop {

		@Bean
		Accounts accounts() {
			String id = NODE.customers().stream().findFirst().orElseThrow().id();
			return new Accounts() {

				@Override
				public Account findByName(String name) {
					return new Account(id);
				}

				@Override
				public Account verify(String name, String password) {
					return findByName(name);
				}

			};
		}

	}

}
