/**
 * How fast documents are read and written.
 */
@NullMarked
package io.contacthub.benchmarks.json;

import org.jspecify.annotations.NullMarked;
