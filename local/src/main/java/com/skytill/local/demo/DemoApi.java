package com.skytill.local.demo;

import com.skytill.local.api.Api;
import com.skytill.local.api.ApiAnswer;
import com.skytill.local.home.Credentials;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** The demo's calls over HTTP, each told and checked. */
final class DemoApi {

    private final Api api;
    private final Credentials credentials;
    private final Narrator narrator;
    private String token = "";

    DemoApi(Api api, Credentials credentials, Narrator narrator) {
        this.api = api;
        this.credentials = credentials;
        this.narrator = narrator;
    }

    /** Gets a token by client_credentials and uses it from then on. */
    void signIn() throws IOException, InterruptedException, DemoFailure {
        var basic = credentials.clientId() + ":" + credentials.clientSecret();
        var request = api.request("/oauth/token")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        narrator.request(
                "POST " + credentials.gatewayUrl() + "/oauth/token   (Authorization: Basic " + credentials.clientId()
                        + ":" + Mask.HIDDEN + ")",
                Map.of("grant_type", "client_credentials"));
        var answer = api.send(request);
        narrator.answer(answer);
        require(answer.status() == 200, "The token was refused");
        token = answer.text("/access_token");
    }

    /** Calls an operation; an answer of another status ends the demo. */
    ApiAnswer call(String operation, Map<String, ?> parameters, int status)
            throws IOException, InterruptedException, DemoFailure {
        narrator.request("POST " + credentials.gatewayUrl() + "/api/v1/" + operation, parameters);
        var answer = api.post(operation, parameters, token);
        narrator.answer(answer);
        require(answer.status() == status, operation + " was to answer " + status + " and answered " + answer.status());
        return answer;
    }

    static void require(boolean holds, String otherwise) throws DemoFailure {
        if (!holds) {
            throw new DemoFailure(otherwise);
        }
    }
}
