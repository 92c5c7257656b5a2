/**
 * Analytics of a workspace: start with {@link io.contacthub.analytics.Analytics}, which
 * takes an {@link io.contacthub.analytics.AnalyticsFilter} of nodes and days or an
 * {@link io.contacthub.analytics.AnalyticsQuery} for a number of one's own, and gives an
 * {@link io.contacthub.analytics.AnalyticsResult}.
 */
@NullMarked
package io.contacthub.analytics;

import org.jspecify.annotations.NullMarked;
