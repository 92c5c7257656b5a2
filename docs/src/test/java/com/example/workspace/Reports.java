package com.example.workspace;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import io.contacthub.analytics.Aggregation;
import io.contacthub.analytics.Analytics;
import io.contacthub.analytics.AnalyticsFilter;
import io.contacthub.analytics.AnalyticsQuery;
import io.contacthub.analytics.AnalyticsResult;
import io.contacthub.analytics.Distribution;
import io.contacthub.analytics.DistributionField;
import io.contacthub.analytics.Trend;
import io.contacthub.analytics.TrendMode;
import io.contacthub.event.EventType;

/**
 * Numbers of a workspace.
 */
class Reports {

	private final Analytics analytics;

	Reports(Analytics analytics) {
		this.analytics = analytics;
	}

	// tag::growth[]
	List<Trend> growth(String nodeId) {
		AnalyticsFilter quarter = AnalyticsFilter.ofNodes(nodeId)
			.withStartDate(LocalDate.of(2026, 1, 1))
			.withEndDate(LocalDate.of(2026, 3, 31));
		return this.analytics.customerTrend(TrendMode.MONTHLY, quarter).data();
	}
	// end::growth[]

	// tag::revenue[]
	static AnalyticsQuery revenue(String nodeId) {
		return AnalyticsQuery.builder()
			.nodeId(nodeId)
			.eventType(EventType.COMPLETED_ORDER)
			.aggregation(Aggregation.sum("properties.amount.total"))
			.build();
	}

	BigDecimal total(AnalyticsQuery revenue) {
		return this.analytics.numeric(revenue).data().get(0).value();
	}

	AnalyticsResult<Distribution> byCity(AnalyticsQuery revenue) {
		return this.analytics
			.distribution(revenue.withDistributionField(DistributionField.ofCustomer("base.address.city")));
	}

	AnalyticsResult<Distribution> byCityAndType(AnalyticsQuery revenue) {
		return this.analytics.customerDistribution(revenue.withCustomerDistributionFieldPath("base.address.city")
			.withDistributionFieldPath("properties.type"));
	}
	// end::revenue[]

}
