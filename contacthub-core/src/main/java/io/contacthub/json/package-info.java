/**
 * JSON as ContactHub speaks it: one mapper, its date formats, and objects that keep the
 * members they do not know. Start at {@link io.contacthub.json.ApiObject}, which each
 * record of the API is, and at {@link io.contacthub.json.JsonObject} for what has no
 * known structure; {@code RecordShape} and {@code PlainJson} are how both are read and
 * written.
 */
@NullMarked
package io.contacthub.json;

import org.jspecify.annotations.NullMarked;
