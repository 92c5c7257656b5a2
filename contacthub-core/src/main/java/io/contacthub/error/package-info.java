/**
 * What ContactHub says when it refuses, and how it becomes an exception of Spring's data
 * access hierarchy.
 */
@NullMarked
package io.contacthub.error;

import org.jspecify.annotations.NullMarked;
