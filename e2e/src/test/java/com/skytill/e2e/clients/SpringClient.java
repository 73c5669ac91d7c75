package com.skytill.e2e.clients;

import com.skytill.e2e.suite.RunningSuite;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;

/** A web application with Spring Security's OAuth client, configured as Spring's documentation has it: by properties. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class SpringClient {

    /** What Spring calls the provider and the client. */
    static final String ID = "skytill";

    /** Where Spring waits for the browser. */
    static final String CALLBACK = "/login/oauth2/code/" + ID;

    @Bean
    SpringClientPages pages(OAuth2AuthorizedClientManager clients, OAuth2AuthorizedClientRepository kept) {
        return new SpringClientPages(clients, kept);
    }

    /** Takes every token for one about to expire, so that each use of it refreshes it. */
    @Bean
    OAuth2AuthorizedClientManager clients(
            ClientRegistrationRepository registrations, OAuth2AuthorizedClientRepository kept) {
        var manager = new DefaultOAuth2AuthorizedClientManager(registrations, kept);
        manager.setAuthorizedClientProvider(OAuth2AuthorizedClientProviderBuilder.builder()
                .authorizationCode()
                .refreshToken(refresh -> refresh.clockSkew(Duration.ofDays(1)))
                .build());
        return manager;
    }

    /** Starts it where its redirect URL says. */
    static ConfigurableApplicationContext start(RunningSuite suite, Registration registration) throws IOException {
        var client = "spring.security.oauth2.client.registration." + ID + ".";
        var properties = new HashMap<String, Object>();
        properties.put("server.address", "127.0.0.1");
        properties.put("server.port", URI.create(registration.redirectUrl()).getPort());
        properties.put(client + "client-id", registration.clientId());
        properties.put(client + "client-secret", registration.clientSecret());
        properties.put(client + "scope", "openid,profile,email");
        properties.put(
                "spring.security.oauth2.client.provider." + ID + ".issuer-uri",
                suite.credentials().gatewayUrl());
        properties.put("skytill.gateway-url", suite.credentials().gatewayUrl());
        properties.put("spring.main.banner-mode", "off");
        properties.put("logging.level.root", "warn");
        return new SpringApplicationBuilder(SpringClient.class)
                .properties(properties)
                .run();
    }
}
