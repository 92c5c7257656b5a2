/**
 * The application with a repository that is declared as an interface, whose start is
 * measured.
 */
@NullMarked
package io.contacthub.benchmarks.process.declared;

import org.jspecify.annotations.NullMarked;
