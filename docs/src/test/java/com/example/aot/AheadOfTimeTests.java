package com.example.aot;

import java.util.List;

import io.contacthub.Node;
import io.contacthub.autoconfigure.ContactHubAutoConfiguration;
import io.contacthub.customer.Customer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.javapoet.ClassName;
import org.springframework.test.context.support.TestPropertySourceUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what the page about the processing ahead of time says.
 */
@DisplayName("An application that is processed ahead of time")
class AheadOfTimeTests {

	@Test
	@DisplayName("needs no connection then, and has hints for its own records and those of this library")
	void isProcessed() {
		DefaultGenerationContext generation = generation();
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			context.register(ContactHubAutoConfiguration.class, LoyaltyReport.class);
			new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
			RuntimeHints hints = generation.getRuntimeHints();
			assertThat(List.of(LoyaltyReport.Profile.class, LoyaltyReport.Loyalty.class, Customer.class))
				.allSatisfy((type) -> assertThat(RuntimeHintsPredicates.reflection().onType(type)).accepts(hints));
			assertThat(context.containsBeanDefinition("contactHubNode")).isTrue();
		}
	}

	@Test
	@DisplayName("has the nodes that have a name then, and one without only when there is a placeholder for it")
	void settlesNodes() {
		assertThat(nodes("contacthub.nodes.shop=x")).containsExactly("shopContactHubNode");
		assertThat(nodes("contacthub.nodes.shop=x", "contacthub.node-id=${NODE_ID:later}"))
			.containsExactlyInAnyOrder("shopContactHubNode", "contactHubNode");
	}

	private static DefaultGenerationContext generation() {
		return new DefaultGenerationContext(new ClassNameGenerator(ClassName.get(AheadOfTimeTests.class)),
				new InMemoryGeneratedFiles());
	}

	private static List<String> nodes(String... properties) {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			TestPropertySourceUtils.addInlinedPropertiesToEnvironment(context, properties);
			context.register(ContactHubAutoConfiguration.class);
			new ApplicationContextAotGenerator().processAheadOfTime(context, generation());
			return List.of(context.getBeanNamesForType(Node.class, true, false));
		}
	}

}
