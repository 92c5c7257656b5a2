package com.example.migration;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Application that the tests of this package run.
 */
@SpringBootApplication
class MigrationApplication {

}
