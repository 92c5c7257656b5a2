package io.contacthub.analytics;

import io.contacthub.client.ContactHubClient;

import org.springframework.data.domain.Sort;

/**
 * Analytics of a workspace.
 * <p>
 * Each method makes one request, and the token needs one of the scopes {@code ADMIN},
 * {@code USER}, {@code GUEST} and {@code TRUSTED_APPLICATION} for it. ContactHub counts
 * what is in its index, which shows a change after some time, and names periods, ages and
 * the like as it does: their names are texts and not to be parsed.
 * <p>
 * Every failure is a {@link org.springframework.dao.DataAccessException} that is also a
 * {@link io.contacthub.error.ContactHubFailure}; wrong arguments are an
 * {@link IllegalArgumentException}, and no request is made.
 */
public interface Analytics {

	/**
	 * Count customers; {@code GET /analytics/customer/count}. ContactHub describes it as
	 * a count by state, of new, updated and deleted customers, and the element as one of
	 * a node: what is in its {@code nodeId} may be a state.
	 * @param filter which nodes and days
	 * @return the numbers
	 * @throws IllegalArgumentException when the filter has something that is none of
	 * customers: a type, a context or a country
	 */
	AnalyticsResult<NodeCount> customerCount(AnalyticsFilter filter);

	/**
	 * Get how the number of customers grew; {@code GET /analytics/trend/customer}.
	 * @param mode how long each period is
	 * @param filter which nodes and days; both days are required
	 * @return the trend of each node, with new and lost customers and the total
	 * @throws IllegalArgumentException when a day is missing, or the filter has a type, a
	 * context or a country
	 */
	AnalyticsResult<Trend> customerTrend(TrendMode mode, AnalyticsFilter filter);

	/**
	 * Get how the number of events grew; {@code GET /analytics/trend/event}.
	 * @param mode how long each period is
	 * @param filter which nodes, days and events; both days are required
	 * @return the trend of each node, with new events and the total
	 * @throws IllegalArgumentException when a day is missing, or the filter has a country
	 */
	AnalyticsResult<Trend> eventTrend(TrendMode mode, AnalyticsFilter filter);

	/**
	 * Get the customers by gender; {@code GET /analytics/composition/gender}.
	 * @param filter which nodes and days
	 * @return the distribution of each node
	 * @throws IllegalArgumentException when the filter has a type, a context or a country
	 */
	AnalyticsResult<Distribution> genderComposition(AnalyticsFilter filter);

	/**
	 * Get the customers by age; {@code GET /analytics/composition/age-range}.
	 * @param filter which nodes and days
	 * @return the distribution of each node
	 * @throws IllegalArgumentException when the filter has a type, a context or a country
	 */
	AnalyticsResult<Distribution> ageRangeComposition(AnalyticsFilter filter);

	/**
	 * Get the customers by country; {@code GET /analytics/composition/geo/country}.
	 * @param filter which nodes and days
	 * @return the distribution of each node
	 * @throws IllegalArgumentException when the filter has a type, a context or a country
	 */
	AnalyticsResult<Distribution> countryComposition(AnalyticsFilter filter);

	/**
	 * Get the customers by city; {@code GET /analytics/composition/geo/city}.
	 * @param filter which nodes, days and country, as
	 * {@link #countryComposition(AnalyticsFilter)} names it
	 * @return the distribution of each node
	 * @throws IllegalArgumentException when the filter has a type or a context
	 */
	AnalyticsResult<Distribution> cityComposition(AnalyticsFilter filter);

	/**
	 * Count new customers by node; {@code GET /analytics/distribution/customer/node}.
	 * @param filter which nodes and days
	 * @return the number of each node
	 * @throws IllegalArgumentException when the filter has a type, a context or a country
	 */
	AnalyticsResult<NodeCount> customersByNode(AnalyticsFilter filter);

	/**
	 * Count new customers by node and source;
	 * {@code GET /analytics/distribution/customer/source}.
	 * @param filter which nodes and days
	 * @return the numbers of each node
	 * @throws IllegalArgumentException when the filter has a type, a context or a country
	 */
	AnalyticsResult<SourceDistribution> customersBySource(AnalyticsFilter filter);

	/**
	 * Count new customers by node and time;
	 * {@code GET /analytics/distribution/customer/time}.
	 * @param mode which part of the time is looked at
	 * @param filter which nodes and days
	 * @return the numbers of each node
	 * @throws IllegalArgumentException when the filter has a type, a context or a country
	 */
	AnalyticsResult<TimeDistribution> customersByTime(DistributionMode mode, AnalyticsFilter filter);

	/**
	 * Count events by node; {@code GET /analytics/distribution/event/node}.
	 * @param filter which nodes, days and events
	 * @return the number of each node
	 * @throws IllegalArgumentException when the filter has a country
	 */
	AnalyticsResult<NodeCount> eventsByNode(AnalyticsFilter filter);

	/**
	 * Count events by node and source; {@code GET /analytics/distribution/event/source}.
	 * @param filter which nodes, days and events
	 * @return the numbers of each node
	 * @throws IllegalArgumentException when the filter has a country
	 */
	AnalyticsResult<SourceDistribution> eventsBySource(AnalyticsFilter filter);

	/**
	 * Count events by node and time; {@code GET /analytics/distribution/event/time}.
	 * @param mode which part of the time is looked at
	 * @param filter which nodes, days and events
	 * @return the numbers of each node
	 * @throws IllegalArgumentException when the filter has a country
	 */
	AnalyticsResult<TimeDistribution> eventsByTime(DistributionMode mode, AnalyticsFilter filter);

	/**
	 * Get one number that is made of the values of events;
	 * {@code GET /analytics/query/numeric}.
	 * @param query which events, and what is made of them
	 * @return the number
	 * @throws IllegalArgumentException when the query cannot be sent, its days are in the
	 * wrong order, or its context is one that ContactHub spells otherwise
	 */
	AnalyticsResult<NumericValue> numeric(AnalyticsQuery query);

	/**
	 * Get how such a number grew; {@code GET /analytics/query/trend}.
	 * @param query which events, what is made of them, and how long each period is
	 * @return the trend
	 * @throws IllegalArgumentException as by {@link #numeric(AnalyticsQuery)}
	 */
	AnalyticsResult<Trend> trend(AnalyticsQuery query);

	/**
	 * Get such a number by the values of a field;
	 * {@code GET /analytics/query/distribution}.
	 * @param query which events, what is made of them, and the field
	 * @return the distribution
	 * @throws IllegalArgumentException as by {@link #numeric(AnalyticsQuery)}
	 */
	AnalyticsResult<Distribution> distribution(AnalyticsQuery query);

	/**
	 * Get such a number by the values of two fields, those of the customers first;
	 * {@code GET /analytics/query/distribution/customer}.
	 * @param query which events, what is made of them, and the fields
	 * @return the distribution, whose parts have parts of their own
	 * @throws IllegalArgumentException as by {@link #numeric(AnalyticsQuery)}
	 */
	AnalyticsResult<Distribution> customerDistribution(AnalyticsQuery query);

	/**
	 * Get such a number by the values of two fields, those of the customers first;
	 * {@code GET /analytics/query/distribution/customer}.
	 * @param query which events, what is made of them, and the fields
	 * @param size how many parts there are at most
	 * @param sort in which direction the parts are ordered
	 * @return the distribution, whose parts have parts of their own
	 * @throws IllegalArgumentException as by {@link #numeric(AnalyticsQuery)}, and when
	 * the size is not at least 1
	 */
	AnalyticsResult<Distribution> customerDistribution(AnalyticsQuery query, int size, Sort.Direction sort);

	/**
	 * Get such a number by the values of two fields, those of the events first;
	 * {@code GET /analytics/query/distribution/event}.
	 * @param query which events, what is made of them, and the fields
	 * @return the distribution, whose parts have parts of their own
	 * @throws IllegalArgumentException as by {@link #numeric(AnalyticsQuery)}
	 */
	AnalyticsResult<Distribution> eventDistribution(AnalyticsQuery query);

	/**
	 * Get such a number by the values of two fields, those of the events first;
	 * {@code GET /analytics/query/distribution/event}.
	 * @param query which events, what is made of them, and the fields
	 * @param size how many parts there are at most
	 * @param sort in which direction the parts are ordered
	 * @return the distribution, whose parts have parts of their own
	 * @throws IllegalArgumentException as by {@link #numeric(AnalyticsQuery)}, and when
	 * the size is not at least 1
	 */
	AnalyticsResult<Distribution> eventDistribution(AnalyticsQuery query, int size, Sort.Direction sort);

	/**
	 * Get such a number by whether the customers are new ones;
	 * {@code GET /analytics/query/distribution/customer/acquisition}.
	 * @param query which events, and what is made of them
	 * @return the distribution
	 * @throws IllegalArgumentException as by {@link #numeric(AnalyticsQuery)}
	 */
	AnalyticsResult<Distribution> acquisitionDistribution(AnalyticsQuery query);

	/**
	 * Return the analytics of a workspace; no request. An application has it from
	 * {@code Workspace.analytics()}.
	 * @param client the transport
	 * @return its analytics
	 */
	static Analytics create(ContactHubClient client) {
		return new DefaultAnalytics(client);
	}

}
