package io.contacthub.autoconfigure.web;

import java.util.List;

import io.contacthub.autoconfigure.ContactHubAutoConfiguration;
import io.contacthub.customer.CustomerRepository;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Auto-configuration of the sessions of visitors: controllers take a
 * {@link io.contacthub.customer.SessionId} as an argument, and a login ties it to the
 * customer.
 * <p>
 * The visitor keeps it in a cookie. Whether that needs their consent is for the
 * application to decide: a cookie is set only when a controller takes a session that must
 * be there. One that takes an {@code Optional<SessionId>} or a {@code @Nullable} one is
 * given the session that the visitor has, if any.
 */
@AutoConfiguration(after = ContactHubAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({ HttpServletRequest.class, WebMvcConfigurer.class })
public final class ContactHubSessionAutoConfiguration {

	private static final String ENABLED = "contacthub.web.session.enabled";

	ContactHubSessionAutoConfiguration() {
	}

	private static WebMvcConfigurer configurer(HandlerMethodArgumentResolver resolver) {
		return new WebMvcConfigurer() {

			@Override
			public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
				resolvers.add(resolver);
			}

		};
	}

	/**
	 * Without the property: Spring would make the argument of what the request says.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBooleanProperty(name = ENABLED, havingValue = false, matchIfMissing = true)
	static class DisabledConfiguration {

		@Bean
		WebMvcConfigurer contactHubSessionRefusal() {
			return configurer(new SessionIdRefusal());
		}

	}

	/**
	 * With the property.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBooleanProperty(ENABLED)
	@EnableConfigurationProperties(ContactHubWebProperties.class)
	static class EnabledConfiguration {

		@Bean
		VisitorSessions contactHubVisitorSessions(ContactHubWebProperties properties) {
			return new VisitorSessions(properties.session().cookie());
		}

		@Bean
		@ConditionalOnMissingBean
		@ConditionalOnSingleCandidate(CustomerRepository.class)
		SessionReconciliation contactHubSessionReconciliation(VisitorSessions sessions, CustomerRepository customers) {
			return new CookieSessionReconciliation(sessions, customers);
		}

		@Bean
		SessionLogins contactHubSessionLogins(ObjectProvider<SessionReconciliation> reconciliation,
				ObjectProvider<SessionCustomerResolver> customers) {
			return new SessionLogins(reconciliation, customers);
		}

		@Bean
		WebMvcConfigurer contactHubSessionWebMvcConfigurer(VisitorSessions sessions, SessionLogins logins) {
			return configurer(new SessionIdArgumentResolver(sessions, logins));
		}

	}

	/**
	 * What there is with Spring Security only.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBooleanProperty(ENABLED)
	@ConditionalOnClass(InteractiveAuthenticationSuccessEvent.class)
	static class SecurityConfiguration {

		@Bean
		SessionLoginListener contactHubSessionLoginListener(SessionLogins logins) {
			return new SessionLoginListener(logins);
		}

	}

}
