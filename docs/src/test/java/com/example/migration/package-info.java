/**
 * The code of the pages for those who come from another client.
 */
@NullMarked
package com.example.migration;

import org.jspecify.annotations.NullMarked;
