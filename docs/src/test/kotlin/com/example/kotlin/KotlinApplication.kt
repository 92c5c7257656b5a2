package com.example.kotlin

import org.springframework.boot.autoconfigure.SpringBootApplication

/** The application of the page about Kotlin. */
@SpringBootApplication(proxyBeanMethods = false)
class KotlinApplication
