/**
 * What has changed in a workspace: customers and events that were created, updated or
 * deleted, in the order in which that happened. Start with
 * {@link io.contacthub.update.UpdateRepository}.
 */
@NullMarked
package io.contacthub.update;

import org.jspecify.annotations.NullMarked;
