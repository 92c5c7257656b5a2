/**
 * The application with this library whose start is measured.
 */
@NullMarked
package io.contacthub.benchmarks.process.contacthub;

import org.jspecify.annotations.NullMarked;
