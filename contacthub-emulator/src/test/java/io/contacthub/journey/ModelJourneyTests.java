package io.contacthub.journey;

import java.util.List;

import io.contacthub.event.EventContext;
import io.contacthub.model.ContextModel;
import io.contacthub.model.MergePolicy;
import io.contacthub.model.ModelRepository;
import io.contacthub.model.ProviderModel;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What there is in every workspace, on the emulator.
 */
@DisplayName("With models one can")
class ModelJourneyTests extends JourneyTests {

	private final ModelRepository models = node.workspace().models();

	@Test
	@DisplayName("see what customers, events and sources can have")
	void see() {
		assertThat(this.models.findBaseProperties().schema().at("properties", "dob", "contactlabProperties", "label"))
			.isEqualTo("dob");
		List<ContextModel> contexts = this.models.findContexts();
		assertThat(contexts).extracting(ContextModel::id)
			.contains(EventContext.WEB.value(), EventContext.RETAIL.value());
		assertThat(contexts)
			.allSatisfy((context) -> assertThat(context.propertiesSchema().get("type")).isEqualTo("object"));
		assertThat(this.models.findProviders()).extracting(ProviderModel::id).hasSize(11).contains("API", "JAVA_SDK");
		assertThat(this.models.findMergePolicies()).hasSize(9)
			.allSatisfy((policy) -> assertThat(policy.supportedTypes()).isNotEmpty())
			.extracting(MergePolicy::id)
			.contains("ARRAY_UNION");
	}

}
