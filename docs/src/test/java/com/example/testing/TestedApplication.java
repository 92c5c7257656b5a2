package com.example.testing;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * The application that the tests of the page about tests are about.
 */
@SpringBootApplication
class TestedApplication {

}
