/**
 * The context information of events: a record for each of the contexts that this library
 * knows, and the parts of these records. Start with
 * {@link io.contacthub.event.context.ContextInfo}.
 */
@NullMarked
package io.contacthub.event.context;

import org.jspecify.annotations.NullMarked;
