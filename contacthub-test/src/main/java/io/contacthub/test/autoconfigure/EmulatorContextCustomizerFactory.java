package io.contacthub.test.autoconfigure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.contacthub.emulator.autoconfigure.NamedWorkspaces;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;

/**
 * Factory of customizers that make the properties of the application fit
 * {@link AutoConfigureContactHubEmulator}.
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
	 * Customizer that is part of the key under which the context is cached.
	 *
	 * @param customers number of customers that each test starts with
	 */
	private record EmulatorContextCustomizer(int customers) implements ContextCustomizer {

		@Override
		public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration mergedConfig) {
			Map<String, Object> properties = new HashMap<>();
			properties.put("contacthub.enabled", true);
			// the emulator that the application itself enables would be a second one
			properties.put("contacthub.emulator.enabled", false);
			properties.put(ContactHubEmulatorTestAutoConfiguration.CUSTOMERS, this.customers);
			leadStraight(properties, "contacthub");
			NamedWorkspaces.prefixes(context.getEnvironment())
				.forEach((workspace) -> leadStraight(properties, workspace));
			context.getEnvironment()
				.getPropertySources()
				.addFirst(new MapPropertySource("contactHubEmulator", properties));
		}

		/**
		 * Leave out the way to the real ContactHub, which does not lead to the emulator.
		 */
		private static void leadStraight(Map<String, Object> properties, String prefix) {
			properties.put(prefix + ".http.proxy.host", "");
			properties.put(prefix + ".http.ssl.bundle", "");
		}

	}

}
