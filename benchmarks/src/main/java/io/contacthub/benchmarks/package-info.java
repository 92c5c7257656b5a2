/**
 * Programs that measure how fast the library and the emulator are.
 */
@NullMarked
package io.contacthub.benchmarks;

import org.jspecify.annotations.NullMarked;
