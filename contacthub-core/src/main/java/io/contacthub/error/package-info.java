/**
 * What ContactHub says when it refuses, and how it becomes an exception of Spring's data
 * access hierarchy. Start at {@link io.contacthub.error.ContactHubFailure}, which every
 * exception of this library is; {@link io.contacthub.error.ApiErrorTranslator} chooses
 * it, and {@link io.contacthub.error.Repeatability} says what may be made again.
 */
@NullMarked
package io.contacthub.error;

import org.jspecify.annotations.NullMarked;
