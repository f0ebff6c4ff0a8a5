package io.protoworks.identity;

import io.protoworks.platform.ErrorCode;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import tools.jackson.databind.ObjectMapper;

/**
 * Who gets through the door. GraphQL itself is open, since {@code login} is a mutation: its
 * services ask for the viewer and the permission. Nothing relies on cookies, so there is no CSRF.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
          + "font-src 'self' data:; worker-src 'self' blob:; connect-src 'self' ws: wss:; "
          + "frame-ancestors 'none'; base-uri 'self'; form-action 'self'";

  @Bean
  SecurityFilterChain filters(
      HttpSecurity http, BearerAuthentication authentication, ObjectMapper json) {
    return http.csrf(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .headers(
            headers ->
                headers.contentSecurityPolicy(
                    policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY)))
        .oauth2ResourceServer(
            server ->
                server
                    .authenticationManagerResolver(request -> authentication)
                    .authenticationEntryPoint(
                        (request, response, failure) -> unauthenticated(response, failure, json)))
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/graphql", "/graphiql", "/graphiql/**", "/files/**", "/error")
                    .permitAll()
                    .requestMatchers("/", "/actuator/health", "/actuator/health/**")
                    .permitAll()
                    .anyRequest()
                    .denyAll())
        .exceptionHandling(
            handling ->
                handling.authenticationEntryPoint(
                    (request, response, failure) ->
                        response.sendError(HttpStatus.NOT_FOUND.value())))
        .build();
  }

  /** Argon2id with the parameters that OWASP recommends. */
  @Bean
  PasswordEncoder passwordEncoder() {
    return new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
  }

  private static void unauthenticated(
      HttpServletResponse response, AuthenticationException failure, ObjectMapper json)
      throws IOException {
    response.setStatus(HttpStatus.UNAUTHORIZED.value());
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
    response.setContentType("application/graphql-response+json");
    json.writeValue(
        response.getOutputStream(),
        Map.of(
            "errors",
            List.of(
                Map.of(
                    "message",
                    String.valueOf(failure.getMessage()),
                    "extensions",
                    Map.of("code", ErrorCode.UNAUTHENTICATED.name())))));
  }
}
