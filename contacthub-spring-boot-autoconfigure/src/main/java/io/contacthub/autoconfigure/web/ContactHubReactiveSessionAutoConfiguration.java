package io.contacthub.autoconfigure.web;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

/**
 * Auto-configuration of reactive applications, for which no session of a visitor is kept:
 * a controller that takes one is refused it, unless an argument resolver of the
 * application gives it.
 */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnClass(WebFluxConfigurer.class)
public final class ContactHubReactiveSessionAutoConfiguration {

	ContactHubReactiveSessionAutoConfiguration() {
	}

	@Bean
	WebFluxConfigurer contactHubReactiveSessionRefusal() {
		return new WebFluxConfigurer() {

			@Override
			public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
				configurer.addCustomResolver(new ReactiveSessionIdRefusal());
			}

		};
	}

}
