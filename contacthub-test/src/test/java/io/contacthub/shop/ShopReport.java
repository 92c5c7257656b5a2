package io.contacthub.shop;

import org.springframework.stereotype.Component;

/**
 * A component that has nothing to do with ContactHub.
 */
@Component
class ShopReport {

}
