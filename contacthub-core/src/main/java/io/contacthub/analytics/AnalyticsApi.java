package io.contacthub.analytics;

import io.contacthub.client.RequiredScopes;
import io.contacthub.client.Scope;

import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/**
 * The operations of the API on analytics.
 */
@HttpExchange("/analytics")
interface AnalyticsApi {

	@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.GUEST, Scope.TRUSTED_APPLICATION })
	@GetExchange("/customer/count")
	AnalyticsResult<NodeCount> customerCount(@RequestParam MultiValueMap<String, String> parameters);

	@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.GUEST, Scope.TRUSTED_APPLICATION })
	@GetExchange("/trend/customer")
	AnalyticsResult<Trend> customerTrend(@RequestParam MultiValueMap<String, String> parameters);

	@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.GUEST, Scope.TRUSTED_APPLICATION })
	@GetExchange("/trend/event")
	AnalyticsResult<Trend> eventTrend(@RequestParam MultiValueMap<String, String> parameters);

	@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.GUEST, Scope.TRUSTED_APPLICATION })
	@GetExchange("/composition/gender")
	AnalyticsResult<Distribution> genderComposition(@RequestParam MultiValueMap<String, String> parameters);

	@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.GUEST, Scope.TRUSTED_APPLICATION })
	@GetExchange("/composition/age-range")
	AnalyticsResult<Distribution> ageRangeComposition(@RequestParam MultiValueMap<String, String> parameters);

	@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.GUEST, Scope.TRUSTED_APPLICATION })
	@GetExchange("/composition/geo/country")
	AnalyticsResult<Distribution> countryComposition(@RequestParam MultiValueMap<String, String> parameters);

	@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.GUEST, Scope.TRUSTED_APPLICATION })
	@GetExchange("/composition/geo/city")
	AnalyticsResult<Distribution> cityComposition(@RequestParam MultiValueMap<String, String> parameters);

	@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.GUEST, Scope.TRUSTED_APPLICATION })
	@GetExchange("/distribution/customer/node")
	AnalyticsResult<NodeCount> customersByNode(@RequestParam MultiValueMap<String, String> parameters);

	@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.GUEST, Scope.TRUSTED_APPLICATION })
	@GetExchange("/distribution/customer/source")
	AnalyticsResult<SourceDistribution> customersBySource(@RequestParam MultiValueMap<String, String> parameters);

	@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.GUEST, Scope.TRUSTED_APPLICATION })
	@GetExchange("/distribution/customer/time")
	AnalyticsResult<TimeDistribution> customersByTime(@RequestParam MultiValueMap<String, String> parameters);

	@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.GUEST, Scope.TRUSTED_APPLICATION })
	@GetExchange("/distribution/event/node")
	AnalyticsResult<NodeCount> eventsByNode(@RequestParam MultiValueMap<String, String> parameters);

	@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.GUEST, Scope.TRUSTED_APPLICATION })
	@GetExchange("/distribution/event/source")
	AnalyticsResult<SourceDistribution> eventsBySource(@RequestParam MultiValueMap<String, String> parameters);

	@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.GUEST, Scope.TRUSTED_APPLICATION })
	@GetExchange("/distribution/event/time")
	AnalyticsResult<TimeDistribution> eventsByTime(@RequestParam MultiValueMap<String, String> parameters);

	@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.GUEST, Scope.TRUSTED_APPLICATION })
	@GetExchange("/query/numeric")
	AnalyticsResult<NumericValue> numeric(@RequestParam MultiValueMap<String, String> parameters);

	@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.GUEST, Scope.TRUSTED_APPLICATION })
	@GetExchange("/query/trend")
	AnalyticsResult<Trend> trend(@RequestParam MultiValueMap<String, String> parameters);

	@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.GUEST, Scope.TRUSTED_APPLICATION })
	@GetExchange("/query/distribution")
	AnalyticsResult<Distribution> distribution(@RequestParam MultiValueMap<String, String> parameters);

	@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.GUEST, Scope.TRUSTED_APPLICATION })
	@GetExchange("/query/distribution/customer")
	AnalyticsResult<Distribution> customerDistribution(@RequestParam MultiValueMap<String, String> parameters);

	@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.GUEST, Scope.TRUSTED_APPLICATION })
	@GetExchange("/query/distribution/event")
	AnalyticsResult<Distribution> eventDistribution(@RequestParam MultiValueMap<String, String> parameters);

	@RequiredScopes({ Scope.ADMIN, Scope.USER, Scope.GUEST, Scope.TRUSTED_APPLICATION })
	@GetExchange("/query/distribution/customer/acquisition")
	AnalyticsResult<Distribution> acquisitionDistribution(@RequestParam MultiValueMap<String, String> parameters);

}
