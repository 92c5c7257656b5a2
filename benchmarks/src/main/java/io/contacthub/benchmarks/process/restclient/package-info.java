/**
 * The application without this library that its start is compared with.
 */
@NullMarked
package io.contacthub.benchmarks.process.restclient;

import org.jspecify.annotations.NullMarked;
