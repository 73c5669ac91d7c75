package com.skytill.e2e.input;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.skytill.e2e.suite.RunningSuite;
import com.skytill.local.api.ApiAnswer;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** The four ways in which parameters may come. */
enum Way {
    GET {
        @Override
        HttpRequest.Builder request(RunningSuite suite, Call call) throws IOException {
            return suite.api().request(path(call) + "?" + encoded(call)).GET();
        }
    },
    FORM {
        @Override
        HttpRequest.Builder request(RunningSuite suite, Call call) throws IOException {
            return suite.api()
                    .request(path(call))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(encoded(call)));
        }
    },
    MULTIPART {
        @Override
        HttpRequest.Builder request(RunningSuite suite, Call call) throws IOException {
            return suite.api()
                    .request(path(call))
                    .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                    .POST(BodyPublishers.ofString(parts(call)));
        }
    },
    JSON {
        @Override
        HttpRequest.Builder request(RunningSuite suite, Call call) throws IOException {
            return suite.api()
                    .request(path(call))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(members(call)));
        }
    };

    private static final String BOUNDARY = "skytill-boundary";

    abstract HttpRequest.Builder request(RunningSuite suite, Call call) throws IOException;

    /** Sends the call as the administrator. */
    ApiAnswer send(RunningSuite suite, Call call) throws IOException, InterruptedException {
        var token = suite.credentials().accessToken();
        return suite.api()
                .send(request(suite, call)
                        .header("Authorization", "Bearer " + token)
                        .build());
    }

    private static String path(Call call) {
        return "/api/v1/" + call.operation();
    }

    private static String encoded(Call call) {
        return call.parameters().stream()
                .map(pair -> encoded(pair.name()) + "=" + encoded(pair.value()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String parts(Call call) {
        return call.parameters().stream()
                .map(pair -> "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(BOUNDARY, pair.name(), pair.value()))
                .collect(Collectors.joining("", "", "--" + BOUNDARY + "--\r\n"));
    }

    /** By hand, since a JSON library would not write a member twice. */
    private static String members(Call call) {
        return call.parameters().stream()
                .map(pair -> quoted(pair.name()) + ":" + quoted(pair.value()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(String text) {
        return JsonNodeFactory.instance.textNode(text).toString();
    }
}
