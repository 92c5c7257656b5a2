/**
 * Auto-configuration of the repositories that are declared as interfaces.
 */
@NullMarked
package io.contacthub.data.autoconfigure;

import org.jspecify.annotations.NullMarked;
