/**
 * Code of the page on configuration.
 */
@NullMarked
package com.example.configuration;

import org.jspecify.annotations.NullMarked;
