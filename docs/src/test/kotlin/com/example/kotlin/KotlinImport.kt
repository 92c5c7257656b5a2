package com.example.kotlin

// tag::import[]
import io.contacthub.customer.Customer
import io.contacthub.customer.CustomerRepository
import io.contacthub.customer.CustomerWrite
import io.contacthub.format.DocumentReader
import io.contacthub.format.RefusalWriter
import io.contacthub.format.Row

/** Writes the rows of a file, and those that are refused into another one. */
fun importRows(customers: CustomerRepository, rows: DocumentReader<Customer>, refused: RefusalWriter) =
    customers.bulk(CustomerWrite.upsert()).from<Row<Customer>> { it.value() }.write(rows).use { run ->
        for (outcome in run) {
            if (outcome.isProblem) {
                refused.write(outcome.item(), outcome.reason()!!) // of a problem there is one
            }
        }
    }
// end::import[]
