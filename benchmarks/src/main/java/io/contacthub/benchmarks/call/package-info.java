/**
 * How fast single calls are.
 */
@NullMarked
package io.contacthub.benchmarks.call;

import org.jspecify.annotations.NullMarked;
