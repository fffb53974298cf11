package conclave.micro;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Measures all of this package, in processes of their own with the launcher's options. Its name
 * keeps it out of the suite. What comes of it is in {@code target/micro-benchmarks.txt}.
 */
class MicroBench {
  @Test
  void measure() throws Exception {
    new Runner(
            new OptionsBuilder()
                .include("^conclave\\.micro\\." + System.getProperty("micro", ""))
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .forks(2)
                .jvmArgs("-Xmx2g", "-XX:+UseSerialGC", "-Xss512k")
                .warmupIterations(4)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1))
                .addProfiler(GCProfiler.class)
                .resultFormat(ResultFormatType.TEXT)
                .result("target/micro-benchmarks.txt")
                .build())
        .run();
  }
}
