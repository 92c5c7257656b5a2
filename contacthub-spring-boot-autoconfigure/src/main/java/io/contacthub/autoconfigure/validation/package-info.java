/**
 * Checks of documents by the schemas of the workspace before they are sent, for
 * applications with a library for JSON Schema. All of it begins in
 * {@link io.contacthub.autoconfigure.validation.ContactHubValidationAutoConfiguration}.
 */
@NullMarked
package io.contacthub.autoconfigure.validation;

import org.jspecify.annotations.NullMarked;
