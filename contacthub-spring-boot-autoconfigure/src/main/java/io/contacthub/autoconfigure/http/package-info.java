/**
 * HTTP engines, each of which is optional: what they repeat, remember or follow by
 * themselves is switched off, and their calls are bounded. {@link ClientEngines} is where
 * to start; each engine is a {@link ClientEngine} in a file of its own, which can be
 * deleted together with the dependency that it is for.
 */
@NullMarked
package io.contacthub.autoconfigure.http;

import org.jspecify.annotations.NullMarked;
