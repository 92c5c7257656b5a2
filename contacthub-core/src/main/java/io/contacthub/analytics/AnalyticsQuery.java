package io.contacthub.analytics;

import java.time.LocalDate;
import java.util.List;

import io.contacthub.event.EventContext;
import io.contacthub.event.EventType;
import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * Query of {@link Analytics} for a number that is made of the values of events. It is a
 * language of its own, and not that of {@code io.contacthub.query.Query}:
 * <pre class="code">{@code
 * AnalyticsQuery revenue = AnalyticsQuery.builder()
 *     .nodeId("…")
 *     .eventType(EventType.COMPLETED_ORDER)
 *     .aggregation(Aggregation.sum("properties.amount.total"))
 *     .build();
 * }</pre>
 * <p>
 * ContactHub marks no member as required. Which form the field of a distribution has in
 * which operation is not documented: its examples have {@code distributionField} in
 * {@link Analytics#distribution(AnalyticsQuery)}, and {@code distributionFieldPath} with
 * {@code customerDistributionFieldPath} in
 * {@link Analytics#customerDistribution(AnalyticsQuery)} and
 * {@link Analytics#eventDistribution(AnalyticsQuery)}. What is set is sent as it is.
 *
 * @param nodeId the id of the node whose events are looked at
 * @param startDate the first day
 * @param endDate the last day
 * @param eventType the type of the events
 * @param context the context of the events
 * @param optionalFilters further filters of the events
 * @param aggregation which number is made of them
 * @param mode how long each period of a trend is
 * @param distributionField the field that tells the parts of a distribution apart
 * @param distributionFieldPath the path of the field of the event that tells the parts of
 * a distribution apart, such as {@code properties.products.sku}
 * @param customerDistributionFieldPath the path of the field of the customer that does,
 * where there are two, such as {@code base.gender}
 * @param unknown the members that this library does not know
 */
public record AnalyticsQuery(@Nullable String nodeId, @Nullable LocalDate startDate, @Nullable LocalDate endDate,
		@Nullable EventType eventType, @Nullable EventContext context, List<AnalyticsQueryFilter> optionalFilters,
		Aggregation aggregation, @Nullable TrendMode mode, DistributionField distributionField,
		@Nullable String distributionFieldPath, @Nullable String customerDistributionFieldPath,
		JsonObject unknown) implements ApiObject, AnalyticsQueryBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public AnalyticsQuery {
		optionalFilters = Members.list(optionalFilters);
		aggregation = Members.object(aggregation, Aggregation.class);
		distributionField = Members.object(distributionField, DistributionField.class);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static AnalyticsQueryBuilder builder() {
		return new AnalyticsQueryBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
