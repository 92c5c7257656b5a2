/**
 * Code of the page on observability.
 */
@NullMarked
package com.example.observability;

import org.jspecify.annotations.NullMarked;
