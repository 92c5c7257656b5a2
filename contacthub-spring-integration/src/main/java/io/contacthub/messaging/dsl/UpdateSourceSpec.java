package io.contacthub.messaging.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.contacthub.client.PauseSettings;
import io.contacthub.messaging.UpdateMessageSource;
import io.contacthub.messaging.UpdateSkipListener;
import io.contacthub.messaging.UpdateStart;
import io.contacthub.update.UpdateFilter;
import io.contacthub.update.UpdateRepository;

import org.springframework.expression.Expression;
import org.springframework.integration.dsl.MessageSourceSpec;
import org.springframework.integration.metadata.ConcurrentMetadataStore;
import org.springframework.util.Assert;

/**
 * Specification of an {@link UpdateMessageSource}, see {@link ContactHub}.
 */
public class UpdateSourceSpec extends MessageSourceSpec<UpdateSourceSpec, UpdateMessageSource> {

	private final UpdateRepository updates;

	private final ConcurrentMetadataStore offsets;

	private UpdateFilter filter = UpdateFilter.fromBeginning();

	private String key = "contacthub.updates.flow";

	private final List<Consumer<UpdateMessageSource>> settings = new ArrayList<>();

	UpdateSourceSpec(UpdateRepository updates, ConcurrentMetadataStore offsets) {
		this.updates = updates;
		this.offsets = offsets;
	}

	/**
	 * Set which changes are read, all of them unless it is set.
	 * @param filter the filter; where it begins has an effect for
	 * {@link UpdateStart#BEGINNING} only
	 * @return this specification
	 */
	public UpdateSourceSpec filter(UpdateFilter filter) {
		Assert.notNull(filter, "filter is null: use UpdateFilter.fromBeginning() for all updates");
		this.filter = filter;
		return this;
	}

	/**
	 * Set the name under which the source keeps where it is, another one for each source;
	 * {@code contacthub.updates.flow} unless it is set.
	 * @param key the name
	 * @return this specification
	 */
	public UpdateSourceSpec key(String key) {
		this.key = key;
		return this;
	}

	/**
	 * Set how many changes a page has at most, see
	 * {@link UpdateMessageSource#setPageSize(int)}.
	 * @param pageSize the number
	 * @return this specification
	 */
	public UpdateSourceSpec pageSize(int pageSize) {
		return set((source) -> source.setPageSize(pageSize));
	}

	/**
	 * Set where changes begin as long as no offset is stored, see
	 * {@link UpdateMessageSource#setStart(UpdateStart)}.
	 * @param start where they begin
	 * @return this specification
	 */
	public UpdateSourceSpec start(UpdateStart start) {
		return set((source) -> source.setStart(start));
	}

	/**
	 * Set how often a change is given before it is skipped, see
	 * {@link UpdateMessageSource#setMaxAttempts(int)}.
	 * @param maxAttempts the number
	 * @return this specification
	 */
	public UpdateSourceSpec maxAttempts(int maxAttempts) {
		return set((source) -> source.setMaxAttempts(maxAttempts));
	}

	/**
	 * Set the pauses before a change is given again, see
	 * {@link UpdateMessageSource#setBackOff(PauseSettings)}.
	 * @param backOff their lengths
	 * @return this specification
	 */
	public UpdateSourceSpec backOff(PauseSettings backOff) {
		return set((source) -> source.setBackOff(backOff));
	}

	/**
	 * Set who is told of changes that are skipped, see
	 * {@link UpdateMessageSource#setSkipListener(UpdateSkipListener)}.
	 * @param skipListener the listener
	 * @return this specification
	 */
	public UpdateSourceSpec skipListener(UpdateSkipListener skipListener) {
		return set((source) -> source.setSkipListener(skipListener));
	}

	@Override
	public UpdateSourceSpec messageHeaders(Map<String, Expression> headerExpressions) {
		return set((source) -> source.setHeaderExpressions(headerExpressions));
	}

	private UpdateSourceSpec set(Consumer<UpdateMessageSource> setting) {
		Assert.state(this.target == null, "The source is there already: set it before");
		this.settings.add(setting);
		return this;
	}

	@Override
	protected UpdateMessageSource doGet() {
		UpdateMessageSource source = new UpdateMessageSource(this.updates, this.filter, this.offsets, this.key);
		this.settings.forEach((setting) -> setting.accept(source));
		return source;
	}

}
