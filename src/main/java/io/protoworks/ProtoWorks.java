package io.protoworks;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the ProtoWorks server. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class ProtoWorks {
  public static void main(String[] arguments) {
    SpringApplication.run(ProtoWorks.class, arguments);
  }
}
