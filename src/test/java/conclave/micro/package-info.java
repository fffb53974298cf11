/**
 * Micro-benchmarks of what each line and each delivery costs: {@code ./mvnw -q test
 * -Dtest=MicroBench}.
 */
package conclave.micro;
