package io.contacthub.messaging;

import io.contacthub.update.Update;
import org.jspecify.annotations.Nullable;

/**
 * Status of an {@link UpdateMessageSource}.
 *
 * @param offset the offset behind which it was stored last that all changes were handled,
 * or {@code null} as long as none is known
 * @param repeated the change that was rejected and is given again, or {@code null} when
 * there is none
 * @param attempts how often it was rejected
 * @param failure why changes cannot be read at present, or {@code null} when they can
 * @param stopped whether the failure is none that passes: nothing is read before the
 * source is started again
 */
public record UpdateSourceStatus(@Nullable Long offset, @Nullable Update repeated, int attempts,
		@Nullable Throwable failure, boolean stopped) {

}
