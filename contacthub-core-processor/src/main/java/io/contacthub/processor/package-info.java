/**
 * Compile-time generation of the builders that belong to the records of the core.
 */
@NullMarked
package io.contacthub.processor;

import org.jspecify.annotations.NullMarked;
