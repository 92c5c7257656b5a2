/**
 * Programs that show what a whole process does: how it starts, and how it streams, stores
 * and publishes much.
 */
@NullMarked
package io.contacthub.benchmarks.process;

import org.jspecify.annotations.NullMarked;
