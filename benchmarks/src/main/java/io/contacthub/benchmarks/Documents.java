package io.contacthub.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The documents that contenders read and write, as ContactHub has them.
 */
public final class Documents {

	/**
	 * The workspace in which they are.
	 */
	public static final String WORKSPACE_ID = "0aea7919-57cd-4260-910e-8b1ae53a7259";

	/**
	 * The node in which they are.
	 */
	public static final String NODE_ID = "91316725-a4c2-420b-a3f3-2556b3630444";

	/**
	 * The greatest number of elements on a page.
	 */
	public static final int PAGE_SIZE = 50;

	private static final String CUSTOMER = """
			{"id":"%1$s","nodeId":"91316725-a4c2-420b-a3f3-2556b3630444","externalId":"account-%2$d",
			"extra":"newsletter of spring","enabled":true,
			"base":{"pictureUrl":"https://images.example.com/customers/%2$d.png","title":"Dr","prefix":"Ms",
			"firstName":"Francesca","lastName":"Esposito %2$d","middleName":"Maria","gender":"Female","dob":"1984-07-%3$02d",
			"locale":"it_IT","timezone":"Europe/Rome",
			"contacts":{"email":"francesca.%2$d@example.com","fax":"+39 02 5550100","mobilePhone":"+39 347 5550%2$03d",
			"phone":"+39 02 5550101","otherContacts":[{"name":"office","type":"PHONE","value":"+39 02 5550102"}],
			"mobileDevices":[{"identifier":"device-%2$d","name":"phone","type":"IOS","notificationService":"APN"}]},
			"address":{"street":"Via Torino %3$d","city":"Milano","country":"Italy","region":"Lombardia","province":"MI",
			"zip":"20123","geo":{"lat":45.46%3$02d,"lon":9.18%3$02d}},
			"credential":{"username":"francesca%2$d","password":"unknown"},
			"educations":[{"id":"education-1","schoolType":"COLLEGE","schoolName":"Politecnico di Milano",
			"schoolConcentration":"Design","startYear":2003,"endYear":2008,"isCurrent":false}],
			"likes":[{"id":"like-1","category":"sport","name":"tennis","createdTime":"2025-03-%3$02dT08:15:30.125+0000"},
			{"id":"like-2","category":"music","name":"opera","createdTime":"2025-04-%3$02dT19:45:00.000+0000"}],
			"socialProfile":{"facebook":"francesca.%2$d","instagram":"francesca_%2$d","twitter":"@francesca%2$d"},
			"jobs":[{"id":"job-1","companyIndustry":"Retail","companyName":"Example S.p.A.","jobTitle":"Buyer",
			"startDate":"2012-02-01","isCurrent":true}],
			"subscriptions":[{"id":"subscription-1","name":"weekly","type":"newsletter","kind":"DIGITAL_MESSAGE",
			"subscribed":true,"startDate":"2025-01-%3$02dT10:00:00.000+0000","subscriberId":"s-%2$d",
			"preferences":[{"key":"language","value":"it"}]}]},
			"extended":{"points":%2$d,"tier":"gold","stores":["Milano","Torino"]},
			"consents":{"disclaimer":{"date":"2024-05-25T00:00:00.000+0000","version":"v1.0"},
			"marketing":{"automatic":{"sms":{"status":false},
			"email":{"status":true,"limitation":false,"objection":false},"push":{"status":true}}},
			"profiling":{"classic":{"status":true},"online":{"status":false}},
			"softSpam":{"email":{"status":true,"objection":false}}},
			"tags":{"auto":["buyer","loyal"],"manual":["newsletter"]},
			"sourceInfo":{"registeredBy":"source-1","updatedBy":"source-2"},
			"registeredAt":"2024-05-25T12:30:45.123+0000","updatedAt":"2025-11-%3$02dT16:20:10.456+0000"}""";

	private static final String EVENT = """
			{"customerId":"9bdca5a7-5ecf-4da4-86f0-000000000000","type":"viewedProduct","context":"ECOMMERCE",
			"date":"2025-11-20T16:20:10.456Z",
			"properties":{"id":"product-17","sku":"SKU-000017","name":"Running shoe","price":89.95,
			"category":["shoes","running"],"classifications":[{"key":"season","value":"spring"}],
			"shortDescription":"A light shoe for long ways","linkUrl":"https://shop.example.com/products/17",
			"imageUrl":"https://shop.example.com/products/17.png","vendor":"Example","weight":0.75},
			"contextInfo":{"client":{"userAgent":"Mozilla/5.0 (X11; Linux x86_64)","ip":"203.0.113.17"},
			"user":{"id":"user-17","externalId":"account-17","username":"francesca17"},
			"store":{"id":"store-3","name":"Example online","type":"ECOMMERCE","website":"https://shop.example.com"}}}""";

	private Documents() {
	}

	/**
	 * Return a customer.
	 * @param number the number of the customer, from zero
	 * @return the document, of some 2.4 KB
	 */
	public static String customer(int number) {
		return CUSTOMER.formatted(customerId(number), number, number % 28 + 1).replace("\n", "");
	}

	/**
	 * Return the id of a customer.
	 * @param number the number of the customer, from zero
	 * @return the id
	 */
	public static String customerId(int number) {
		return String.format(Locale.ROOT, "9bdca5a7-5ecf-4da4-86f0-%012x", number);
	}

	/**
	 * Return the first page of customers.
	 * @return the document of a full page, which says that there are ten of them
	 */
	public static String page() {
		return IntStream.range(0, PAGE_SIZE)
			.mapToObj(Documents::customer)
			.collect(Collectors.joining(",", "{\"elements\":[", "]," + place(0, PAGE_SIZE, 10L * PAGE_SIZE) + "}"));
	}

	/**
	 * Return where a page is in its list.
	 * @param number the number of the page, from zero
	 * @param size how many elements a page has
	 * @param total how many elements the list has
	 * @return the member {@code page} of the page's document
	 */
	public static String place(int number, int size, long total) {
		return "\"page\":{\"size\":" + size + ",\"totalElements\":" + total + ",\"totalPages\":"
				+ (total + size - 1) / size + ",\"number\":" + number + "}";
	}

	/**
	 * Return an event of a customer, as it is sent.
	 * @return the document, of some 0.9 KB
	 */
	public static String event() {
		return EVENT.replace("\n", "");
	}

	/**
	 * Return a document as it goes over the wire.
	 * @param document the document
	 * @return its bytes
	 */
	public static byte[] bytes(String document) {
		return document.getBytes(StandardCharsets.UTF_8);
	}

}
