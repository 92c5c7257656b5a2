package io.contacthub.samples.desk.shop;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Properties of the shop.
 *
 * @param enabled whether it is open although there are real customers, which it lets
 * anybody change who knows their e-mail address
 */
@ConfigurationProperties("desk.shop")
record ShopProperties(boolean enabled) {

}
