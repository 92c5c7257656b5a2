/**
 * Whom a token belongs to, and what they may see. Start at
 * {@link io.contacthub.user.UserInfo}, which {@code Workspace.user()} reads.
 */
@NullMarked
package io.contacthub.user;

import org.jspecify.annotations.NullMarked;
