/**
 * Auto-configuration of the ContactHub client.
 */
@NullMarked
package io.contacthub.autoconfigure;

import org.jspecify.annotations.NullMarked;
