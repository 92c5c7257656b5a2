/**
 * Code of the page on tracing.
 */
@NullMarked
package com.example.tracing;

import org.jspecify.annotations.NullMarked;
