package com.skytill.e2e.clients;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import java.util.Map;
import java.util.Objects;

/** What the Spring application shows to whoever is signed in; nobody else gets to it. */
@RestController
class SpringClientPages {

    private final OAuth2AuthorizedClientManager clients;
    private final OAuth2AuthorizedClientRepository kept;

    @Value("${skytill.gateway-url}")
    private String gatewayUrl;

    SpringClientPages(OAuth2AuthorizedClientManager clients, OAuth2AuthorizedClientRepository kept) {
        this.clients = clients;
        this.kept = kept;
    }

    @GetMapping("/")
    Map<String, String> user(@AuthenticationPrincipal OidcUser user) {
        return Map.of(
                "sub", user.getSubject(),
                "username", user.getPreferredUsername(),
                "name", user.getFullName());
    }

    /** Uses the person's token, which the client's manager refreshes before. */
    @GetMapping("/refreshed")
    Map<String, Object> refreshed(Authentication person, HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizedClient before = kept.loadAuthorizedClient(SpringClient.ID, person, request);
        var after = Objects.requireNonNull(clients.authorize(OAuth2AuthorizeRequest.withAuthorizedClient(before)
                .principal(person)
                .attribute(HttpServletRequest.class.getName(), request)
                .attribute(HttpServletResponse.class.getName(), response)
                .build()));
        var details = RestClient.create(gatewayUrl)
                .get()
                .uri("/api/v1/get_oauth_user_details")
                .headers(headers -> headers.setBearerAuth(after.getAccessToken().getTokenValue()))
                .retrieve()
                .body(Map.class);
        return Map.of(
                "username",
                Objects.requireNonNull(details).get("username"),
                "rotated",
                !Objects.equals(token(before), token(after)));
    }

    private static String token(OAuth2AuthorizedClient client) {
        return Objects.requireNonNull(client.getRefreshToken()).getTokenValue();
    }
}
