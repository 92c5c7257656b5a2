/**
 * A server that answers as ContactHub does, and does as little as possible for it.
 */
@NullMarked
package io.contacthub.benchmarks.server;

import org.jspecify.annotations.NullMarked;
