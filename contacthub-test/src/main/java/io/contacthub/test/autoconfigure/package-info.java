/**
 * Auto-configuration of the embedded emulator.
 */
@NullMarked
package io.contacthub.test.autoconfigure;

import org.jspecify.annotations.NullMarked;
