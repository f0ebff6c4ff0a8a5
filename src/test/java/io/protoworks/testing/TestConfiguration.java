package io.protoworks.testing;

import org.springframework.context.annotation.ComponentScan;

/** Finds the fixtures of every module: classes of the tests annotated as components. */
@org.springframework.boot.test.context.TestConfiguration(proxyBeanMethods = false)
@ComponentScan(
    basePackages = "io.protoworks",
    useDefaultFilters = false,
    includeFilters = @ComponentScan.Filter(Fixture.class))
class TestConfiguration {}
