package io.protoworks.demo;

import io.protoworks.testing.ServerTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;

/** A test against the server as {@code mvn spring-boot:run} starts it, demo plant and all. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServerTest
@ActiveProfiles("demo")
@TestPropertySource(properties = "test.database=demo")
@interface DemoTest {}
