/**
 * Tests that the pages of the manual are true to the code.
 */
@NullMarked
package io.contacthub.documentation;

import org.jspecify.annotations.NullMarked;
