/**
 * Repositories that are declared as interfaces, on Spring Data.
 */
@NullMarked
package io.contacthub.data;

import org.jspecify.annotations.NullMarked;
