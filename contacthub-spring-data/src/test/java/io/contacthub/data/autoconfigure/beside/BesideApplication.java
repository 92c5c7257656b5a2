package io.contacthub.data.autoconfigure.beside;

import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.keyvalue.core.KeyValueTemplate;
import org.springframework.data.map.MapKeyValueAdapter;

/**
 * Application with repositories of two stores in one package.
 */
@Configuration(proxyBeanMethods = false)
@AutoConfigurationPackage
public class BesideApplication {

	@Bean
	KeyValueTemplate keyValueTemplate() {
		return new KeyValueTemplate(new MapKeyValueAdapter());
	}

}
