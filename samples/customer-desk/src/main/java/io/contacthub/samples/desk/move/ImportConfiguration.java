package io.contacthub.samples.desk.move;

import jakarta.servlet.MultipartConfigElement;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.servlet.MultipartConfigFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.util.unit.DataSize;

/**
 * Configuration of what imports need of the server.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(ImportProperties.class)
class ImportConfiguration {

	/**
	 * Set the limit of the server a little higher than the one that the page tells, so
	 * that the page can tell it.
	 */
	@Bean
	MultipartConfigElement multipartConfig(ImportProperties properties) {
		DataSize limit = UploadLimit.ofRequest(properties);
		MultipartConfigFactory factory = new MultipartConfigFactory();
		factory.setMaxFileSize(limit);
		factory.setMaxRequestSize(limit);
		return factory.createMultipartConfig();
	}

}
