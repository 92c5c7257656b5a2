package io.contacthub.samples.desk.shop;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Properties of the shop.
 *
 * @param enabled whether it is open although there are real customers, to whom it lets
 * anybody add more
 */
@ConfigurationProperties("desk.shop")
record ShopProperties(boolean enabled) {

}
