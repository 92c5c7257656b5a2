/**
 * Code of the page on nodes.
 */
@NullMarked
package com.example.nodes;

import org.jspecify.annotations.NullMarked;
