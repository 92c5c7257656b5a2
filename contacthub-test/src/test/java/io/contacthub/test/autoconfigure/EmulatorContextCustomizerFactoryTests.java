package io.contacthub.test.autoconfigure;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.support.TestPropertySourceUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link EmulatorContextCustomizerFactory}.
 */
@DisplayName("The store of events of an application with a database")
class EmulatorContextCustomizerFactoryTests {

	private static final String STORE = "contacthub.events.publisher.store";

	@Test
	@DisplayName("is the memory in a slice")
	void isMemoryInSlice() {
		assertThat(customized(Slice.class).getProperty(STORE)).isEqualTo("memory");
	}

	@Test
	@DisplayName("is what the properties of a slice say")
	void isThatOfTest() {
		assertThat(customized(Slice.class, STORE + "=jdbc").getProperty(STORE)).isEqualTo("jdbc");
	}

	@Test
	@DisplayName("is that of the application in a test of the whole")
	void isThatOfApplication() {
		assertThat(customized(Whole.class).getProperty(STORE)).isEqualTo("jdbc");
	}

	private static Environment customized(Class<?> test, String... inlined) {
		try (GenericApplicationContext context = new GenericApplicationContext()) {
			MutablePropertySources sources = context.getEnvironment().getPropertySources();
			sources.addLast(new MapPropertySource("application", Map.of(STORE, "jdbc")));
			TestPropertySourceUtils.addInlinedPropertiesToEnvironment(context, inlined);
			ContextCustomizer customizer = new EmulatorContextCustomizerFactory().createContextCustomizer(test,
					List.of());
			assertThat(customizer).isNotNull();
			customizer.customizeContext(context, mock());
			return context.getEnvironment();
		}
	}

	@ContactHubTest
	static class Slice {

	}

	@AutoConfigureContactHubEmulator
	static class Whole {

	}

}
