/**
 * Auto-configuration of the repositories that are declared as interfaces. All of it
 * begins in
 * {@link io.contacthub.data.autoconfigure.ContactHubRepositoriesAutoConfiguration}.
 */
@NullMarked
package io.contacthub.data.autoconfigure;

import org.jspecify.annotations.NullMarked;
