/**
 * Auto-configuration of the embedded emulator, and the annotations of tests that run on
 * it.
 */
@NullMarked
package io.contacthub.test.autoconfigure;

import org.jspecify.annotations.NullMarked;
