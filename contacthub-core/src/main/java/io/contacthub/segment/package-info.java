/**
 * Segments: queries of customers that ContactHub keeps under a name. Start with
 * {@link io.contacthub.segment.SegmentRepository}.
 */
@NullMarked
package io.contacthub.segment;

import org.jspecify.annotations.NullMarked;
