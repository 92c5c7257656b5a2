package io.contacthub.fuzz;

/**
 * Realistic answers, from which others are made.
 */
enum Seed {

	/** A customer with nearly all that one can have. */
	CUSTOMER(
			"""
					{"id":"fa2deda3-1c2b-4a17-9b4c-6b1e52f8c101","nodeId":"n1","externalId":"e-17","extra":"free text",
					"enabled":true,"registeredAt":"2017-03-09T11:31:31.842+0000","updatedAt":"2017-03-09T11:31:31.842Z",
					"base":{"pictureUrl":"https://example.com/ann.png","title":"Dr","prefix":"Ms","firstName":"Ann",
					"lastName":"Rossi","middleName":null,"gender":"F","dob":"1980-03-17","locale":"it_IT","timezone":"Europe/Rome",
					"contacts":{"email":"ann@example.com","fax":null,"mobilePhone":"+393351234567","phone":"+3902123456",
					"otherContacts":[{"name":"work","type":"PHONE","value":"+3902654321"}],
					"mobileDevices":[{"identifier":"d1","name":"phone","type":"IOS","appId":"a1","notificationService":"APN"}]},
					"address":{"street":"Via Roma 1","city":"Milano","country":"Italia","province":"MI","zip":"20100",
					"geo":{"lat":"45.4642","lon":"9.1900"}},
					"credential":{"username":"ann","password":"\u2022\u2022\u2022"},
					"educations":[{"id":"ed1","schoolType":"COLLEGE","schoolName":"Politecnico","schoolConcentration":"Maths",
					"startYear":1998,"endYear":2003,"isCurrent":false}],
					"likes":[{"id":"l1","category":"sport","name":"tennis","createdTime":"2017-01-01T10:00:00.000+0000"}],
					"socialProfile":{"facebook":"ann","google":null,"instagram":"ann.r","linkedin":"ar","qzone":null,"twitter":"@a"},
					"jobs":[{"id":"j1","companyIndustry":"IT","companyName":"Example","jobTitle":"Engineer",
					"startDate":"2010-01-01","endDate":null,"isCurrent":true}],
					"subscriptions":[{"id":"s1","name":"news","type":"newsletter","kind":"SERVICE","subscribed":true,
					"startDate":"2017-01-01T00:00:00.000+0000","endDate":null,"subscriberId":"x1",
					"registeredAt":"2017-01-01T00:00:00.000+0000","updatedAt":"2017-01-02T00:00:00.000+0000",
					"preferences":[{"key":"frequency","value":"weekly"}]}]},
					"extended":{"points":1234.50,"level":"gold","vip":true,"shops":["Milano","Roma"],
					"car":{"brand":"Fiat","year":2015},"none":null},
					"consents":{"disclaimer":{"date":"2018-05-25T00:00:00.000+0000","version":"1.0"},
					"marketing":{"traditional":{"telephonic":{"status":true,"limitation":false,"objection":false},
					"papery":{"status":false,"limitation":false,"objection":true}},
					"automatic":{"sms":{"status":true,"limitation":false,"objection":false},
					"email":{"status":true,"limitation":false,"objection":false},
					"push":{"status":null,"limitation":null,"objection":null}}},
					"profiling":{"classic":{"status":true,"limitation":false,"objection":false},
					"online":{"status":true,"limitation":false,"objection":false}},
					"softSpam":{"email":{"status":false,"limitation":false,"objection":false}},
					"thirdPartyTransfer":{"profiling":{"status":false,"limitation":false,"objection":false}}},
					"tags":{"auto":["a1","a2"],"manual":["m1","m2"]},
					"sourceInfo":{"registrationSource":"src1","updateSource":"src2"},
					"_links":{"self":{"href":"https://api.contactlab.it/hub/v1/workspaces/w1/customers/c1"}}}"""),

	/** A page of customers. */
	CUSTOMER_PAGE("""
			{"elements":[%s,{"id":"c2","externalId":null,"base":null,"tags":{"auto":null,"manual":[]}},{"id":"c3"}],
			"page":{"size":50,"totalElements":120,"totalUnfilteredElements":0,"totalPages":3,"number":0},
			"_links":{"self":{"href":"https://api.contactlab.it/hub/v1/workspaces/w1/customers"}}}"""
		.formatted(CUSTOMER.document)),

	/** A page with one customer only. */
	LAST_CUSTOMER_PAGE("""
			{"elements":[{"id":"c1","externalId":"e1","base":{"firstName":"Ann","contacts":{"email":"a@example.com"}}}],
			"page":{"size":50,"totalElements":1,"totalPages":1,"number":0}}"""),

	/** A page view with all that can go with it. */
	EVENT("""
			{"id":"e1","customerId":"c1","type":"viewedPage","context":"WEB","date":"2017-04-03T13:47:23.093+0000",
			"bringBackProperties":{"type":"SESSION_ID","value":"s1","nodeId":"n1"},
			"properties":{"title":"Home","url":"https://example.com","path":"/","referer":null,"future":{"n":1.50}},
			"contextInfo":{"client":{"ip":"172.16.16.1","userAgent":"Mozilla/5.0",
			"localization":{"city":"Milano","country":"IT","geo":{"lat":45.46,"lon":9.19}}},
			"device":{"model":"m","name":"n"},"user":{"id":"u1","externalId":"x1","username":"ann","firstName":"Ann",
			"lastName":"Rossi","email":"ann@example.com"}},
			"tracking":{"ga":{"utm_source":"s","utm_medium":"m","utm_term":null,"utm_content":"c","utm_campaign":"p"}},
			"registeredAt":"2017-04-03T13:47:23.103+0000","updatedAt":"2017-04-03T13:47:23.103+0000"}"""),

	/** An order, the deepest of the typed events. */
	ORDER("""
			{"id":"e2","customerId":"c1","type":"completedOrder","context":"ECOMMERCE","date":"2017-04-03T13:47:23.093Z",
			"properties":{"orderId":"o1","type":"sale","storeCode":"st1","paymentMethod":"cash",
			"amount":{"total":100.10,"revenue":80.00,"shipping":5,"tax":15.1,"discount":0,
			"local":{"currency":"EUR","exchangeRate":1.0}},
			"products":[{"type":"sale","id":"p1","sku":"sku1","name":"shoe","price":50.05,"quantity":2,"weight":0.5,
			"category":["shoes","men"],"subtotal":100.10,"tax":15.1,"discount":0,"shipping":5,"coupon":null}]},
			"contextInfo":{"client":{"ip":"172.16.16.1","userAgent":"Mozilla/5.0"},
			"store":{"id":"st1","name":"Shop","type":"ECOMMERCE","street":"Via Roma","city":"Milano","country":"IT",
			"province":"MI","region":"Lombardia","zip":"20100","geo":{"lat":45.46,"lon":9.19},
			"website":"https://example.com"}},"tracking":null,
			"registeredAt":"2017-04-03T13:47:23.103Z","updatedAt":"2017-04-03T13:47:23.103Z"}"""),

	/** A page of events. */
	EVENT_PAGE(
			"""
					{"elements":[%s,%s,{"id":"e3","type":"teleported","context":"MARS","properties":{"n":1}},
					{"id":"e4","type":"campaignSent","context":"DIGITAL_CAMPAIGN","properties":{"campaignId":"1","subscribers":[]}}],
					"page":{"size":50,"totalElements":200,"totalPages":4,"number":0}}"""
				.formatted(EVENT.document, ORDER.document)),

	/** A page with one event only. */
	LAST_EVENT_PAGE("""
			{"elements":[{"id":"e1","type":"loggedIn","context":"WEB","properties":{}}],
			"page":{"size":50,"totalElements":1,"totalPages":1,"number":0}}"""),

	/** The id of an accepted event. */
	ACCEPTED("{\"id\":\"e1\"}"),

	/** A customer that exists already. */
	CONFLICT("""
			{"message":"Conflict with exiting customer fa2deda3-1c2b-4a17-9b4c-6b1e52f8c101","logref":"5c38ce36",
			"data":{"customer":{"id":"fa2deda3-1c2b-4a17-9b4c-6b1e52f8c101",
			"href":"https://api.contactlab.it/hub/v1/workspaces/w1/customers/fa2deda3-1c2b-4a17-9b4c-6b1e52f8c101"}},
			"errors":[]}"""),

	/** A document that was refused. */
	REFUSAL("""
			{"message":"Invalid json","logref":"5c38","data":null,"errors":[
			{"message":"unique customer property is required","path":"/base/credential/username","data":{"a":1},"code":7},
			{"message":"instance type (string) does not match","path":"/base/dob","data":null,"code":"E17"}]}"""),

	/** The error document of Spring Boot. */
	SPRING_ERROR("""
			{"timestamp":1489058291842,"status":500,"error":"Internal Server Error",
			"exception":"java.lang.IllegalStateException","message":"No message available","path":"/hub/v1"}"""),

	/** The page of a proxy. */
	HTML("<html><head><title>502 Bad Gateway</title></head><body><h1>502</h1></body></html>"),

	/** Sessions in an envelope. */
	SESSIONS("{\"elements\":[{\"id\":\"i1\",\"value\":\"s1\"},{\"id\":\"i2\",\"value\":\"s2\",\"x\":null}]}"),

	/** Sessions without an envelope. */
	BARE_SESSIONS("[{\"id\":\"i1\",\"value\":\"s1\"},{\"id\":\"i2\",\"value\":\"s2\"}]"),

	/** A session. */
	SESSION("{\"id\":\"i1\",\"value\":\"s1\"}"),

	/** A customer in the words of a source. */
	SOURCE("""
			{"id":"src1","nodeId":"n1","externalId":"e1","extra":null,"enabled":true,
			"base":{"firstName":"Ann","dob":"1980-03-17"},"extended":{"points":1},"consents":{},
			"tags":{"auto":[],"manual":["m1"]},"registeredAt":"2017-03-09T11:31:31.842+0000","updatedAt":null}"""),

	/** A list of such customers. */
	SOURCES("{\"elements\":[%s,{\"id\":\"src2\"}]}".formatted(SOURCE.document)),

	/** An education. */
	EDUCATION(
			"""
					{"id":"ed1","schoolType":"COLLEGE","schoolName":"Politecnico","schoolConcentration":"Maths","startYear":1998,
					"endYear":2003,"isCurrent":false}"""),

	/** A job. */
	JOB("""
			{"id":"j1","companyIndustry":"IT","companyName":"Example","jobTitle":"Engineer","startDate":"2010-01-01",
			"endDate":null,"isCurrent":true}"""),

	/** A like. */
	LIKE("{\"id\":\"l1\",\"category\":\"sport\",\"name\":\"tennis\",\"createdTime\":\"2017-01-01T10:00:00.000+0000\"}"),

	/** A subscription. */
	SUBSCRIPTION("""
			{"id":"s1","name":"news","type":"newsletter","kind":"SERVICE","subscribed":true,
			"startDate":"2017-01-01T00:00:00.000+0000","endDate":null,"subscriberId":"x1",
			"registeredAt":"2017-01-01T00:00:00.000+0000","updatedAt":null,
			"preferences":[{"key":"frequency","value":"weekly"},{"key":"k","value":null}]}"""),

	/** Nothing. */
	EMPTY("");

	private final String document;

	Seed(String document) {
		this.document = document;
	}

	String document() {
		return this.document;
	}

}
