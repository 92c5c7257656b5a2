package io.contacthub.shop;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * An application as users of ContactHub write it, to be tested as they test theirs.
 */
@SpringBootApplication
public class ShopApplication {

	public static void main(String... arguments) {
		SpringApplication.run(ShopApplication.class, arguments);
	}

}
