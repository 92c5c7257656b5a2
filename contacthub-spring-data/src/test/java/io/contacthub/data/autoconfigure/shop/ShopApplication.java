package io.contacthub.data.autoconfigure.shop;

import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.context.annotation.Configuration;

/**
 * Application with a repository in its package.
 */
@Configuration(proxyBeanMethods = false)
@AutoConfigurationPackage
public class ShopApplication {

}
