package io.contacthub.emulator;

import io.contacthub.emulator.ApiClient.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the properties of each event type and for what contexts say about themselves.
 */
@DisplayName("By the emulated schema of events,")
class EventSchemaTests extends AbstractEmulatorTests {

	private static final String PRODUCT = "'id':'1','sku':'s','name':'n','price':1.5,'category':['c'],"
			+ "'classifications':[{'key':'k','value':'v'}],'shortDescription':'d','linkUrl':'https://example.com/1',"
			+ "'imageUrl':'https://example.com/1.png'";

	private static final String MORE = ",'vendor':null,'weight':1,'itemQuantity':null";

	private String customer;

	@BeforeEach
	void createCustomer() {
		this.customer = createId("'externalId':'1'");
	}

	@ParameterizedTest
	@DisplayName("every type accepts empty properties, unless some are required")
	@ValueSource(strings = { "abandonedCart", "abandonedSession", "addedCompare", "addedProduct", "addedWishlist",
			"campaignBlacklisted", "campaignBounced", "campaignLinkClicked", "campaignMarkedSpam", "campaignOpened",
			"campaignOptinRequested", "campaignSent", "campaignSubscribed", "campaignUnsubscribed", "changedSetting",
			"clickedLink", "closedTicket", "completedOrder", "eventConfirmed", "eventDeclined", "eventEligible",
			"eventInvited", "eventNoShow", "eventNotInvited", "eventParticipated", "eventRegistered", "formCompiled",
			"genericActiveEvent", "genericPassiveEvent", "loggedIn", "loggedOut", "openedTicket", "orderShipped",
			"removedCompare", "removedProduct", "removedWishlist", "repliedTicket", "reviewedProduct", "searched",
			"serviceSubscribed", "serviceUnsubscribed", "viewedPage", "viewedProduct", "viewedProductCategory" })
	void typeAcceptsEmptyProperties(String type) {
		assertThat(post(type, "").status()).isEqualTo(202);
		assertThat(post(type, "'extraProperties':{'any':[1]},'extended':null").status()).isEqualTo(202);
		assertThat(post(type, "'unheardOf':1").at("/errors/0/path").stringValue()).isEqualTo("/properties/unheardOf");
	}

	@ParameterizedTest(name = "{0}")
	@DisplayName("a type accepts all its properties")
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					abandonedCart          | 'orderId':'o','abandonedCartUrl':'https://example.com','storeCode':'c','amount':{'total':1,'local':{'currency':'EUR','exchangeRate':1}},'products':[{<P><M>,'quantity':1,'coupon':'c','type':'sale','orderLineId':7,'unitOfMeasure':null,'extended':{}}]
					abandonedSession       | 'abandonedSessionUrl':'https://example.com','products':[{<P><M>,'unitOfMeasure':'kg'}]
					addedProduct           | <P><M>,'quantity':2,'unitOfMeasure':'kg'
					addedReward            | 'rewardAmount':0,'rewardTypeId':'1','rewardType':'t','rewardDescription':'d'
					campaignLinkClicked    | 'campaignId':'1','channel':'EMAIL','linkUrl':'https://example.com','linkId':'1','linkTags':['t'],'listId':'1','isMobile':1
					campaignOptinRequested | 'subscriberId':'1','listId':'1','channel':'IM','channelType':'t','invitationChannel':'SMS','invitationChannelType':'t'
					campaignSent           | 'subscriberId':'1','campaignTags':['t'],'channel':'IM','channelType':'t','userdbId':1,'contents':[{'type':'IMG','price':0,'products':[{'id':'1','extraProperties':{'a':1}}]}]
					completedOrder         | 'orderId':'o','type':'sale-return','paymentMethod':'paypal','shippingMethod':'s','products':[{<P><M>,'quantity':1,'type':'return'}]
					eventParticipated      | 'eventId':'1','eventDate':'2017-01-01T00:00:00Z','eventLocation':{'type':null,'id':'1','name':'n','address':{'city':null,'geo':{'lat':45,'lon':9}}},'checkIn':'2017-01-01T00:00:00Z','host':{'firstName':'f','contacts':{'email':'h@example.com'}}
					eventInvited           | 'eventLocation':null
					formCompiled           | 'formName':'n','formId':'1','data':{'any':{'thing':1}}
					grantedCoupon          | 'totalAmount':10,'startValidityDate':'2017-01-01T00:00:00Z','code':'c','deliveryChannel':{'id':'1'},'category':['c']
					orderShipped           | 'orderId':'o','carrier':'c','trackingUrl':'https://example.com','weight':1.5,'packages':2
					reviewedProduct        | <P>,'rating':'5'
					serviceSubscribed      | 'serviceId':'1','startDate':'2017-01-01T00:00:00Z'
					viewedPage             | 'path':'/','referer':'','search':'?','title':'t','url':'https://example.com','pageTags':['t']
					viewedProduct          | <P><M>
					""")
	void typeAcceptsItsProperties(String type, String properties) {
		Response response = post(type, properties);
		assertThat(response.status()).as(response.text()).isEqualTo(202);
	}

	@ParameterizedTest(name = "{0}: {1}")
	@DisplayName("other properties and values are refused with their place")
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			addedReward           | 'rewardTypeId':'1'                         | /properties/rewardAmount
			removedReward         | 'rewardTypeId':'1','rewardAmount':-1       | /properties/rewardAmount
			grantedCoupon         | 'totalAmount':1                            | /properties/startValidityDate
			reviewedProduct       | 'rating':5                                 | /properties/rating
			reviewedProduct       | 'vendor':'v'                               | /properties/vendor
			viewedProductCategory | 'category':['c']                           | /properties/category
			viewedProduct         | 'category':'c'                             | /properties/category
			viewedProduct         | 'name':null                                | /properties/name
			viewedPage            | 'url':'not an address'                     | /properties/url
			campaignOpened        | 'channel':'IM'                             | /properties/channel
			completedOrder        | 'paymentMethod':'barter'                   | /properties/paymentMethod
			completedOrder        | 'products':[{'orderLineId':'1'}]           | /properties/products/0/orderLineId
			completedOrder        | 'products':[{'colour':'red'}]              | /properties/products/0/colour
			completedOrder        | 'amount':{'local':{'rate':1}}              | /properties/amount/local/rate
			eventInvited          | 'eventLocation':{'type':'BEACH'}           | /properties/eventLocation/type
			changedSetting        | 'setting':'FONT'                           | /properties/setting
			formCompiled          | 'data':'x'                                 | /properties/data
			loggedIn              | 'name':'x'                                 | /properties/name
			addedWishList         | 'id':'1'                                   | /type
			eventNotShow          | 'id':'1'                                   | /type
			""")
	void otherPropertyIsRefused(String type, String properties, String path) {
		Response response = post(type, properties.strip());
		assertThat(response.status()).isEqualTo(400);
		assertThat(response.at("/message").stringValue()).isEqualTo("event is not valid");
		assertThat(response.at("/errors").size()).isEqualTo(1);
		assertThat(response.at("/errors/0/path").stringValue()).isEqualTo(path.strip());
	}

	@ParameterizedTest(name = "{0}: {1}")
	@DisplayName("a context accepts what it can say about itself")
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					WEB       | 'client':{'userAgent':null,'ip':'10.0.0.1','localization':{'city':'c','geo':{'lat':45,'lon':9}}},'user':{'id':'1','username':null,'contacts':{'email':'u@example.com'}}
					IOT       |
					MOBILE    | 'device':{'bundleIdentifier':'b','locale':'it_IT'}
					ECOMMERCE | 'store':{'id':'1','type':'FREE-STANDING','geo':{'lat':1,'lon':2},'website':'w'}
					RETAIL    | 'store':{'type':'NOT-DEFINED'},'salesAssistant':{'id':'1','contacts':null}
					RETAIL    | 'salesAssistant':null
					""")
	void contextAcceptsItsInfo(String context, String info) {
		Response response = postInfo(context, (info != null) ? info : "");
		assertThat(response.status()).as(response.text()).isEqualTo(202);
	}

	@ParameterizedTest(name = "{0}: {1}")
	@DisplayName("a context refuses anything else with the place")
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			WEB       | 'device':{}                          | /contextInfo/device
			WEB       | 'client':{'ip':'::1'}                | /contextInfo/client/ip
			WEB       | 'client':{'ip':'10.0.0.1/16'}        | /contextInfo/client/ip
			WEB       | 'client':{'browser':'x'}             | /contextInfo/client/browser
			WEB       | 'user':{'username':'u'}              | /contextInfo/user/id
			MOBILE    | 'store':{}                           | /contextInfo/store
			ECOMMERCE | 'store':{'type':'FREE_STANDING'}     | /contextInfo/store/type
			ECOMMERCE | 'store':{'geo':{'lat':1}}            | /contextInfo/store/geo/lon
			ECOMMERCE | 'store':{'geo':{'lat':91,'lon':2}}   | /contextInfo/store/geo/lat
			ECOMMERCE | 'salesAssistant':null                | /contextInfo/salesAssistant
			RETAIL    | 'salesAssistant':{'id':'1','age':30} | /contextInfo/salesAssistant/age
			""")
	void contextRefusesOtherInfo(String context, String info, String path) {
		Response response = postInfo(context, info.strip());
		assertThat(response.status()).isEqualTo(400);
		assertThat(response.at("/errors").size()).isEqualTo(1);
		assertThat(response.at("/errors/0/path").stringValue()).isEqualTo(path.strip());
	}

	private Response post(String type, String properties) {
		return api.post("/events", "{'customerId':'" + this.customer + "','type':'" + type
				+ "','context':'WEB','properties':{" + properties.replace("<P>", PRODUCT).replace("<M>", MORE) + "}}");
	}

	private Response postInfo(String context, String info) {
		return api.post("/events", "{'customerId':'" + this.customer + "','type':'loggedIn','context':'" + context
				+ "','properties':{},'contextInfo':{" + info + "}}");
	}

}
