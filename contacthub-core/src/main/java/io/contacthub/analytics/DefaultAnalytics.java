package io.contacthub.analytics;

import java.util.Locale;

import io.contacthub.client.ContactHubClient;
import io.contacthub.client.RequestParameters;
import io.contacthub.json.ContactHubJson;
import io.contacthub.json.RequestDocument;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Sort;
import org.springframework.util.Assert;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * The analytics of a workspace, by way of the API.
 */
class DefaultAnalytics implements Analytics {

	private static final String LEAVE_IT_OUT = "leave it out";

	private final ContactHubClient client;

	DefaultAnalytics(ContactHubClient client) {
		Assert.notNull(client, "client is null: give the transport to the workspace");
		this.client = client;
	}

	private AnalyticsApi api() {
		return this.client.createApi(AnalyticsApi.class);
	}

	@Override
	public AnalyticsResult<NodeCount> customerCount(AnalyticsFilter filter) {
		return api().customerCount(ofCustomers(filter));
	}

	@Override
	public AnalyticsResult<Trend> customerTrend(TrendMode mode, AnalyticsFilter filter) {
		return api().customerTrend(withMode(mode, ofTrend(filter, ofCustomers(filter))));
	}

	@Override
	public AnalyticsResult<Trend> eventTrend(TrendMode mode, AnalyticsFilter filter) {
		return api().eventTrend(withMode(mode, ofTrend(filter, ofEvents(filter))));
	}

	@Override
	public AnalyticsResult<Distribution> genderComposition(AnalyticsFilter filter) {
		return api().genderComposition(ofCustomers(filter));
	}

	@Override
	public AnalyticsResult<Distribution> ageRangeComposition(AnalyticsFilter filter) {
		return api().ageRangeComposition(ofCustomers(filter));
	}

	@Override
	public AnalyticsResult<Distribution> countryComposition(AnalyticsFilter filter) {
		return api().countryComposition(ofCustomers(filter));
	}

	@Override
	public AnalyticsResult<Distribution> cityComposition(AnalyticsFilter filter) {
		requireNoEvents(filter);
		return api().cityComposition(parameters(filter));
	}

	@Override
	public AnalyticsResult<NodeCount> customersByNode(AnalyticsFilter filter) {
		return api().customersByNode(ofCustomers(filter));
	}

	@Override
	public AnalyticsResult<SourceDistribution> customersBySource(AnalyticsFilter filter) {
		return api().customersBySource(ofCustomers(filter));
	}

	@Override
	public AnalyticsResult<TimeDistribution> customersByTime(DistributionMode mode, AnalyticsFilter filter) {
		return api().customersByTime(withMode(mode, ofCustomers(filter)));
	}

	@Override
	public AnalyticsResult<NodeCount> eventsByNode(AnalyticsFilter filter) {
		return api().eventsByNode(ofEvents(filter));
	}

	@Override
	public AnalyticsResult<SourceDistribution> eventsBySource(AnalyticsFilter filter) {
		return api().eventsBySource(ofEvents(filter));
	}

	@Override
	public AnalyticsResult<TimeDistribution> eventsByTime(DistributionMode mode, AnalyticsFilter filter) {
		return api().eventsByTime(withMode(mode, ofEvents(filter)));
	}

	private static MultiValueMap<String, String> ofCustomers(AnalyticsFilter filter) {
		requireNoEvents(filter);
		requireNoCountry(filter);
		return parameters(filter);
	}

	private static MultiValueMap<String, String> ofEvents(AnalyticsFilter filter) {
		check(filter);
		requireNoCountry(filter);
		return parameters(filter);
	}

	private static void check(AnalyticsFilter filter) {
		Assert.notNull(filter, "filter is null: use AnalyticsFilter.ofAllNodes() for all nodes");
	}

	private static void requireNoEvents(AnalyticsFilter filter) {
		check(filter);
		refuse("eventType", filter.eventType(), "customers have no event type, " + LEAVE_IT_OUT);
		refuse("context", filter.context(), "customers have no context, " + LEAVE_IT_OUT);
	}

	private static void requireNoCountry(AnalyticsFilter filter) {
		refuse("country", filter.country(), "only cityComposition takes one, " + LEAVE_IT_OUT);
	}

	private static void refuse(String name, @Nullable Object value, String remedy) {
		Assert.isTrue(value == null, () -> name + " is '" + value + "': " + remedy);
	}

	private static MultiValueMap<String, String> parameters(AnalyticsFilter filter) {
		return RequestParameters.of(filter.nodes().isEmpty() ? filter.withoutNodes() : filter);
	}

	private static MultiValueMap<String, String> ofTrend(AnalyticsFilter filter,
			MultiValueMap<String, String> parameters) {
		Assert.isTrue(filter.startDate() != null && filter.endDate() != null,
				"startDate or endDate is missing: a trend needs the first and the last day");
		return parameters;
	}

	private static MultiValueMap<String, String> withMode(@Nullable Object mode,
			MultiValueMap<String, String> parameters) {
		Assert.notNull(mode, "mode is null: give one, such as TrendMode.DAILY or DistributionMode.HOUR_OF_DAY");
		parameters.set("mode", mode.toString());
		return parameters;
	}

	@Override
	public AnalyticsResult<NumericValue> numeric(AnalyticsQuery query) {
		return api().numeric(parameters(query));
	}

	@Override
	public AnalyticsResult<Trend> trend(AnalyticsQuery query) {
		return api().trend(parameters(query));
	}

	@Override
	public AnalyticsResult<Distribution> distribution(AnalyticsQuery query) {
		return api().distribution(parameters(query));
	}

	@Override
	public AnalyticsResult<Distribution> customerDistribution(AnalyticsQuery query) {
		return api().customerDistribution(parameters(query));
	}

	@Override
	public AnalyticsResult<Distribution> customerDistribution(AnalyticsQuery query, int size, Sort.Direction sort) {
		return api().customerDistribution(parameters(query, size, sort));
	}

	@Override
	public AnalyticsResult<Distribution> eventDistribution(AnalyticsQuery query) {
		return api().eventDistribution(parameters(query));
	}

	@Override
	public AnalyticsResult<Distribution> eventDistribution(AnalyticsQuery query, int size, Sort.Direction sort) {
		return api().eventDistribution(parameters(query, size, sort));
	}

	@Override
	public AnalyticsResult<Distribution> acquisitionDistribution(AnalyticsQuery query) {
		return api().acquisitionDistribution(parameters(query));
	}

	private static MultiValueMap<String, String> parameters(AnalyticsQuery query) {
		Assert.notNull(query, "query is null: build one with AnalyticsQuery.builder()");
		AnalyticsFilter.checkDays(query.startDate(), query.endDate());
		AnalyticsFilter.checkContext(query.context());
		MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
		parameters.add("query",
				ContactHubJson.mapper().writeValueAsString(RequestDocument.of(RequestDocument.members(query))));
		return parameters;
	}

	private static MultiValueMap<String, String> parameters(AnalyticsQuery query, int size, Sort.Direction sort) {
		Assert.isTrue(size >= 1, () -> "size is " + size + ": ask for one part at least");
		Assert.notNull(sort, "sort is null: give a direction, such as Sort.Direction.DESC");
		MultiValueMap<String, String> parameters = parameters(query);
		parameters.add("size", String.valueOf(size));
		parameters.add("sort", sort.name().toLowerCase(Locale.ROOT));
		return parameters;
	}

}
