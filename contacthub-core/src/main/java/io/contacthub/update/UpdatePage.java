package io.contacthub.update;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.contacthub.client.UnusableAnswerException;
import org.jspecify.annotations.Nullable;

/**
 * A page of updates as ContactHub sends it. One without updates, or with fewer than were
 * asked for, need not be the last one.
 *
 * @param updates the updates, the first one first
 * @param nextOffset the offset behind which the next page begins, or {@code null} when
 * ContactHub does not say it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record UpdatePage(@JsonProperty("updates") List<Update> updates,
		@JsonProperty("nextOffset") @Nullable Long nextOffset) {

	/**
	 * Refuse what is no page.
	 * @throws UnusableAnswerException when it lacks its updates, or one of them
	 */
	public UpdatePage {
		if (updates == null) {
			throw new UnusableAnswerException("it has no 'updates'");
		}
		updates = UnusableAnswerException.requireElements(updates);
	}

}
