package io.contacthub.test.autoconfigure;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;

/**
 * Makes the properties of the application fit {@link AutoConfigureContactHubEmulator}.
 */
class EmulatorContextCustomizerFactory implements ContextCustomizerFactory {

	@Override
	public @Nullable ContextCustomizer createContextCustomizer(Class<?> testClass,
			List<ContextConfigurationAttributes> configAttributes) {
		// a property mapping would let the number of an enclosing class win
		AutoConfigureContactHubEmulator annotation = TestContextAnnotationUtils.findMergedAnnotation(testClass,
				AutoConfigureContactHubEmulator.class);
		return (annotation != null) ? new EmulatorContextCustomizer(annotation.customers()) : null;
	}

	/**
	 * Is part of the key under which the context is cached.
	 *
	 * @param customers number of customers that each test starts with
	 */
	private record EmulatorContextCustomizer(int customers) implements ContextCustomizer {

		@Override
		public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration mergedConfig) {
			// the emulator that the application itself enables would be a second one, and
			// no
			// way to the real ContactHub leads to this one
			Map<String, Object> properties = Map.of("contacthub.enabled", true, "contacthub.emulator.enabled", false,
					"contacthub.emulator.customers", this.customers, "contacthub.http.proxy.host", "",
					"contacthub.http.ssl.bundle", "");
			context.getEnvironment()
				.getPropertySources()
				.addFirst(new MapPropertySource("contactHubEmulator", properties));
		}

	}

}
