/**
 * How fast the emulator is.
 */
@NullMarked
package io.contacthub.benchmarks.emulator;

import org.jspecify.annotations.NullMarked;
