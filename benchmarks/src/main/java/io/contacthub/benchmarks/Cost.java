package io.contacthub.benchmarks;

/**
 * What one operation costs.
 *
 * @param time the time in microseconds, of all threads together: a second, divided by how
 * often they did it
 * @param processor the time in microseconds that the process took of all processors,
 * those of its compiler and of its collector of garbage among them
 * @param memory the memory in kilobytes that was allocated
 */
public record Cost(Samples time, Samples processor, Samples memory) {

}
