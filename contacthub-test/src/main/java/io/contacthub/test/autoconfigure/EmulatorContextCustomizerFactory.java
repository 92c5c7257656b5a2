package io.contacthub.test.autoconfigure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.contacthub.emulator.autoconfigure.NamedWorkspaces;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.test.autoconfigure.OverrideAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.util.Assert;

/**
 * Factory of customizers that make the properties of the application fit
 * {@link AutoConfigureContactHubEmulator}.
 */
class EmulatorContextCustomizerFactory implements ContextCustomizerFactory {

	private static final String OPTIONS = ContactHubEmulatorTestAutoConfiguration.PREFIX + ".";

	@Override
	public @Nullable ContextCustomizer createContextCustomizer(Class<?> testClass,
			List<ContextConfigurationAttributes> configAttributes) {
		// a property mapping would let the number of an enclosing class win
		AutoConfigureContactHubEmulator annotation = TestContextAnnotationUtils.findMergedAnnotation(testClass,
				AutoConfigureContactHubEmulator.class);
		return (annotation != null) ? new EmulatorContextCustomizer(annotation, isSlice(testClass)) : null;
	}

	private static boolean isSlice(Class<?> testClass) {
		OverrideAutoConfiguration annotation = TestContextAnnotationUtils.findMergedAnnotation(testClass,
				OverrideAutoConfiguration.class);
		return annotation != null && !annotation.enabled();
	}

	/**
	 * Customizer that is part of the key under which the context is cached.
	 *
	 * @param annotation what the emulator is like
	 * @param slice whether the test is one of a part of the application
	 */
	private record EmulatorContextCustomizer(AutoConfigureContactHubEmulator annotation,
			boolean slice) implements ContextCustomizer {

		@Override
		public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration mergedConfig) {
			Map<String, Object> properties = new HashMap<>();
			properties.put("contacthub.enabled", true);
			// the emulator that the application itself enables would be a second one
			properties.put("contacthub.emulator.enabled", false);
			addOptions(properties);
			leadStraight(properties, "contacthub");
			NamedWorkspaces.prefixes(context.getEnvironment())
				.forEach((workspace) -> leadStraight(properties, workspace));
			MutablePropertySources sources = context.getEnvironment().getPropertySources();
			sources.addFirst(new MapPropertySource("contactHubEmulator", properties));
			if (this.slice) {
				keepEventsInMemory(sources);
			}
		}

		/**
		 * Keep the events of an application in memory although it keeps them in its
		 * database, which a slice does without, unless the test itself says otherwise.
		 */
		private static void keepEventsInMemory(MutablePropertySources sources) {
			PropertySource<?> memory = new MapPropertySource("contactHubSlice",
					Map.of("contacthub.events.publisher.store", "memory"));
			// the properties of a test come before these, those of the application after
			if (sources.contains(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME)) {
				sources.addBefore(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME, memory);
			}
			else {
				sources.addFirst(memory);
			}
		}

		/**
		 * Set the options that are not left to their defaults.
		 */
		private void addOptions(Map<String, Object> properties) {
			MergedAnnotation.from(this.annotation)
				.filterDefaultValues()
				.asMap()
				.forEach((name, value) -> addOption(properties, OPTIONS + DataObjectPropertyName.toDashedForm(name),
						value));
		}

		private static void addOption(Map<String, Object> properties, String name, Object value) {
			switch (name) {
				case OPTIONS + "tokens" -> addEntries(properties, name, (String[]) value, UnaryOperator.identity());
				case OPTIONS + "workspaces" ->
					addEntries(properties, name, (String[]) value, (nodes) -> nodes.replace('+', ','));
				case OPTIONS + "require-unique-properties" -> properties.put(name, ((boolean[]) value)[0]);
				case OPTIONS + "seed" -> properties.put(name, ((long[]) value)[0]);
				default -> properties.put(name, value);
			}
		}

		private static void addEntries(Map<String, Object> properties, String name, String[] entries,
				UnaryOperator<String> form) {
			for (String entry : entries) {
				int mark = entry.indexOf('=');
				Assert.isTrue(mark > 0, () -> "'" + entry + "' should be name=value");
				properties.put(name + "[" + entry.substring(0, mark) + "]", form.apply(entry.substring(mark + 1)));
			}
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
