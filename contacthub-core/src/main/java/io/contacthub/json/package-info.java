/**
 * JSON as ContactHub speaks it: one mapper, its date formats, and objects that keep the
 * members they do not know.
 */
@NullMarked
package io.contacthub.json;

import org.jspecify.annotations.NullMarked;
